package io.github.rnnadder.network;

/**
 * The forward pass of 64 sequences side by side, each in its lane: column l of every matrix belongs to sequence l. A step
 * comes in parts, so that sequences with a common past can share its dearest one, W h.
 *
 * <p>Every lane computes exactly what {@link ForwardPass} does, to the bit: the same operations in the same order.
 */
public final class ForwardLanes {

    /** The number of sequences: the bits of a long, which gives one operand bit to each of them. */
    public static final int LANES = Long.SIZE;

    private final Weights weights;
    private final double[] a = new double[LANES];
    private final double[] b = new double[LANES];

    /** Steps networks with these weights. */
    public ForwardLanes(Weights weights) {
        this.weights = weights;
    }

    /** Returns a matrix H×64 of zeros: h₀ of every lane. */
    public double[][] zeros() {
        return new double[weights.hiddenSize()][LANES];
    }

    /** The product of (1): {@code wh} ← W h. */
    public void multiply(double[][] h, double[][] wh) {
        int size = h.length;
        for (int i = 0; i < size; i++) {
            double[] sum = wh[i];
            for (int l = 0; l < LANES; l++) {
                sum[l] = 0;
            }
            for (int j = 0; j < size; j++) {
                addScaled(sum, weights.w(i, j), h[j]);
            }
        }
    }

    /**
     * The rest of (1): {@code h} ← tanh({@code wh} + U x).
     *
     * @param aBits bit l is the bit that lane l reads from its first operand
     * @param bBits likewise for the second operand
     */
    public void activate(double[][] wh, long aBits, long bBits, double[][] h) {
        for (int l = 0; l < LANES; l++) {
            a[l] = aBits >>> l & 1;
            b[l] = bBits >>> l & 1;
        }
        for (int i = 0; i < h.length; i++) {
            activate(wh[i], weights.u(i, 0), a, weights.u(i, 1), b, h[i]);
        }
    }

    /** The output (2) and (3): {@code p} ← σ(V h). */
    public void output(double[][] h, double[] p) {
        for (int l = 0; l < LANES; l++) {
            p[l] = 0;
        }
        for (int j = 0; j < h.length; j++) {
            addScaled(p, weights.v(j), h[j]);
        }
        for (int l = 0; l < LANES; l++) {
            p[l] = Sigmoid.of(p[l]);
        }
    }

    private static void addScaled(double[] sum, double weight, double[] h) {
        for (int l = 0; l < LANES; l++) {
            sum[l] += weight * h[l];
        }
    }

    private static void activate(double[] wh, double u0, double[] a, double u1, double[] b, double[] h) {
        for (int l = 0; l < LANES; l++) {
            h[l] = Tanh.of(wh[l] + (u0 * a[l] + u1 * b[l]));
        }
    }
}
