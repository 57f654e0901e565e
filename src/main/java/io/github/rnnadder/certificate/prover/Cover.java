package io.github.rnnadder.certificate.prover;

import io.github.rnnadder.certificate.Certificate.Ball;
import io.github.rnnadder.certificate.Column;
import io.github.rnnadder.certificate.checker.CertificateChecker;
import io.github.rnnadder.certificate.checker.Matrices;
import io.github.rnnadder.certificate.checker.Norm;
import io.github.rnnadder.certificate.checker.SetStep;
import io.github.rnnadder.certificate.checker.StateSet;
import io.github.rnnadder.certificate.checker.Tensors;
import io.github.rnnadder.certificate.checker.ZeroTube;
import io.github.rnnadder.network.Tanh;
import java.util.ArrayList;
import java.util.List;

/**
 * Covers what can be reached with balls until every set that leaves one, by any word, has come into another.
 *
 * <p>A ball is expanded as the checker will do it. Where a set lies in no ball yet but is small, a new ball is put around a state near
 * its centre; where it is large, the search goes deeper. A ball that cannot be expanded gets smaller, and those that relied on
 * it are expanded again.
 */
final class Cover {

    private static final double FIRST_RADIUS = 0.25;
    /** How much of a new ball's radius the set that it is made for may take. */
    private static final double FILL = 0.8;

    private static final double SHRINK = 0.6;
    private static final double SMALLEST_RADIUS = FIRST_RADIUS / 500;
    /** Room that the checker will want for its slack, and that rounding a centre takes. */
    private static final double SLACK = 1e-5;

    /** The steps that any ball, and a slice of the tube, may take. */
    private static final int MOST_STEPS = 5000;

    private static final int STEPS_PER_SLICE = 5000;

    /** A ball under construction. */
    private static final class Draft {
        final int tag;
        final double[] centre;
        final double[] coordinates;
        double radius;
        /** The last radius with which it could not be expanded. */
        double failed = Double.POSITIVE_INFINITY;

        boolean expanded;
        final List<Draft> reliedOnBy = new ArrayList<>();

        Draft(int tag, double[] centre, double[] coordinates, double radius) {
            this.tag = tag;
            this.centre = centre;
            this.coordinates = coordinates;
            this.radius = radius;
        }
    }

    private final Tensors tensors;
    private final Norm[] norms;
    private final ZeroTube tube;
    private final int firstSteps;
    private final Work work;
    private final SetStep step;
    private final StateSet[] stack = new StateSet[CertificateChecker.MAX_DEPTH + 1];
    /** A concrete state for each set of the stack, near its centre. */
    private final double[][] states;

    private final List<Draft> balls = new ArrayList<>();
    private final List<List<Draft>> ballsOfTag = new ArrayList<>();
    /** The ball that is being expanded; null while the tube is. */
    private Draft current;

    private long stepLimit;
    private int shrinks;

    /**
     * Begins without any ball.
     *
     * @param norms by tag
     * @param tube or null
     * @param firstSteps how many steps a ball of the first radius may take
     * @param work is charged for every step
     */
    Cover(Tensors tensors, Norm[] norms, ZeroTube tube, int firstSteps, Work work) {
        this.tensors = tensors;
        this.norms = norms;
        this.tube = tube;
        this.firstSteps = firstSteps;
        this.work = work;
        this.step = new SetStep(tensors);
        int h = tensors.hiddenSize();
        for (int depth = 0; depth < stack.length; depth++) {
            stack[depth] = new StateSet(h);
        }
        this.states = new double[stack.length][h];
        for (int tag = 0; tag < Column.TAGS; tag++) {
            ballsOfTag.add(new ArrayList<>());
        }
    }

    /** Returns whether a cover was found. */
    boolean build() {
        for (int x = 1; x < Column.COUNT; x++) {
            double[] h = new double[tensors.hiddenSize()];
            for (int i = 0; i < h.length; i++) {
                h[i] = Tanh.of(tensors.input()[x][i]);
            }
            add(Column.tag(Column.carry(x, 0), x), h, FIRST_RADIUS);
        }
        int before;
        do {
            before = shrinks;
            if (tube != null && !expandTube() || !expandBalls()) {
                return false;
            }
        } while (tube != null && shrinks > before); // what the tube relied on may have got smaller
        return true;
    }

    /** Returns the balls. */
    List<Ball> balls() {
        List<Ball> result = new ArrayList<>();
        for (Draft ball : balls) {
            result.add(new Ball(ball.tag, ball.radius, ball.centre));
        }
        return result;
    }

