package io.github.rnnadder.proof.prover;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.FullAdder;
import io.github.rnnadder.proof.checker.Norm;
import io.github.rnnadder.proof.checker.StateSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** A ball under construction. */
final class Draft extends Part {

    /**
     * The radius of the first balls of 16 units or less: of larger balls more have to shrink, of smaller ones more are
     * needed.
     */
    private static final double FIRST_RADIUS = 0.14;
    /** What part of the first radius ends the proof: a cover with balls as small would not end within the budget. */
    private static final double SMALLEST = 1.0 / 400;
    /** What is left of the radius of a ball that cannot be followed. */
    private static final double SHRINK = 0.75;
    /** How many steps a ball of the first radius is worth: with few, balls soon are small, which is mostly faster. */
    private static final int FIRST_STEPS = 100;
    /** Room that the checker will want for its slack. */
    private static final double SLACK = 1e-5;

    private final int tag;
    private final Norm norm;
    private final double[] centre;
    private final double[] coordinates;
    private double radius;
    /** The last radius with which it could not be followed. */
    private double failed = 0;
    /** The other parts that have a leaf in this ball. */
    private final Set<Part> reliedOnBy = new LinkedHashSet<>();

    Draft(int tag, Norm norm, double[] centre, double radius) {
        this.tag = tag;
        this.norm = norm;
        this.centre = centre;
        this.coordinates = Matrices.product(norm.t(), centre);
        this.radius = radius;
    }

    /** Returns the radius of the first balls of H units: distances of states grow with √H. */
    static double firstRadius(int h) {
        return Rounding.round(FIRST_RADIUS * Math.sqrt(Math.max(16, h) / 16.0));
    }

    /**
     * Returns ‖x − y‖₂ if that is below {@code limit}, else infinity; the first four coordinates mostly suffice to
     * tell.
     */
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

    /** Returns those of the centre in the norm of the tag, not a copy. */
    double[] coordinates() {
        return coordinates;
    }

    Ball ball() {
        return new Ball(tag, radius, centre);
    }

    /** Returns the other parts that have a leaf in this ball, not a copy. */
    Set<Part> reliedOnBy() {
        return reliedOnBy;
    }

    /**
     * Returns the radius of the largest ball around {@code y} that lies in this one, or −∞ if it is not above {@code
     * enough}.
     */
    double room(double[] y, double enough) {
        double edge = radius - SLACK;
        return edge - distance(y, coordinates, edge - enough);
    }

    /**
     * Returns what a new ball at {@code y} should have as radius, at most {@code otherwise}: this one's, if it had to
     * shrink to it nearby.
     */
    double advise(double[] y, double otherwise) {
        return radius < otherwise && distance(y, coordinates, failed) < failed ? radius : otherwise;
    }

    /** Gets smaller, and is to be followed anew; returns whether it is still worth it. */
    boolean shrink() {
        expand(Expansion.NONE);
        failed = radius;
        radius = Rounding.round(radius * SHRINK);
        return radius >= SMALLEST * firstRadius(centre.length);
    }

    @Override
    StateSet states() {
        return norm.ball(centre, radius);
    }

    @Override
    int carry() {
        return FullAdder.carryOf(tag);
    }

    /** Few for large balls, which often fail, and more as they shrink. */
    @Override
    int worthwhileSteps() {
        double shrunk = firstRadius(centre.length) / radius;
        return (int) Math.min(mostSteps(), FIRST_STEPS * shrunk * shrunk);
    }
}
