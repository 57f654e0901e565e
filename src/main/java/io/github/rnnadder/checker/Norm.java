package io.github.rnnadder.checker;

import io.github.rnnadder.certificate.Limits;
import io.github.rnnadder.numeric.Matrices;

/**
 * The norm ‖T·‖₂ of one tag (or of the tube), with the inverse that belongs to it.
 *
 * <p>The inverse is always computed here. That of a certificate would have to be trusted.
 */
public final class Norm {

    /**
     * What every bound of a distance or radius is enlarged by; rounding is below 1e-8 (see the package's
     * documentation).
     */
    static final double SLACK = 1e-6;

    /** By how much T⁻¹ may stretch a vector more than the inverse that was computed, as a part of itself. */
    static final double INVERSE_SLACK = 1e-8;

    /** What ‖T·T⁻¹ − I‖∞ may be for the inverse that was computed. */
    private static final double RESIDUAL = 1e-10;

    private final double[][] t;
    private final double[][] inverse;
    private final double condition;

    /**
     * Inverts {@code t}, which is not copied.
     *
     * @throws ArithmeticException if T or its inverse is too large, or the inverse too inaccurate
     */
    public Norm(double[][] t) {
        this.t = t;
        this.inverse = Matrices.inverse(t);
        double[][] residual = Matrices.product(t, inverse);
        for (int i = 0; i < t.length; i++) {
            residual[i][i] -= 1;
        }
        double size = Matrices.maxRowSum(t);
        double inverseSize = Matrices.maxRowSum(inverse);
        this.condition = size * inverseSize;
        require(size <= Limits.METRIC, "a metric is too large");
        require(inverseSize <= Limits.METRIC, "the inverse of a metric is too large");
        require(condition <= Limits.CONDITION, "a metric is nearly singular");
        require(Matrices.maxRowSum(residual) <= RESIDUAL, "the inverse of a metric comes out too inaccurate");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ArithmeticException(otherwise);
        }
    }

    /** Returns T, not a copy. */
    public double[][] t() {
        return t;
    }

    /** Returns T⁻¹, to within ‖T·T⁻¹ − I‖∞ ≤ 1e-10; not a copy. */
    public double[][] inverse() {
        return inverse;
    }

    /** Returns ‖T‖∞·‖T⁻¹‖∞. */
    double condition() {
        return condition;
    }

    /**
     * Returns M, T⁻¹·radius and a little more, so that {h : ‖T(h − c)‖ ≤ radius} lies in c + M·(unit ball) whatever the
     * inverse lacks.
     */
    public double[][] ball(double radius) {
        double[][] m = new double[inverse.length][inverse.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                m[i][j] = inverse[i][j] * radius * (1 + INVERSE_SLACK);
            }
        }
        return m;
    }

    /** Returns T·h, the coordinates in which this norm is the Euclidean one. */
    public double[] coordinates(double[] h) {
        return Matrices.product(t, h);
    }

    /** Returns an upper bound of ‖T(h − c)‖ over a set with centre c. */
    public double radius(StateSet set) {
        return radius(set, t, 0, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns an upper bound of ‖T(h − c)‖ over a set with centre c, no sharper than a decision needs.
     *
     * @param enough a bound below this need not be the best
     * @param useless above this, infinity will do
     */
    public double radius(StateSet set, double enough, double useless) {
        return radius(set, t, enough, useless);
    }

    /**
     * The same for any matrix A in place of T: ‖AM‖₂ for the ellipsoid, and the 2-norm of the row sums of |AG| for the
     * zonotope, since each coordinate of AGη is at most its row sum. ‖AM‖_F bounds ‖AM‖₂ from above, and ‖AM‖_F/√H from
     * below.
     */
    static double radius(StateSet set, double[][] a, double enough, double useless) {
        int h = a.length;
        double[] image = new double[h + set.generators];
        double[][] ellipsoid = new double[h][h];
        double rowSquares = 0;
        double ellipsoidSquares = 0;
        for (int i = 0; i < h; i++) {
            Matrices.combine(a[i], set.rows, image.length, image);
            System.arraycopy(image, 0, ellipsoid[i], 0, h);
            ellipsoidSquares += Matrices.squareSum(image, h);
            double row = Matrices.absoluteSum(image, h, image.length);
            rowSquares += row * row;
        }
        double zonotope = Math.sqrt(rowSquares) + SLACK;
        double frobenius = Math.sqrt(ellipsoidSquares);
        if (zonotope + frobenius <= enough) {
            return zonotope + frobenius;
        }
        if (zonotope + frobenius / Math.sqrt(h) > useless) {
            return Double.POSITIVE_INFINITY;
        }
        return zonotope + SpectralNorm.bound(ellipsoid);
    }
}
