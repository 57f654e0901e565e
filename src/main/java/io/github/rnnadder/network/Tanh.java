package io.github.rnnadder.network;

/** The hyperbolic tangent of the hidden units, the same bits on every JVM. */
public final class Tanh {

    private Tanh() {}

    /** Returns tanh(x). */
    public static double of(double x) {
        return StrictMath.tanh(x);
    }
}
