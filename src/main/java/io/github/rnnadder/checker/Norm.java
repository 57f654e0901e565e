package io.github.rnnadder.checker;

import io.github.rnnadder.numeric.Matrices;

/**
 * The norm ‖T·‖₂ of one tag (or of the tube), with the inverse that belongs to it.
 *
 * <p>The inverse is always computed here. That of a certificate would have to be trusted.
 */
public final class Norm {

    /** What every bound of a distance or radius is enlarged by; rounding is below 1e-8 (see the package's documentation). */
    static final double SLACK = 1e-6;

    private final double[][] t;
    private final double[][] inverse;

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
        if (!(size <= Limits.METRIC
                && inverseSize <= Limits.METRIC
                && size * inverseSize <= Limits.CONDITION
                && Matrices.maxRowSum(residual) <= 1e-10)) {
            throw new ArithmeticException("a metric is singular or too large");
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

    /** Returns M = T⁻¹·radius, so that {h : ‖T(h − c)‖ ≤ radius} lies in c + M·(unit ball); the factor makes up for the inverse. */
    public double[][] ball(double radius) {
        double[][] m = new double[inverse.length][inverse.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m.length; j++) {
                m[i][j] = inverse[i][j] * radius * Limits.INVERSE;
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
     * The same for any matrix A in place of T: ‖AM‖₂ for the ball, and the 2-norm of the row sums of |AG| for the box, since each
     * coordinate of AGη is at most its row sum. ‖AM‖_F bounds ‖AM‖₂ from above, and /√H from below.
     */
    static double radius(StateSet set, double[][] a, double enough, double useless) {
        int h = a.length;
        double[] image = new double[h + set.boxes];
        double[][] ball = new double[h][h];
        double boxSquares = 0;
        double ballSquares = 0;
        for (int i = 0; i < h; i++) {
            Matrices.combine(a[i], set.rows, image.length, image);
            System.arraycopy(image, 0, ball[i], 0, h);
            ballSquares += Matrices.squareSum(image, h);
            double row = Matrices.absoluteSum(image, h, image.length);
            boxSquares += row * row;
        }
        double box = Math.sqrt(boxSquares) + SLACK;
        double frobenius = Math.sqrt(ballSquares);
        if (box + frobenius <= enough) {
            return box + frobenius;
        }
        if (box + frobenius / Math.sqrt(h) > useless) {
            return Double.POSITIVE_INFINITY;
        }
        return box + Matrices.spectralNorm(ball);
    }
}
