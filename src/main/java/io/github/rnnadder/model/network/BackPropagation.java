package io.github.rnnadder.model.network;

import java.util.Arrays;

/**
 * A network in training. Each step adds two numbers, propagates the error back through time, and descends the gradient.
 *
 * <p>The symbols are those of the report, with two differences. Time counts from 0. And every ∇ already includes the
 * factor −η of gradient descent: ∇o_t introduces the factor, and all other gradients are proportional to ∇o_t.
 */
public final class BackPropagation {

    private final int bits;
    private final int hiddenSize;
    private final double learningRate;
    /** The factor by which weight decay multiplies each weight in a step, 1 − η·weightDecay. */
    private final double remaining;

    /** The products U x for the inputs (0,0), (1,0), (0,1) and (1,1): zeros, the two columns of U, and their sum. */
    private final double[][] ux;

    private final ColumnMatrix w;
    /** Wᵀ, a transposed copy of W for the products in equation (10) of the report. */
    private final ColumnMatrix wT;

    private final double[] v;

    /** The hidden states: column t is h_t. */
    private final ColumnMatrix h;
    /** The previous hidden states: column t is h_{t−1}, which is 0 for t = 0 and otherwise shared with {@link #h}. */
    private final ColumnMatrix hBefore;
    /** The gradients before tanh: column t is D_t ∇h_t with D_t = diag(1 − h_t²). The report writes H_t for D_t. */
    private final ColumnMatrix delta;
    /** The gradients of the outputs: entry t is ∇o_t. */
    private final double[] gradO;
    /** The bits of the first operand, which are the first components of the inputs x_t. */
    private final double[] a;
    /** The bits of the second operand, which are the second components of the inputs x_t. */
    private final double[] b;

    private final double[] sum;
    private boolean exact;

    /**
     * @param initial the initial weights
     * @param bits T, the width of each sum, 2…62
     * @param learningRate η
     * @param weightDecay the multiple of each weight that is added to its gradient, before the factor −η
     */
    public BackPropagation(Weights initial, int bits, double learningRate, double weightDecay) {
        this.bits = bits;
        this.hiddenSize = initial.hiddenSize();
        this.learningRate = learningRate;
        this.remaining = 1 - learningRate * weightDecay;
        int rows = ColumnMatrix.padded(hiddenSize);
        int times = ColumnMatrix.padded(bits);
        this.ux = new double[4][rows];
        this.w = new ColumnMatrix(hiddenSize, hiddenSize);
        this.wT = new ColumnMatrix(hiddenSize, hiddenSize);
        this.v = new double[rows];
        this.h = new ColumnMatrix(hiddenSize, bits);
        this.hBefore = new ColumnMatrix(hiddenSize, bits);
        this.delta = new ColumnMatrix(hiddenSize, bits);
        for (int t = 1; t < times; t++) {
            hBefore.share(t, h.get(t - 1));
        }
        this.gradO = new double[times];
        this.a = new double[times];
        this.b = new double[times];
        this.sum = new double[rows];
        for (int i = 0; i < hiddenSize; i++) {
            for (int j = 0; j < hiddenSize; j++) {
                w.get(j)[i] = initial.w()[i][j];
            }
            ux[1][i] = initial.u()[i][0];
            ux[2][i] = initial.u()[i][1];
            v[i] = initial.v()[i];
        }
        completeWeights();
    }

    /**
     * Learns from one sum.
     *
     * @param a the first operand, at most T−1 bits
     * @param b the second operand, at most T−1 bits
     * @return L, the loss of equation (5) of the report, before the update
     */
    public double step(long a, long b) {
        for (int t = 0; t < bits; t++) {
            forward(t, (int) (a >>> t) & 1, (int) (b >>> t) & 1);
        }
        long y = a + b;
        double loss = 0;
        exact = true;
        for (int t = 0; t < bits; t++) {
            loss += output(t, (int) (y >>> t) & 1); // equation (5)
        }
        for (int t = bits - 1; t >= 0; t--) {
            backward(t);
        }
        descend();
        return loss;
    }

