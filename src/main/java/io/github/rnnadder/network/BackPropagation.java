package io.github.rnnadder.network;

/**
 * A network in training: each step adds two numbers, propagates the error back through time and descends the gradient. This
 * is where equations (1) to (10) of the report stand, each in one place.
 *
 * <p>The factor −η (η is the learning rate) comes in at (9), where everything that follows is linear: what the report calls ∇
 * is −η∇ here, and the descent is a plain sum. Time steps count from 1; those before 1 and after T are zero vectors, as the
 * report has it for h₀ and ∇h_{T+1}, and let sums over time run to a multiple of what {@link Vectors} takes at a time.
 */
public final class BackPropagation {

    /** The time steps of {@link Vectors#addOuterProducts}. */
    private static final int STEPS = 8;

    private final int bits;
    private final int hiddenSize;
    private final double learningRate;
    private final double decay;

    /** W as columns, and Wᵀ as columns, which are the rows of W. */
    private final double[][] w;

    private final double[][] wTransposed;

    /** U x for the four inputs x = (a, b), at the index a + 2b: zero, the two columns of U, and their sum. */
    private final double[][] ux;

    private final double[] v;

    private final double[][] h;
    private final double[][] delta;
    private final double[] gradO;

    private final double[] sum;
    private final double[] zero;
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
        this.decay = 1 - learningRate * weightDecay;
        int length = Vectors.paddedLength(hiddenSize);
        int steps = (bits + STEPS - 1) / STEPS * STEPS + 2;
        this.w = new double[length][length];
        this.wTransposed = new double[length][length];
        this.ux = new double[4][length];
        this.v = new double[length];
        this.h = new double[steps][length];
        this.delta = new double[steps][length];
        this.gradO = new double[steps];
        this.sum = new double[length];
        this.zero = new double[length];
        for (int i = 0; i < hiddenSize; i++) {
            ux[1][i] = initial.u(i, 0);
            ux[2][i] = initial.u(i, 1);
            v[i] = initial.v(i);
            for (int j = 0; j < hiddenSize; j++) {
                w[j][i] = initial.w(i, j);
            }
        }
        derive();
    }

    /**
     * Learns from one sum.
     *
     * @param a the first operand, at most T−1 bits
     * @param b the second operand, likewise
     * @return L, the loss (5) before the step
     */
    public double step(long a, long b) {
        for (int t = 1; t <= bits; t++) {
            forward(t, (int) (bit(a, t) | bit(b, t) << 1));
        }
        double loss = 0;
        exact = true;
        for (int t = 1; t <= bits; t++) {
            loss += output(t, (int) bit(a + b, t)); // (5)
        }
        for (int t = bits; t >= 1; t--) {
            backward(t);
        }
        descend(a, b);
        return loss;
    }

    private static long bit(long number, int t) {
        return number >>> (t - 1) & 1;
    }

    /** (1): h_t = tanh(W h_{t−1} + U x_t). */
    private void forward(int t, int x) {
        double[] z = ux[x];
        if (t > 1) {
            Vectors.addProduct(sum, z, w, h[t - 1]);
            z = sum;
        }
        activate(z, h[t]);
    }

    private static void activate(double[] z, double[] h) {
        for (int i = 0; i < h.length; i++) {
            h[i] = Tanh.ofModerate(z[i]);
        }
    }

    /** The output of a step, its part of the loss, and where the error sets out from. */
    private double output(int t, int y) {
        double o = Vectors.dot(v, h[t]); // (2)
        double p = Sigmoid.ofModerate(o); // (3)
        double error = p - y;
        gradO[t] = -learningRate * (error * (p * (1 - p))); // (9)
        exact &= (p > 0.5) == (y == 1);
        return 0.5 * (error * error); // (4)
    }

    /** (10), multiplied by H_t, as (6), (7) and the step before want it: δ_t = H_t ∇h_t, ∇h_t = Wᵀδ_{t+1} + Vᵀ∇o_t. */
    private void backward(int t) {
        double[] fromLater = zero;
        if (t < bits) {
            Vectors.addProduct(sum, zero, wTransposed, delta[t + 1]);
            fromLater = sum;
        }
        delta(fromLater, v, gradO[t], h[t], delta[t]);
    }

    private static void delta(double[] fromLater, double[] v, double gradO, double[] h, double[] delta) {
        for (int i = 0; i < delta.length; i++) {
            delta[i] = (fromLater[i] + gradO * v[i]) * (1 - h[i] * h[i]);
        }
    }

    /** Adds (6), (7) and (8), which carry −η, to the weights. */
    private void descend(long a, long b) {
        if (decay != 1) {
            shrink();
        }
        for (int t = 2; t <= bits; t += STEPS) {
            Vectors.addOuterProducts(w, delta, t, h, t - 1); // (6)
        }
        for (int t = 1; t <= bits; t += Vectors.COLUMNS) {
            addColumn(ux[1], delta, t, bit(a, t), bit(a, t + 1), bit(a, t + 2), bit(a, t + 3)); // (7)
            addColumn(ux[2], delta, t, bit(b, t), bit(b, t + 1), bit(b, t + 2), bit(b, t + 3));
            addColumn(v, h, t, gradO[t], gradO[t + 1], gradO[t + 2], gradO[t + 3]); // (8)
        }
        derive();
    }

    private static void addColumn(
            double[] column, double[][] vectors, int t, double c0, double c1, double c2, double c3) {
        Vectors.combine(column, column, vectors[t], vectors[t + 1], vectors[t + 2], vectors[t + 3], c0, c1, c2, c3);
    }

    /** Weight decay: w ← w − η·decay·w. */
    private void shrink() {
        for (double[] column : w) {
            Vectors.scale(column, decay);
        }
        Vectors.scale(ux[1], decay);
        Vectors.scale(ux[2], decay);
        Vectors.scale(v, decay);
    }

    /** Brings up to date what is derived from the weights. */
    private void derive() {
        Vectors.add(ux[1], ux[2], ux[3]);
        Vectors.transpose(w, wTransposed);
    }

    /** Says whether every bit of the last sum was predicted right (a tie is 0), before the step. */
    public boolean exact() {
        return exact;
    }

    /** Says whether the weights are still ones that {@link Weights} allows. */
    public boolean finite() {
        boolean finite = areAllowed(ux[1]) && areAllowed(ux[2]) && areAllowed(v);
        for (double[] column : w) {
            finite &= areAllowed(column);
        }
        return finite;
    }

    private static boolean areAllowed(double[] weights) {
        boolean allowed = true;
        for (double weight : weights) {
            allowed &= Weights.isAllowed(weight);
        }
        return allowed;
    }

    /**
     * Returns the weights as they are now.
     *
     * @throws IllegalArgumentException unless they are {@link #finite}
     */
    public Weights weights() {
        double[][] u = new double[hiddenSize][];
        double[][] rows = new double[hiddenSize][hiddenSize];
        double[] output = new double[hiddenSize];
        for (int i = 0; i < hiddenSize; i++) {
            u[i] = new double[] {ux[1][i], ux[2][i]};
            output[i] = v[i];
            System.arraycopy(wTransposed[i], 0, rows[i], 0, hiddenSize);
        }
        return new Weights(u, rows, output);
    }
}
