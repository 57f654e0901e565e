package io.github.rnnadder.proof.checker;

import static io.github.rnnadder.proof.checker.CertificateChecker.require;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.base.numeric.PowerIteration;
import io.github.rnnadder.proof.certificate.Limits;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A set of hidden states: an ellipsoid plus a zonotope. It contains all h = c + Mξ + Gη with ‖ξ‖₂ ≤ 1 and |η_k| ≤ 1.
 *
 * <p>The columns of G are the generators of the zonotope. Each step adds H of them. When there are too many, order
 * reduction replaces all of them with H new ones (Girard, Reachability of uncertain linear systems using zonotopes,
 * 2005). The arrays are shared, not copied, and must not be modified.
 *
 * @param centre c, H entries
 * @param m M, H×H
 * @param g G, H rows
 */
public record EllipsoidZonotope(double[] centre, double[][] m, double[][] g) {

    /** Up to this many generators are kept. A larger value makes steps slower; a smaller one, sets coarser. */
    private static final int MIN_GENERATORS = 128;
    /** Up to this many generators per hidden unit are kept, too. With fewer, large networks lose their proofs. */
    private static final int GENERATORS_PER_UNIT = 4;
    /** The number of power iterations that approximate the longest axis of a set before a split. */
    private static final int POWER_STEPS = 16;
    /** For the ellipsoid that encloses half of a unit ball in a split: its semi-axis along the split direction. */
    private static final double SEMI_AXIS_ALONG = 0.667;
    /** For the ellipsoid that encloses half of a unit ball in a split: its other semi-axes. */
    private static final double SEMI_AXIS_ACROSS = 1.512;
    /** Added to the row sums in an order reduction, to cover rounding. */
    private static final double ROUNDING = 1e-9;

    /** Returns {A h : h in this set}. */
    EllipsoidZonotope image(double[][] a) {
        return new EllipsoidZonotope(Matrices.mult(a, centre), Matrices.mult(a, m), Matrices.mult(a, g));
    }

    /** Returns the maximum of |h_i − c_i| over the set: the 2-norm of row i of M plus the 1-norm of row i of G. */
    double halfWidth(int i) {
        return Matrices.norm(m[i]) + Matrices.absoluteSum(g[i]);
    }

    /**
     * Returns the minimum of V h (for bit 1) or of −V h (for bit 0) over the set. Above 0, every state gives the right
     * bit.
     *
     * @param v V, H entries
     * @param bit the right bit, 0 or 1
     */
    public double margin(double[] v, int bit) {
        EllipsoidZonotope o = image(new double[][] {v});
        return (bit == 1 ? o.centre[0] : -o.centre[0]) - o.halfWidth(0);
    }

    /** Returns the maximum of |h_i| over all h in the set and all i; NaN if a coordinate has no bound. */
    double maxNorm() {
        return IntStream.range(0, centre.length)
                .mapToDouble(i -> Math.abs(centre[i]) + halfWidth(i))
                .reduce(0, Math::max);
    }

    /** Returns this set. Requires that no coordinate exceeds {@link Limits#MAX_COORDINATE}. */
    EllipsoidZonotope bounded() {
        require(maxNorm() <= Limits.MAX_COORDINATE, "a set is too wide");
        return this;
    }

    /**
     * Returns whether surely ‖h − c‖₂ ≤ {@code room} over the set. No coordinate of Gη exceeds its row sum of |G|.
     * Hence ‖Gη‖₂ is at most the 2-norm of the row sums. ‖M‖₂ must not exceed the rest of {@code room}.
     */
    boolean isWithin(double room) {
        return SpectralNorm.isAtMost(room - Matrices.norm(Matrices.rowSums(g)), m);
    }

    /**
     * Returns two sets that cover this one. The unit ball of ξ is cut in two across a unit vector q. The half with qᵀξ
     * ≥ 0 lies in the ellipsoid around q/2 with semi-axis a along q and b across it, if 1/4a² + 1/b² ≤ 1. The other
     * half is its mirror image. Every q is sound. The best q gives the longest axis of the ellipsoid in the given
     * metric; power iteration approximates it. If M is 0, both sets are NaN.
     *
     * @param t T of the metric, H×H
     */
    public List<EllipsoidZonotope> split(double[][] t) {
        double[][] stretched = Matrices.mult(t, m);
        double[][] square = Matrices.mult(Matrices.transposed(stretched), stretched);
        double[] axis = PowerIteration.leading(square, 0, Matrices.rowSums(square), POWER_STEPS);
        double[] q = Matrices.scaled(axis, 1 / Matrices.norm(axis));
        double[][] shape = Matrices.projection(q, Matrices.scaled(q, 1 - SEMI_AXIS_ALONG / SEMI_AXIS_ACROSS));
        double[][] half = Matrices.mult(m, Matrices.scaled(shape, SEMI_AXIS_ACROSS));
        double[][] ends = {centre, Matrices.mult(m, q)};
        return Stream.of(-0.5, 0.5)
                .map(side -> new EllipsoidZonotope(Matrices.multTransA(ends, new double[] {1, side}), half, g))
                .toList();
    }

    boolean isFull() {
        return g[0].length > Math.max(MIN_GENERATORS, GENERATORS_PER_UNIT * centre.length);
    }

    /**
     * Returns a superset with only H generators, along the axes of a metric T. Let y = Tg for g in the zonotope. Then
     * |y_i| is at most r_i, the row sum of |TG|. Hence g = T⁻¹y lies in T⁻¹·diag(r)·[−1, 1]ᴴ.
     */
    EllipsoidZonotope reduceOrder(InvertibleMetric metric) {
        double[] r = Matrices.rowSums(Matrices.mult(metric.t(), g));
        double slack = InvertibleMetric.INVERSE_SLACK * Matrices.largest(r) + ROUNDING;
        double[][] reduced = new double[r.length][r.length];
        for (int i = 0; i < r.length; i++) {
            for (int k = 0; k < r.length; k++) {
                reduced[i][k] = metric.inverse[i][k] * (r[k] + slack);
            }
        }
        return new EllipsoidZonotope(centre, m, reduced).bounded();
    }
}