    /** Computes h_t = tanh(W h_{t−1} + U x_t), equation (1) of the report. */
    private void forward(int t, int a, int b) {
        this.a[t] = a;
        this.b[t] = b;
        double[] z = ux[a + 2 * b];
        if (t > 0) {
            w.multiply(z, h.get(t - 1), sum);
            z = sum;
        }
        activate(z, h.get(t));
    }

    private static void activate(double[] z, double[] h) {
        for (int i = 0; i < h.length; i++) {
            h[i] = Tanh.ofBounded(z[i]);
        }
    }

    /** Computes ∇o_t and returns L_t, the loss of output t. */
    private double output(int t, int y) {
        double o = dot(v, h.get(t)); // equation (2)
        double p = Sigmoid.ofBounded(o); // equation (3)
        double e = p - y;
        // Here p is on the wrong side of ½; a tie counts as 0. A rarely taken branch costs less than always
        // computing a flag.
        if (e > 0.5 || e <= -0.5) {
            exact = false;
        }
        gradO[t] = -learningRate * (e * p * (1 - p)); // equation (9)
        return 0.5 * e * e; // equation (4)
    }

    /** Returns v·h, computed as four independent sums for speed. */
    private static double dot(double[] v, double[] h) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int i = 0; i < v.length; i += 4) {
            sum0 += v[i] * h[i];
            sum1 += v[i + 1] * h[i + 1];
            sum2 += v[i + 2] * h[i + 2];
            sum3 += v[i + 3] * h[i + 3];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }

    /** Computes ∇h_t = Wᵀ D_{t+1} ∇h_{t+1} + Vᵀ ∇o_t, equation (10) of the report, and stores D_t ∇h_t. */
    private void backward(int t) {
        double[] fromLater = ux[0]; // zeros for the last t, which has no successor
        if (t < bits - 1) {
            wT.multiply(fromLater, delta.get(t + 1), sum);
            fromLater = sum;
        }
        backward(fromLater, v, gradO[t], h.get(t), delta.get(t));
    }

    private static void backward(double[] fromLater, double[] v, double gradO, double[] h, double[] delta) {
        for (int i = 0; i < h.length; i++) {
            delta[i] = (1 - h[i] * h[i]) * (fromLater[i] + v[i] * gradO);
        }
    }

    /** Adds the gradients to the weights. The gradients already include the factor −η. */
    private void descend() {
        if (remaining != 1) {
            w.scale(remaining);
            ColumnMatrix.scale(ux[1], remaining);
            ColumnMatrix.scale(ux[2], remaining);
            ColumnMatrix.scale(v, remaining);
        }
        w.addProduct(delta, hBefore); // equation (6)
        delta.multiply(ux[1], a, ux[1]); // equation (7)
        delta.multiply(ux[2], b, ux[2]);
        h.multiply(v, gradO, v); // equation (8)
        completeWeights();
    }

    /** Updates what is derived from the weights: Wᵀ, and U x for x = (1,1). */
    private void completeWeights() {
        wT.setTransposed(w);
        for (int i = 0; i < sum.length; i++) {
            ux[3][i] = ux[1][i] + ux[2][i];
        }
    }

    /** Returns whether every bit of the last sum was right before the update. A tie counts as 0. */
    public boolean exact() {
        return exact;
    }

    /** Returns whether the current weights are finite and within the limit of {@link Weights}. */
    public boolean finite() {
        for (int i = 0; i < hiddenSize; i++) {
            for (int j = 0; j < hiddenSize; j++) {
                if (!Weights.isAllowed(w.get(j)[i])) {
                    return false;
                }
            }
            if (!Weights.isAllowed(ux[1][i]) || !Weights.isAllowed(ux[2][i]) || !Weights.isAllowed(v[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns a copy of the current weights.
     *
     * @throws IllegalArgumentException if the weights are not {@link #finite}
     */
    public Weights weights() {
        double[][] u = new double[hiddenSize][Weights.INPUTS];
        double[][] w = new double[hiddenSize][hiddenSize];
        for (int i = 0; i < hiddenSize; i++) {
            u[i][0] = ux[1][i];
            u[i][1] = ux[2][i];
            for (int j = 0; j < hiddenSize; j++) {
                w[i][j] = this.w.get(j)[i];
            }
        }
        return new Weights(u, w, Arrays.copyOf(v, hiddenSize));
    }
}
