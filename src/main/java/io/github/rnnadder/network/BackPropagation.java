package io.github.rnnadder.network;

/**
 * A network in training: each step adds two numbers, propagates the error back through time and descends the gradient.
 */
public final class BackPropagation {

    private final int bits;
    private final int hiddenSize;
    private final double learningRate;
    private final double weightDecay;
    private final double[][] u;
    private final double[][] w;
    private final double[] v;
    private final double[][] h;
    private final double[] gradO;
    private final double[][] delta;
    private boolean exact;

    /**
     * @param initial the weights to begin with
     * @param bits T, the columns of each sum, 2…62
     * @param learningRate η
     * @param weightDecay added to the gradient in proportion to the weight
     */
    public BackPropagation(Weights initial, int bits, double learningRate, double weightDecay) {
        this.bits = bits;
        this.hiddenSize = initial.hiddenSize();
        this.learningRate = learningRate;
        this.weightDecay = weightDecay;
        this.u = new double[hiddenSize][Weights.INPUTS];
        this.w = new double[hiddenSize][hiddenSize];
        this.v = new double[hiddenSize];
        for (int i = 0; i < hiddenSize; i++) {
            for (int j = 0; j < Weights.INPUTS; j++) {
                u[i][j] = initial.u(i, j);
            }
            for (int j = 0; j < hiddenSize; j++) {
                w[i][j] = initial.w(i, j);
            }
            v[i] = initial.v(i);
        }
        this.h = new double[bits + 1][hiddenSize];
        this.gradO = new double[bits + 1];
        this.delta = new double[bits + 2][hiddenSize];
    }

    /**
     * Learns from one sum.
     *
     * @param a the first operand, at most T−1 bits
     * @param b the second operand, likewise
     * @return L, the loss (5) before the step
     */
    public double step(long a, long b) {
        long y = a + b;
        double loss = 0;
        exact = true;
        for (int t = 1; t <= bits; t++) {
            int x0 = (int) (a >>> (t - 1)) & 1;
            int x1 = (int) (b >>> (t - 1)) & 1;
            int yt = (int) (y >>> (t - 1)) & 1;
            double o = 0;
            for (int i = 0; i < hiddenSize; i++) {
                double z = u[i][0] * x0 + u[i][1] * x1;
                for (int j = 0; j < hiddenSize; j++) {
                    z += w[i][j] * h[t - 1][j];
                }
                h[t][i] = Tanh.of(z); // (1)
                o += v[i] * h[t][i]; // (2)
            }
            double p = Sigmoid.of(o); // (3)
            double e = p - yt;
            loss += 0.5 * e * e; // (4), (5)
            gradO[t] = e * p * (1 - p); // (9)
            exact &= (p > 0.5) == (yt == 1);
        }
        for (int t = bits; t >= 1; t--) {
            for (int j = 0; j < hiddenSize; j++) {
                double g = v[j] * gradO[t];
                for (int i = 0; i < hiddenSize; i++) {
                    g += w[i][j] * delta[t + 1][i]; // (10)
                }
                delta[t][j] = (1 - h[t][j] * h[t][j]) * g;
            }
        }
        for (int i = 0; i < hiddenSize; i++) {
            for (int j = 0; j < hiddenSize; j++) {
                double g = 0;
                for (int t = 1; t <= bits; t++) {
                    g += delta[t][i] * h[t - 1][j]; // (6)
                }
                w[i][j] -= learningRate * (g + weightDecay * w[i][j]);
            }
            double g0 = 0;
            double g1 = 0;
            double gv = 0;
            for (int t = 1; t <= bits; t++) {
                g0 += delta[t][i] * ((a >>> (t - 1)) & 1); // (7)
                g1 += delta[t][i] * ((b >>> (t - 1)) & 1);
                gv += gradO[t] * h[t][i]; // (8)
            }
            u[i][0] -= learningRate * (g0 + weightDecay * u[i][0]);
            u[i][1] -= learningRate * (g1 + weightDecay * u[i][1]);
            v[i] -= learningRate * (gv + weightDecay * v[i]);
        }
        return loss;
    }

    /** Says whether every bit of the last sum was predicted right (a tie is 0), before the step. */
    public boolean exact() {
        return exact;
    }

    /** Says whether the weights are still ones that {@link Weights} allows. */
    public boolean finite() {
        for (int i = 0; i < hiddenSize; i++) {
            for (int j = 0; j < hiddenSize; j++) {
                if (!Weights.isAllowed(w[i][j])) {
                    return false;
                }
            }
            if (!Weights.isAllowed(u[i][0]) || !Weights.isAllowed(u[i][1]) || !Weights.isAllowed(v[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the weights as they are now.
     *
     * @throws IllegalArgumentException unless they are {@link #finite}
     */
    public Weights weights() {
        return new Weights(u, w, v);
    }
}
