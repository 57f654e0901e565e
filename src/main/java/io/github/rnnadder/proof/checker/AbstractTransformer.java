package io.github.rnnadder.proof.checker;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.Weights;
import java.util.Arrays;

/**
 * Encloses one step of the network on a set of states: {tanh(W h + U x) : h in the set}. Such a function is called an
 * abstract transformer (Cousot and Cousot, Abstract interpretation, 1977). This one is the zonotope transformer for
 * tanh (Singh and others, Fast and effective robustness certification, 2018), extended to sets with an ellipsoid.
 *
 * <p>The affine part z = W h + U x is exact. Then each coordinate is enclosed separately: where z lies in [l, u],
 * tanh(z) lies in α·z + β ± ε. Each ε becomes a new generator.
 */
public final class AbstractTransformer {

    /** The minimum slope α. A smaller α is replaced with 0, which avoids inaccurate extrema of tanh(z) − αz. */
    private static final double MIN_SLOPE = 1e-9;

    private final Weights weights;
    private final double tolerance;

    /**
     * @param tolerance how much each coordinate is enlarged before and after tanh. One half allows for the error of the
     *     covered programs. The other half allows for the rounding of this class, which is below 2e-9
     */
    public AbstractTransformer(Weights weights, double tolerance) {
        this.weights = weights;
        this.tolerance = tolerance;
    }

    /**
     * Returns a set that encloses the states after one step from a given set.
     *
     * @param from the states before the step, each coordinate at most {@code Limits.MAX_COORDINATE} in absolute value
     * @param x the input, 0…3
     * @param metric the metric of the tag after the step; order reduction uses its axes
     * @throws io.github.rnnadder.proof.certificate.InvalidCertificateException if order reduction makes the set exceed
     *     {@code Limits.MAX_COORDINATE}
     */
    public EllipsoidZonotope apply(EllipsoidZonotope from, int x, InvertibleMetric metric) {
        EllipsoidZonotope affine = from.image(weights.w());
        int h = weights.hiddenSize();
        int generators = from.g()[0].length;
        double[] centre = new double[h];
        double[][] m = new double[h][];
        double[][] g = new double[h][];
        for (int i = 0; i < h; i++) {
            double ux = weights.u()[i][0] * FullAdder.first(x) + weights.u()[i][1] * FullAdder.second(x);
            double z = affine.centre()[i] + ux;
            double reach = affine.halfWidth(i) + tolerance;
            double l = z - reach;
            double u = z + reach;
            double tanhL = StrictMath.tanh(l);
            double tanhU = StrictMath.tanh(u);
            double slope = (tanhU - tanhL) / (u - l);
            slope = slope >= MIN_SLOPE ? Math.min(slope, 1) : 0;
            double low = Math.min(tanhL - slope * l, tanhU - slope * u);
            double high = Math.max(tanhL - slope * l, tanhU - slope * u);
            if (slope > 0) {
                // Inside, tanh(z) − αz has its maximum at z = artanh √(1−α), where tanh z = √(1−α), and its minimum at
                // −z.
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
        EllipsoidZonotope to = new EllipsoidZonotope(centre, m, g);
        return to.isFull() ? to.reduceOrder(metric) : to;
    }
}
