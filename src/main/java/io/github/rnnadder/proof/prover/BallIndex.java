package io.github.rnnadder.proof.prover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The balls of one tag, in order of insertion. Hard networks need thousands of balls, and each lookup searches all of
 * them. Therefore the first coordinates of all centres are kept in one array, which rules out most balls quickly.
 */
final class BallIndex {

    /** How many coordinates of each centre are kept in the array. Shorter centres are padded with 0. */
    private static final int INDEXED_COORDINATES = 4;

    private final List<CandidateBall> balls = new ArrayList<>();
    private double[] first = new double[64 * INDEXED_COORDINATES];
    /** An upper bound on every radius; balls only shrink. */
    private double largest = 0;

    /** Returns all balls, as an unmodifiable view. */
    List<CandidateBall> list() {
        return Collections.unmodifiableList(balls);
    }

    void add(CandidateBall ball) {
        int end = INDEXED_COORDINATES * balls.size();
        if (end == first.length) {
            first = Arrays.copyOf(first, 2 * end);
        }
        double[] firstOfBall = Arrays.copyOf(ball.coordinates(), INDEXED_COORDINATES);
        System.arraycopy(firstOfBall, 0, first, end, INDEXED_COORDINATES);
        largest = Math.max(largest, ball.radius());
        balls.add(ball);
    }

    void remove(CandidateBall ball) {
        int index = balls.indexOf(ball);
        if (index >= 0) {
            balls.remove(index);
            System.arraycopy(
                    first,
                    INDEXED_COORDINATES * (index + 1),
                    first,
                    INDEXED_COORDINATES * index,
                    INDEXED_COORDINATES * (balls.size() - index));
        }
    }

    /** Returns the ball with the most room between its edge and the point {@code y}; empty if none contains it. */
    Optional<CandidateBall> roomiest(double[] y) {
        double[] firstOfY = Arrays.copyOf(y, INDEXED_COORDINATES);
        CandidateBall roomiest = null;
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
     * Returns the radius to try for a new ball at {@code y}: the minimum radius of the balls that failed near {@code y}
     * and had to shrink, or {@code otherwise} if that is smaller.
     */
    double advise(double[] y, double otherwise) {
        double[] firstOfY = Arrays.copyOf(y, INDEXED_COORDINATES);
        double radius = otherwise;
        for (int i = 0; i < balls.size(); i++) {
            if (mayBeNearer(i, firstOfY, largest)) {
                radius = balls.get(i).advise(y, radius);
            }
        }
        return radius;
    }

    private boolean mayBeNearer(int i, double[] firstOfY, double distance) {
        double squares = 0;
        for (int k = 0; k < INDEXED_COORDINATES; k++) {
            double d = firstOfY[k] - first[INDEXED_COORDINATES * i + k];
            squares += d * d;
        }
        return squares < distance * distance;
    }
}
