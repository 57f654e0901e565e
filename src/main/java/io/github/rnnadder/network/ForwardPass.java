package io.github.rnnadder.network;

/**
 * A network that reads two binary numbers column by column, least significant first, for as many columns as one likes.
 */
public final class ForwardPass {

    private final Weights weights;
    private double[] h;
    private double[] next;

    /** Starts at h₀ = 0. */
    public ForwardPass(Weights weights) {
        this.weights = weights;
        this.h = new double[weights.hiddenSize()];
        this.next = new double[weights.hiddenSize()];
    }

    /**
     * Reads one column.
     *
     * @param a the bit of the first operand, 0 or 1
     * @param b the bit of the second operand, 0 or 1
     * @return p_t, the probability that the bit of the sum is 1; it is predicted to be 1 if and only if p_t &gt; 0.5
     */
    public double step(int a, int b) {
        for (int i = 0; i < h.length; i++) {
            double wh = 0;
            for (int j = 0; j < h.length; j++) {
                wh += weights.w(i, j) * h[j];
            }
            next[i] = Tanh.of(wh + (weights.u(i, 0) * a + weights.u(i, 1) * b)); // (1)
        }
        double[] previous = h;
        h = next;
        next = previous;
        double o = 0;
        for (int j = 0; j < h.length; j++) {
            o += weights.v(j) * h[j]; // (2)
        }
        return Sigmoid.of(o); // (3)
    }

    /** Returns a copy of the hidden state h_t, H entries. */
    public double[] hidden() {
        return h.clone();
    }
}
