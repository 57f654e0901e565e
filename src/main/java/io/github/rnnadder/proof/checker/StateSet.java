package io.github.rnnadder.proof.checker;

import static io.github.rnnadder.proof.checker.CertificateChecker.require;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.base.numeric.PowerIteration;
import io.github.rnnadder.proof.certificate.Limits;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A set of hidden states: an ellipsoid plus a zonotope, centre + M·(unit ball) + G·(unit box), which is all h = c + Mξ
 * + Gη with ‖ξ‖₂ ≤ 1 and |η_k| ≤ 1. The columns of G are the generators of the zonotope: as many as the steps so far
 * have left, up to a limit at which they are replaced by H, which is known as order reduction (Girard, Reachability of
 * uncertain linear systems using zonotopes, 2005). The arrays are shared, not copied: whoever reads them leaves them as
 * they are.
 *
 * @param centre c, H entries
 * @param m M, H×H
 * @param g G, H rows
 */
public record StateSet(double[] centre, double[][] m, double[][] g) {

    /** How many generators are kept, at least: fewer make a set coarser, more make its steps dearer. */
    private static final int LEAST_ROOM = 128;
    /** How many are kept for each hidden unit: large networks lose their proofs with fewer. */
    private static final int ROOM_PER_UNIT = 4;

    /** How near a cut comes to the longest axis. */
    private static final int POWER_STEPS = 16;
    /** The semi-axis along the cut axis of the ellipsoid around half a ball, as a part of its radius. */
    private static final double ALONG = 0.667;
    /** The semi-axes across it. */
    private static final double ACROSS = 1.512;

    /** What the sums of a reduction are enlarged by. */
    private static final double ROUNDING = 1e-9;

    /** Returns {A h : h in the set}. */
    StateSet image(double[][] a) {
        return new StateSet(Matrices.product(a, centre), Matrices.product(a, m), Matrices.product(a, g));
    }

    /** Returns max |h_i − c_i| over the set: the 2-norm of row i of M plus the 1-norm of row i of G. */
    double reach(int i) {
        return Matrices.norm(m[i]) + Matrices.absoluteSum(g[i]);
    }

    /** Returns by how much Vh is on the right side of 0 for this bit, all over the set; negative if it is not. */
    public double margin(double[] v, int bit) {
        StateSet o = image(new double[][] {v});
        return (bit == 1 ? o.centre[0] : -o.centre[0]) - o.reach(0);
    }

    /** Returns max |h_i| over the set and all coordinates; NaN if any bound is. */
    double size() {
        return IntStream.range(0, centre.length)
                .mapToDouble(i -> Math.abs(centre[i]) + reach(i))
                .reduce(0, Math::max);
    }

    /** Returns this set, if it stays within the bounds in which rounding is argued: ±{@link Limits#REACH}. */
    StateSet bounded() {
        require(size() <= Limits.REACH, "a set is too wide");
        return this;
    }

    /**
     * Says whether ‖h − c‖₂ ≤ {@code room} over the set: of the room, the zonotope takes the 2-norm of the row sums of
     * |G|, since each coordinate of Gη is at most its row sum; what is left must be at least ‖M‖₂.
     */
    boolean isWithin(double room) {
        return SpectralNorm.isAtMost(room - Matrices.norm(Matrices.rowSums(g)), m);
    }

    /**
     * Returns two sets that cover this one: its halves on either side of a cut across the longest axis of the ellipsoid
     * in the norm ‖T·‖₂. Of ‖ξ‖ ≤ 1 the half with qᵀξ ≥ 0, ‖q‖ = 1, lies in the ellipsoid around q/2 with the semi-axes
     * a along q and b across, if 1/4a² + 1/b² ≤ 1. Any q will do; how near it is to the longest axis decides how good
     * the cut is. Where M is 0, there is nothing to cut, and the halves are not numbers.
     */
    public List<StateSet> halves(double[][] t) {
        double[][] stretched = Matrices.product(t, m);
        double[][] square = Matrices.product(Matrices.transposed(stretched), stretched);
        double[] axis = PowerIteration.leading(square, 0, Matrices.rowSums(square), POWER_STEPS);
        double[] q = Matrices.scaled(axis, 1 / Matrices.norm(axis));
        double[][] shape = Matrices.projection(q, Matrices.scaled(q, 1 - ALONG / ACROSS));
        double[][] half = Matrices.product(m, Matrices.scaled(shape, ACROSS));
        double[][] ends = {centre, Matrices.product(m, q)};
        return Stream.of(-0.5, 0.5)
                .map(side -> new StateSet(Matrices.product(new double[] {1, side}, ends), half, g))
                .toList();
    }

    boolean isFull() {
        return g[0].length > Math.max(LEAST_ROOM, ROOM_PER_UNIT * centre.length);
    }

    /**
     * Returns the set with H generators in place of its own, whose zonotope contains theirs, along the axes of {@code
     * metric}. For y = Tg, g ∈ G·box, |y_i| ≤ r_i, the row sum of |TG|; so g = T⁻¹y lies in T⁻¹·diag(r)·box.
     */
    StateSet reduced(Norm metric) {
        double[] r = Matrices.rowSums(Matrices.product(metric.t(), g));
        double slack = Norm.INVERSE_SLACK * Matrices.largest(r) + ROUNDING;
        double[][] reduced = new double[r.length][r.length];
        for (int i = 0; i < r.length; i++) {
            for (int k = 0; k < r.length; k++) {
                reduced[i][k] = metric.inverse[i][k] * (r[k] + slack);
            }
        }
        return new StateSet(centre, m, reduced).bounded();
    }
}
