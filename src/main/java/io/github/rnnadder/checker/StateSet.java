package io.github.rnnadder.checker;

import io.github.rnnadder.certificate.Limits;
import io.github.rnnadder.numeric.Matrices;

/**
 * A set of hidden states: an ellipsoid plus a zonotope, centre + M·(unit ball) + G·(unit box), which is all h = c + Mξ
 * + Gη with ‖ξ‖₂ ≤ 1 and |η_k| ≤ 1. The columns of G are the generators of the zonotope.
 *
 * <p>M has H columns. G has as many as the steps so far have left, up to a limit at which they are replaced by H: what
 * is known as order reduction (Girard, Reachability of uncertain linear systems using zonotopes, 2005). Mutable: one
 * object per depth of a search is used again and again.
 */
public final class StateSet {

    /** How many generators are kept, at least: fewer make a set coarser, more make its steps dearer. */
    private static final int LEAST_ROOM = 128;
    /** How many are kept for each hidden unit: large networks lose their proofs with fewer. */
    private static final int ROOM_PER_UNIT = 4;

    /** What the sums of a reduction are enlarged by. */
    private static final double ROUNDING = 1e-9;

    private final int h;
    private final int mostGenerators;
    final double[] centre;
    /** Row i is row i of M, followed by row i of G. */
    final double[][] rows;
    /** The number of columns of G. */
    int generators;

    /** Makes room for sets of states with {@code h} entries. */
    public StateSet(int h) {
        this.h = h;
        this.mostGenerators = Math.max(LEAST_ROOM, ROOM_PER_UNIT * h);
        this.centre = new double[h];
        this.rows = new double[h][h + mostGenerators + h];
    }

    /** Returns c, not a copy. */
    public double[] centre() {
        return centre;
    }

    /** Becomes centre + M·(unit ball). */
    public void setBall(double[] centre, double[][] m) {
        System.arraycopy(centre, 0, this.centre, 0, h);
        for (int i = 0; i < h; i++) {
            System.arraycopy(m[i], 0, rows[i], 0, h);
        }
        generators = 0;
    }

    /** Becomes centre + M·(unit ball) + {η·direction : |η| ≤ 1}. */
    public void setCylinder(double[] centre, double[][] m, double[] direction) {
        setBall(centre, m);
        for (int i = 0; i < h; i++) {
            rows[i][h] = direction[i];
        }
        generators = 1;
    }

    /** Returns max |aᵀ(h − c)| over the set: the 2-norm of aᵀM plus the 1-norm of aᵀG. */
    public double reach(double[] a) {
        double[] image = new double[h + generators];
        Matrices.combine(a, rows, image.length, image);
        return Math.sqrt(Matrices.squareSum(image, h)) + Matrices.absoluteSum(image, h, image.length);
    }

    /** Returns max |h_i − c_i| over the set. */
    double reach(int i) {
        return Math.sqrt(Matrices.squareSum(rows[i], h)) + Matrices.absoluteSum(rows[i], h, h + generators);
    }

    /** Says whether the set stays within {@link Limits#REACH} of its centre. */
    public boolean isBounded() {
        for (int i = 0; i < h; i++) {
            if (!(reach(i) <= Limits.REACH)) {
                return false;
            }
        }
        return true;
    }

    boolean isFull() {
        return generators > mostGenerators;
    }

    /**
     * Replaces the generators by H others whose zonotope contains theirs, along the axes of {@code metric}. For y = Tg,
     * g ∈ G·box, |y_i| ≤ r_i, the row sum of |TG|; so g = T⁻¹y lies in T⁻¹·diag(r)·box.
     */
    void reduceOrder(Norm metric) {
        double[] r = new double[h];
        double[] image = new double[h + generators];
        double largest = 0;
        for (int i = 0; i < h; i++) {
            Matrices.combine(metric.t()[i], rows, image.length, image);
            r[i] = Matrices.absoluteSum(image, h, image.length);
            largest = Math.max(largest, r[i]);
        }
        double slack = Norm.INVERSE_SLACK * largest + ROUNDING;
        for (int i = 0; i < h; i++) {
            double[] inverse = metric.inverse()[i];
            for (int k = 0; k < h; k++) {
                rows[i][h + k] = inverse[k] * (r[k] + slack);
            }
        }
        generators = h;
    }
}
