package io.github.rnnadder.proof.checker;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.FullAdder;
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

    private final Weights weights;
    private final double tolerance;

    /**
     * Steps through this network.
     *
     * @param tolerance what each coordinate is enlarged by, before and after tanh. Half of it is for the programs that
     *     are spoken of; the rounding of this class is below 2e-9
     */
    public SetStep(Weights weights, double tolerance) {
        this.weights = weights;
        this.tolerance = tolerance;
    }

    /**
     * Returns a set that encloses the image of a set.
     *
     * @param from the set before the step, bounded
     * @param x the column read, 0…3
     * @param metric in whose axes the order is reduced when there are too many generators
     * @throws IllegalArgumentException if the set that results is too wide
     */
    public StateSet apply(StateSet from, int x, Norm metric) {
        StateSet affine = from.image(weights.w());
        int h = weights.hiddenSize();
        int generators = from.g()[0].length;
        double[] centre = new double[h];
        double[][] m = new double[h][];
        double[][] g = new double[h][];
        for (int i = 0; i < h; i++) {
            double ux = weights.u()[i][0] * FullAdder.first(x) + weights.u()[i][1] * FullAdder.second(x);
            double z = affine.centre()[i] + ux;
            double reach = affine.reach(i) + tolerance;
            double l = z - reach;
            double u = z + reach;
            double tanhL = StrictMath.tanh(l);
            double tanhU = StrictMath.tanh(u);
            double slope = (tanhU - tanhL) / (u - l);
            slope = slope >= LEAST_SLOPE ? Math.min(slope, 1) : 0;
            double low = Math.min(tanhL - slope * l, tanhU - slope * u);
            double high = Math.max(tanhL - slope * l, tanhU - slope * u);
            if (slope > 0) {
                // tanh(z) − αz is largest inside at artanh √(1−α), where tanh is √(1−α), and least at the opposite.
                double root = Math.sqrt(1 - slope);
                double at = 0.5 * StrictMath.log((1 + root) / (1 - root));
                high = l < at && at < u ? Math.max(high, root - slope * at) : high;
                low = l < -at && -at < u ? Math.min(low, slope * at - root) : low;
            }
            centre[i] = slope * z + (high + low) / 2;
            m[i] = Matrices.scaled(affine.m()[i], slope);
            g[i] = Arrays.copyOf(Matrices.scaled(affine.g()[i], slope), generators + h);
            g[i][generators + i] = (high - low) / 2 + tolerance;
        }
        StateSet to = new StateSet(centre, m, g);
        return to.isFull() ? to.reduced(metric) : to;
    }
}
