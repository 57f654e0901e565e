package io.github.rnnadder.checker;

import io.github.rnnadder.certificate.Limits;
import io.github.rnnadder.network.Cell;
import io.github.rnnadder.numeric.Matrices;
import java.util.Arrays;

/**
 * One step of the network on a whole set of states: encloses {F_x(h) : h in the set}, F_x(h) = tanh(W h + U x). The
 * theory calls it an abstract transformer (Cousot and Cousot, Abstract interpretation, 1977); this one is that of
 * zonotopes for tanh (Singh and others, Fast and effective robustness certification, 2018), but for the ellipsoid.
 *
 * <p>The affine part is exact. Then each coordinate is treated by itself: where z runs over [l, u], tanh(z) lies within
 * α·z + β ± ε, and ε becomes a new generator of its own.
 */
public final class SetStep {

    /** A smaller slope counts as 0: the extremes of tanh(z) − αz would be lost in rounding, and any slope is sound. */
    private static final double LEAST_SLOPE = 1e-9;

    private final Cell cell;
    private final double tolerance;

    /**
     * Steps through this network.
     *
     * @param tolerance what each coordinate is enlarged by, before and after tanh. Half of it is for the programs that
     *     are spoken of; the rounding of this class is below 1e-9
     */
    public SetStep(Cell cell, double tolerance) {
        this.cell = cell;
        this.tolerance = tolerance;
    }

    /**
     * Encloses the image of a set.
     *
     * @param from the set before the step, bounded
     * @param x the column read, 0…3
     * @param metric in whose axes the order is reduced when there are too many generators
     * @param to is overwritten with the set after the step
     * @return whether all went well; if not, {@code to} means nothing
     */
    public boolean apply(StateSet from, int x, Norm metric, StateSet to) {
        int h = cell.hiddenSize();
        int length = h + from.generators;
        to.generators = from.generators + h;
        for (int i = 0; i < h; i++) {
            double[] row = to.rows[i];
            double[] w = cell.w()[i];
            Matrices.combine(w, from.rows, length, row);
            Arrays.fill(row, length, length + h, 0);
            double z = cell.input()[x][i] + Matrices.dot(w, from.centre);
            double reach = Math.sqrt(Matrices.squareSum(row, h)) + Matrices.absoluteSum(row, h, length) + tolerance;
            if (!(Math.abs(z) + reach <= Limits.PRE_ACTIVATION)) {
                return false;
            }
            double l = z - reach;
            double u = z + reach;
            double tanhL = StrictMath.tanh(l);
            double tanhU = StrictMath.tanh(u);
            double slope = (tanhU - tanhL) / (u - l);
            if (!(slope >= LEAST_SLOPE)) {
                slope = 0;
            } else if (slope > 1) {
                slope = 1;
            }
            double atL = tanhL - slope * l;
            double atU = tanhU - slope * u;
            double low = Math.min(atL, atU);
            double high = Math.max(atL, atU);
            if (slope > 0) {
                // tanh(z) − αz has its extremes inside at ±artanh √(1−α), where tanh is ±√(1−α).
                double extreme = Math.sqrt(1 - slope);
                double at = 0.5 * StrictMath.log((1 + extreme) / (1 - extreme));
                double value = extreme - slope * at;
                if (l < at && at < u) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
                if (l < -at && -at < u) {
                    low = Math.min(low, -value);
                    high = Math.max(high, -value);
                }
            }
            for (int k = 0; k < length; k++) {
                row[k] *= slope;
            }
            row[length + i] = (high - low) / 2 + tolerance;
            to.centre[i] = slope * z + (high + low) / 2;
        }
        if (to.isFull()) {
            to.reduceOrder(metric);
            return to.isBounded();
        }
        return true;
    }
}
