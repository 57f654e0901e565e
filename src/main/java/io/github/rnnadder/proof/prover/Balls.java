package io.github.rnnadder.proof.prover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The balls of one tag, in the order in which they came. Of hard networks there are thousands, and every end of a word
 * asks for the one around it: so the first coordinates of all centres lie side by side, and rule out most of them.
 */
final class Balls {

    /** How many coordinates of a centre lie there; of a smaller network, 0 in place of those that it lacks. */
    private static final int FIRST = 4;

    private final List<Draft> balls = new ArrayList<>();
    private double[] first = new double[64 * FIRST];
    /** No ball has a larger radius: they can only shrink. */
    private double largest = 0;

    /** Returns all of them, not a copy. */
    List<Draft> list() {
        return Collections.unmodifiableList(balls);
    }

    void add(Draft ball) {
        int end = FIRST * balls.size();
        if (end == first.length) {
            first = Arrays.copyOf(first, 2 * end);
        }
        System.arraycopy(firstOf(ball.coordinates()), 0, first, end, FIRST);
        largest = Math.max(largest, ball.radius());
        balls.add(ball);
    }

    void remove(Draft ball) {
        int index = balls.indexOf(ball);
        if (index >= 0) {
            balls.remove(index);
            System.arraycopy(first, FIRST * (index + 1), first, FIRST * index, FIRST * (balls.size() - index));
        }
    }

    /** Returns the ball that leaves the most room around {@code y}, if any does. */
    Optional<Draft> roomiest(double[] y) {
        double[] firstOfY = firstOf(y);
        Draft roomiest = null;
        double most = 0;
        for (int i = 0; i < balls.size(); i++) {
            if (mayBeNearer(i, firstOfY, largest - most)) {
                double room = balls.get(i).room(y, most);
                if (room > most) {
                    most = room;
                    roomiest = balls.get(i);
                }
            }
        }
        return Optional.ofNullable(roomiest);
    }

    /**
     * Returns what a new ball at {@code y} should have as radius, at most {@code otherwise}: the least that one nearby
     * had to shrink to.
     */
    double advise(double[] y, double otherwise) {
        double[] firstOfY = firstOf(y);
        double radius = otherwise;
        for (int i = 0; i < balls.size(); i++) {
            if (mayBeNearer(i, firstOfY, largest)) {
                radius = balls.get(i).advise(y, radius);
            }
        }
        return radius;
    }

    private static double[] firstOf(double[] y) {
        return Arrays.copyOf(Arrays.copyOf(y, Math.min(FIRST, y.length)), FIRST);
    }

    private boolean mayBeNearer(int i, double[] firstOfY, double distance) {
        double squares = 0;
        for (int k = 0; k < FIRST; k++) {
            double d = firstOfY[k] - first[FIRST * i + k];
            squares += d * d;
        }
        return squares < distance * distance;
    }
}
