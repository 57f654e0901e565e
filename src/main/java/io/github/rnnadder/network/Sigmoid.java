package io.github.rnnadder.network;

/** The logistic function σ(o) = 1/(1+e⁻ᵒ) of the output (3). */
public final class Sigmoid {

    private Sigmoid() {}

    /** Returns σ(o), as ½ + ½·tanh(o/2); exactly ½ at 0. */
    public static double of(double o) {
        return 0.5 + 0.5 * Tanh.of(0.5 * o);
    }

    /** Returns σ(o) for |o| ≤ 1e14, as {@link Tanh#ofModerate}. */
    static double ofModerate(double o) {
        return 0.5 + 0.5 * Tanh.ofModerate(0.5 * o);
    }
}
