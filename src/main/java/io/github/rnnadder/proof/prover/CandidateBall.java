package io.github.rnnadder.proof.prover;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;
import io.github.rnnadder.proof.checker.InvertibleMetric;
import java.util.LinkedHashSet;
import java.util.Set;

/** A ball of the cover under construction. It is an obligation itself, and it shrinks if it cannot be met. */
final class CandidateBall extends ProofObligation {

    /** The initial radius for H ≤ 16. More of larger balls have to shrink; more smaller balls are needed. */
    private static final double INITIAL_RADIUS = 0.14;
    /** The attempt fails when a radius falls below this share of the initial one: the budget would not suffice. */
    private static final double MIN_RADIUS_RATIO = 1.0 / 400;
    /** The factor by which a ball shrinks. */
    private static final double SHRINK_RATIO = 0.75;
    /** Steps to try for a ball of the initial radius. Few make balls shrink early, which is mostly faster. */
    private static final int INITIAL_STEPS = 100;
    /** Room left for the slack of the checker. */
    private static final double SLACK = 1e-5;

    private final int tag;
    private final InvertibleMetric metric;
    private final double[] centre;
    private final double[] coordinates;
    private double radius;
    /** The last radius at which the obligation could not be met. */
    private double failed = 0;
    /** The other obligations that use this ball. */
    private final Set<ProofObligation> dependents = new LinkedHashSet<>();

    CandidateBall(int tag, InvertibleMetric metric, double[] centre, double radius) {
        this.tag = tag;
        this.metric = metric;
        this.centre = centre;
        this.coordinates = Matrices.mult(metric.t(), centre);
        this.radius = radius;
    }

    /** Returns the initial radius for H hidden units. Distances of states grow with √H. */
    static double initialRadius(int h) {
        return Rounding.round(INITIAL_RADIUS * Math.sqrt(Math.max(16, h) / 16.0));
    }

    /** Returns ‖x − y‖₂ if it is below {@code limit}, else infinity. Mostly the first four coordinates decide. */
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

    /** Returns T·centre, T being the metric of the tag; not a copy. */
    double[] coordinates() {
        return coordinates;
    }

    Ball ball() {
        return new Ball(tag, radius, centre);
    }

    /** Returns the set itself, not a copy. */
    Set<ProofObligation> dependents() {
        return dependents;
    }

    /** Returns the radius of the largest ball around {@code y} in this one; −∞ unless it is above {@code enough}. */
    double room(double[] y, double enough) {
        double edge = radius - SLACK;
        return edge - distance(y, coordinates, edge - enough);
    }

    /** Returns this ball's radius if it had to shrink and {@code y} is nearby; at most {@code otherwise}. */
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

    /** Few for large balls, which often fail, and more as a ball shrinks. */
    @Override
    int stepsWorthTrying() {
        double shrunk = initialRadius(centre.length) / radius;
        return (int) Math.min(maxSteps(), INITIAL_STEPS * shrunk * shrunk);
    }
}
