package io.github.rnnadder.model.network;

import java.util.function.DoubleUnaryOperator;

/**
 * A second implementation of the network, for comparison with the proof and the loader. It starts from any state and
 * takes any tanh.
 */
public final class Reference {

    private final Weights weights;
    private final DoubleUnaryOperator tanh;
    private double[] h;
    private int carry;
    private double p;

    /** Begins at h₀ = 0. */
    public Reference(Weights weights, DoubleUnaryOperator tanh) {
        this.weights = weights;
        this.tanh = tanh;
        this.h = new double[weights.hiddenSize()];
    }

    /** Sets the state. */
    public void restart(double[] state, int newCarry) {
        h = state.clone();
        carry = newCarry;
    }

    /** Reads the input (a, b) and returns whether the bit is right. */
    public boolean step(int a, int b) {
        double[] next = new double[h.length];
        double o = 0;
        for (int i = 0; i < h.length; i++) {
            double wh = 0;
            for (int j = 0; j < h.length; j++) {
                wh += weights.w()[i][j] * h[j];
            }
            next[i] = tanh.applyAsDouble(wh + weights.u()[i][0] * a + weights.u()[i][1] * b);
            o += weights.v()[i] * next[i];
        }
        h = next;
        p = 1 / (1 + StrictMath.exp(-o));
        int sum = a + b + carry;
        carry = sum / 2;
        return (p > 0.5) == (sum % 2 == 1);
    }

    /** Returns p_t of the last input. */
    public double probability() {
        return p;
    }

    /** Returns the state, not a copy. */
    public double[] state() {
        return h;
    }

    /** Returns the carry. */
    public int carry() {
        return carry;
    }
}
