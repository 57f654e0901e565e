package io.github.rnnadder.certificate;

import io.github.rnnadder.network.Weights;
import java.util.function.DoubleUnaryOperator;

/** The network written down once more, from any state and with any tanh: what the proof is compared with. */
public final class Reference {

    private final Weights weights;
    private final DoubleUnaryOperator tanh;
    private double[] h;
    private int carry;

    /** Begins at h₀ = 0. */
    public Reference(Weights weights, DoubleUnaryOperator tanh) {
        this.weights = weights;
        this.tanh = tanh;
        this.h = new double[weights.hiddenSize()];
    }

    /** Goes to any state. */
    public void restart(double[] state, int newCarry) {
        h = state.clone();
        carry = newCarry;
    }

    /** Reads the column (a, b), and says whether the bit is right. */
    public boolean step(int a, int b) {
        double[] next = new double[h.length];
        double o = 0;
        for (int i = 0; i < h.length; i++) {
            double z = weights.u(i, 0) * a + weights.u(i, 1) * b;
            for (int j = 0; j < h.length; j++) {
                z += weights.w(i, j) * h[j];
            }
            next[i] = tanh.applyAsDouble(z);
            o += weights.v(i) * next[i];
        }
        h = next;
        int sum = a + b + carry;
        carry = sum / 2;
        return (1 / (1 + StrictMath.exp(-o)) > 0.5) == (sum % 2 == 1);
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