    private boolean expandTube() {
        current = null;
        for (int k = 0; k < ZeroTube.SLICES; k++) {
            tube.slice(k, stack[0]);
            System.arraycopy(stack[0].centre(), 0, states[0], 0, tensors.hiddenSize());
            stepLimit = work.spent() + STEPS_PER_SLICE;
            if (!stack[0].isBounded() || !expand(0, 0, tube.keepsZeros(k) ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    private boolean expandBalls() {
        boolean again = true;
        while (again) {
            again = false;
            for (int i = 0; i < balls.size(); i++) {
                Draft ball = balls.get(i);
                if (!ball.expanded) {
                    again = true;
                    if (!expand(ball)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean expand(Draft ball) {
        current = ball;
        while (true) {
            int before = balls.size();
            stack[0].setBall(ball.centre, norms[ball.tag].ball(ball.radius));
            System.arraycopy(ball.centre, 0, states[0], 0, ball.centre.length);
            stepLimit = work.spent() + stepsFor(ball.radius);
            if (stack[0].isBounded() && expand(0, Column.carryOf(ball.tag), 0)) {
                ball.expanded = true;
                return true;
            }
            if (work.isExhausted()) {
                return false;
            }
            while (balls.size() > before) {
                Draft last = balls.remove(balls.size() - 1);
                List<Draft> sameTag = ballsOfTag.get(last.tag);
                sameTag.remove(sameTag.size() - 1);
            }
            ball.failed = ball.radius;
            shrinks++;
            ball.radius = Rounding.round(ball.radius * SHRINK);
            for (Draft other : ball.reliedOnBy) {
                other.expanded = false;
            }
            ball.reliedOnBy.clear();
            if (ball.radius < SMALLEST_RADIUS) {
                return false;
            }
        }
    }

    /** Little for large balls, which often fail, and more as they shrink. */
    private long stepsFor(double radius) {
        double shrunk = FIRST_RADIUS / radius;
        return (long) Math.min(MOST_STEPS, firstSteps * shrunk * shrunk);
    }

    private boolean expand(int depth, int carry, int firstColumn) {
        if (depth == CertificateChecker.MAX_DEPTH || work.spent() > stepLimit || work.isExhausted()) {
            return false;
        }
        StateSet to = stack[depth + 1];
        for (int x = firstColumn; x < Column.COUNT; x++) {
            work.spendOne();
            int next = Column.carry(x, carry);
            int tag = Column.tag(next, x);
            if (!step.apply(stack[depth], x, norms[tag], to)) {
                return false;
            }
            double o = Matrices.dot(tensors.v(), to.centre());
            double margin = (Column.sumBit(x, carry) == 1 ? o : -o) - to.reach(tensors.v());
            if (!(margin > 2 * CertificateChecker.BIT_SLACK)) {
                return false;
            }
            for (int i = 0; i < states[0].length; i++) {
                states[depth + 1][i] = Tanh.of(tensors.input()[x][i] + Matrices.dot(tensors.w()[i], states[depth]));
            }
            if (!hold(to, states[depth + 1], tag) && !expand(depth + 1, next, 0)) {
                return false;
            }
        }
        return true;
    }

    /** Says whether a set lies in the tube or a ball, if need be in a new one. */
    private boolean hold(StateSet set, double[] state, int tag) {
        if (tag == 0 && tube != null && tube.contains(set)) {
            return true;
        }
        double[] y = norms[tag].coordinates(set.centre());
        Draft nearest = null;
        double room = 0;
        for (Draft ball : ballsOfTag.get(tag)) {
            double r = ball.radius - Matrices.distance(y, ball.coordinates) - SLACK;
            if (r > room) {
                room = r;
                nearest = ball;
            }
        }
        double[] coordinates = norms[tag].coordinates(state);
        double newRadius = localRadius(coordinates, tag);
        double newRoom = FILL * newRadius - Matrices.distance(y, coordinates) - SLACK;
        if (room <= 0 && newRoom <= 0) {
            return false;
        }
        double radius = norms[tag].radius(set, room, Math.max(room, newRoom));
        if (radius <= room) {
            relyOn(nearest);
            return true;
        }
        if (radius <= newRoom) {
            relyOn(add(tag, state, newRadius));
            return true;
        }
        return false;
    }

    private void relyOn(Draft ball) {
        if (current != null && (ball.reliedOnBy.isEmpty() || last(ball.reliedOnBy) != current)) {
            ball.reliedOnBy.add(current);
        }
    }

    private static Draft last(List<Draft> drafts) {
        return drafts.get(drafts.size() - 1);
    }

    /** Returns the radius of a new ball: the first one, or that to which a failed ball nearby has shrunk. */
    private double localRadius(double[] coordinates, int tag) {
        double radius = FIRST_RADIUS;
        for (Draft ball : ballsOfTag.get(tag)) {
            if (ball.radius < radius
                    && ball.failed < Double.POSITIVE_INFINITY
                    && Matrices.distance(coordinates, ball.coordinates) < ball.failed) {
                radius = ball.radius;
            }
        }
        return radius;
    }

    private Draft add(int tag, double[] state, double radius) {
        double[] centre = Rounding.round(state);
        Draft ball = new Draft(tag, centre, norms[tag].coordinates(centre), radius);
        balls.add(ball);
        ballsOfTag.get(tag).add(ball);
        return ball;
    }
}
