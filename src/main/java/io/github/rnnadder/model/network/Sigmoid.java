package io.github.rnnadder.model.network;

/** The logistic function σ(o) = 1/(1+e⁻ᵒ), equation (3) of the report, computed as ½ + ½·tanh(o/2), exactly ½ at 0. */
public final class Sigmoid {

    private Sigmoid() {}

    /** Returns σ(o). */
    public static double of(double o) {
        return 0.5 + 0.5 * Tanh.of(0.5 * o);
    }

    /** Returns σ(o) for |o| ≤ 2³⁵, without the clamp of {@link #of}; see {@link Tanh#ofBounded}. */
    static double ofBounded(double o) {
        return 0.5 + 0.5 * Tanh.ofBounded(0.5 * o);
    }
}
