package io.github.rnnadder.proof.checker;

import static io.github.rnnadder.proof.checker.CertificateChecker.require;

import io.github.rnnadder.base.numeric.Inverse;
import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.proof.certificate.Limits;

/**
 * The metric ‖T(h − h′)‖₂ of one tag, or of the cone, together with T⁻¹. The inverse is always computed here, because
 * an inverse from a certificate would have to be trusted.
 */
public final class InvertibleMetric {

    /** The slack beyond the tolerance in every containment test. Rounding is below 2e-7 (L7, L16). */
    static final double SLACK = 1e-6;
    /** The relative amount by which T⁻¹ may stretch a vector more than its computed inverse does. */
    static final double INVERSE_SLACK = 1e-7;
    /** The upper bound on ‖T·X − I‖∞ for the computed inverse X. */
    private static final double RESIDUAL = 1e-10;

    private final double[][] t;
    /** X, the computed inverse of T. */
    final double[][] inverse;

    /**
     * Inverts T.
     *
     * @param t T, H×H; kept, not copied
     * @throws io.github.rnnadder.proof.certificate.InvalidCertificateException if T is too large or nearly
     *     singular, or if its inverse is inaccurate
     */
    public InvertibleMetric(double[][] t) {
        this.t = t;
        this.inverse = Inverse.of(t);
        double[][] residual = Matrices.mult(t, inverse);
        for (int i = 0; i < t.length; i++) {
            residual[i][i] -= 1;
        }
        double size = Matrices.maxRowSum(t);
        require(size <= Limits.MAX_METRIC_NORM, "a metric is too large");
        require(size * Matrices.maxRowSum(inverse) <= Limits.MAX_CONDITION, "a metric is nearly singular");
        require(Matrices.maxRowSum(residual) <= RESIDUAL, "the computed inverse of a metric is too inaccurate");
    }

    /** Returns T itself, not a copy. */
    public double[][] t() {
        return t;
    }

    /**
     * Returns a set that encloses the ball {h : ‖T(h − centre)‖₂ ≤ radius}.
     *
     * @param centre the centre, H entries; kept, not copied
     * @param radius the radius, 0 or more
     * @throws io.github.rnnadder.proof.certificate.InvalidCertificateException if the set exceeds
     *     {@link Limits#MAX_COORDINATE}
     */
    public EllipsoidZonotope ball(double[] centre, double radius) {
        double[][] m = Matrices.scaled(inverse, radius * (1 + INVERSE_SLACK));
        return new EllipsoidZonotope(centre, m, new double[m.length][0]).bounded();
    }
}
