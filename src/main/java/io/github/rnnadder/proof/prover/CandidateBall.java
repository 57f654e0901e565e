package io.github.rnnadder.proof.prover;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;
import io.github.rnnadder.proof.checker.InvertibleMetric;
import java.util.LinkedHashSet;
import java.util.Set;

/** A ball of the cover under construction. It is a proof obligation itself, and it shrinks if it cannot be met. */
final class CandidateBall extends ProofObligation {

    /** The initial radius for H ≤ 16. With a larger one, more balls shrink; with a smaller one, more are needed. */
    private static final double INITIAL_RADIUS = 0.14;
    /** The attempt fails when a radius falls below this share of the initial one; the budget would not suffice. */
    private static final double MIN_RADIUS_RATIO = 1.0 / 400;
    /** The factor by which the radius is multiplied when a ball shrinks. */
    private static final double SHRINK_RATIO = 0.75;
    /** Steps to try for a ball of the initial radius. A low number lets it shrink early, which is mostly faster. */
    private static final int INITIAL_STEPS = 100;
    /** Space left free at the edge of each ball for the slack of the checker. */
    private static final double SLACK = 1e-5;

    private final int tag;
    private final InvertibleMetric metric;
    private final double[] centre;
    private final double[] coordinates;
    private double radius;
    /** The last radius at which the obligation could not be met; 0 if there was none. */
    private double failed = 0;
    /** The other obligations whose trees end in this ball. */
    private final Set<ProofObligation> dependents = new LinkedHashSet<>();

    CandidateBall(int tag, InvertibleMetric metric, double[] centre, double radius) {
        this.tag = tag;
        this.metric = metric;
        this.centre = centre;
        this.coordinates = Matrices.mult(metric.t(), centre);
        this.radius = radius;
    }

    /** Returns the initial radius of balls for H hidden units. Distances between states grow with √H. */
    static double initialRadius(int h) {
        return Rounding.round(INITIAL_RADIUS * Math.sqrt(Math.max(16, h) / 16.0));
    }

    /** Returns ‖x − y‖₂ if it is below {@code limit}, else infinity. Often four coordinates suffice to decide. */
    static double distance(double[] x, double[] y, double limit) {
        double sum = 0;
        double most = limit > 0 ? limit * limit : 0;
        for (int i = 0; i < x.length; i++) {
            double d = x[i] - y[i];
            sum += d * d;
            if ((i & 3) == 3 && !(sum < most)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return sum < most ? Math.sqrt(sum) : Double.POSITIVE_INFINITY;
    }

    int tag() {
        return tag;
    }

    double radius() {
        return radius;
    }

    /** Returns T·centre itself, not a copy; T is the metric of the tag. */
    double[] coordinates() {
        return coordinates;
    }

    Ball ball() {
        return new Ball(tag, radius, centre);
    }

    /** Returns the other obligations that use this ball; the set itself, not a copy. */
    Set<ProofObligation> dependents() {
        return dependents;
    }

    /** Returns the radius of the largest ball around {@code y} in this ball; −∞ if it is at most {@code enough}. */
    double room(double[] y, double enough) {
        double edge = radius - SLACK;
        return edge - distance(y, coordinates, edge - enough);
    }

    /** Returns the minimum of {@code otherwise} and, if this ball failed near {@code y}, its present radius. */
    double advise(double[] y, double otherwise) {
        return radius < otherwise && distance(y, coordinates, failed) < failed ? radius : otherwise;
    }

    /** Shrinks the ball and discards its tree. Returns whether the new radius is worth a try. */
    boolean shrink() {
        replaceTree(ReachTree.NONE);
        failed = radius;
        radius = Rounding.round(radius * SHRINK_RATIO);
        return radius >= MIN_RADIUS_RATIO * initialRadius(centre.length);
    }

    @Override
    EllipsoidZonotope states() {
        return metric.ball(centre, radius);
    }

    @Override
    int carry() {
        return FullAdder.carryOf(tag);
    }

    /** Returns few steps for large balls, which often fail, and more as a ball shrinks. */
    @Override
    int stepsWorthTrying() {
        double shrunk = initialRadius(centre.length) / radius;
        return (int) Math.min(maxSteps(), INITIAL_STEPS * shrunk * shrunk);
    }
}
