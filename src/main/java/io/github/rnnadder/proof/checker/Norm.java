package io.github.rnnadder.proof.checker;

import static io.github.rnnadder.proof.checker.CertificateChecker.require;

import io.github.rnnadder.base.numeric.Inverse;
import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.proof.certificate.Limits;

/**
 * The norm ‖T·‖₂ of one tag (or of the tube), with the inverse that belongs to it.
 *
 * <p>The inverse is always computed here. That of a certificate would have to be trusted.
 */
public final class Norm {

    /**
     * What every inclusion must leave beyond the tolerance; rounding is below 2e-7 (see the package's documentation).
     */
    static final double SLACK = 1e-6;

    /** By how much T⁻¹ may stretch a vector more than the inverse that was computed, as a part of itself. */
    static final double INVERSE_SLACK = 1e-7;

    /** What ‖T·T⁻¹ − I‖∞ may be for the inverse that was computed. */
    private static final double RESIDUAL = 1e-10;

    private final double[][] t;
    /** T⁻¹, to within ‖T·T⁻¹ − I‖∞ ≤ 1e-10. */
    final double[][] inverse;

    /**
     * Inverts {@code t}, which is not copied.
     *
     * @throws IllegalArgumentException if T is too large or nearly singular, or the inverse too inaccurate
     */
    public Norm(double[][] t) {
        this.t = t;
        this.inverse = Inverse.of(t);
        double[][] residual = Matrices.product(t, inverse);
        for (int i = 0; i < t.length; i++) {
            residual[i][i] -= 1;
        }
        double size = Matrices.maxRowSum(t);
        require(size <= Limits.METRIC, "a metric is too large");
        require(size * Matrices.maxRowSum(inverse) <= Limits.CONDITION, "a metric is nearly singular");
        require(Matrices.maxRowSum(residual) <= RESIDUAL, "the inverse of a metric comes out too inaccurate");
    }

    /** Returns T, not a copy. */
    public double[][] t() {
        return t;
    }

    /**
     * Returns {h : ‖T(h − centre)‖ ≤ radius}, which lies in centre + M·(unit ball) for M = T⁻¹·radius and a little
     * more, for what the inverse lacks.
     *
     * @throws IllegalArgumentException if it is too wide
     */
    public StateSet ball(double[] centre, double radius) {
        double[][] m = Matrices.scaled(inverse, radius * (1 + INVERSE_SLACK));
        return new StateSet(centre, m, new double[m.length][0]).bounded();
    }
}
