package io.github.rnnadder.checker;

import io.github.rnnadder.numeric.Matrices;
import java.util.Arrays;

/**
 * One step of the network on a whole set of states: encloses {F_x(h) : h in the set}, F_x(h) = tanh(W h + U x).
 *
 * <p>The affine part is exact. Then each coordinate is treated by itself: where z runs over [l, u], tanh(z) lies within
 * α·z + β ± ε, and ε becomes a new box column of its own.
 */
public final class SetStep {

    /** What each coordinate is enlarged by, before and after tanh. Rounding is below 1e-10. */
    static final double SLACK = 1e-6;

    private final Tensors tensors;

    /** Steps through the network with these weights. */
    public SetStep(Tensors tensors) {
        this.tensors = tensors;
    }

    /**
     * Encloses the image of a set.
     *
     * @param from the set before the step, bounded
     * @param x the column read, 0…3
     * @param metric in whose axes box columns are enclosed when there are too many
     * @param to is overwritten with the set after the step
     * @return whether all went well; if not, {@code to} means nothing
     */
    public boolean apply(StateSet from, int x, Norm metric, StateSet to) {
        int h = tensors.hiddenSize();
        int length = h + from.boxes;
        to.boxes = from.boxes + h;
        for (int i = 0; i < h; i++) {
            double[] row = to.rows[i];
            double[] w = tensors.w()[i];
            Matrices.combine(w, from.rows, length, row);
            Arrays.fill(row, length, length + h, 0);
            double z = tensors.input()[x][i] + Matrices.dot(w, from.centre);
            double reach = Math.sqrt(Matrices.squareSum(row, h)) + Matrices.absoluteSum(row, h, length) + SLACK;
            if (!(Math.abs(z) + reach <= Limits.PRE_ACTIVATION)) {
                return false;
            }
            double l = z - reach;
            double u = z + reach;
            double tanhL = StrictMath.tanh(l);
            double tanhU = StrictMath.tanh(u);
            double slope = (tanhU - tanhL) / (u - l);
            if (!(slope >= 1e-9)) {
                slope = 0; // below this, the extremes would be lost in rounding; any slope is sound
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
            row[length + i] = (high - low) / 2 + SLACK;
            to.centre[i] = slope * z + (high + low) / 2;
        }
        if (to.isFull()) {
            to.enclose(metric);
            return to.isBounded();
        }
        return true;
    }
}
