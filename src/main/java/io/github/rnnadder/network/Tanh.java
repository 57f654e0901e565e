package io.github.rnnadder.network;

/**
 * The hyperbolic tangent of the hidden units (1), the same bits on every JVM: made of + − × ÷ only, in a fixed order.
 *
 * <p>With t = tanh(x/2), tanh(x) = 2t/(1 + t²). A rational function A/B of degree 11/10, fitted to t by the algorithm of Remez in
 * relative error, gives tanh(x) = AB / (AB + ½(B − A)²). Written so, the result is exactly odd, exactly 0 at 0, exactly ±1 where A
 * overtakes B, and never beyond. Against arbitrary precision the error is at most 1.6e-15 absolute and 2.1e-15 relative, and no
 * step of 1e-6 goes down.
 */
public final class Tanh {

    /** From here on the result is ±1. */
    private static final double SATURATED = 20;

    private Tanh() {}

    /** Returns tanh(x); NaN for NaN. */
    public static double of(double x) {
        return ofModerate(Math.max(-SATURATED, Math.min(SATURATED, x)));
    }

    /**
     * Returns tanh(x) for |x| ≤ 1e14; what lies beyond may overflow and give NaN. Without a branch or a bound, so that a loop over
     * it becomes vector instructions.
     */
    static double ofModerate(double x) {
        double z = x * x;
        double a = 4.87616802570669437e-14;
        a = 5.0951913499265143439e-10 + z * a;
        a = 7.1016520176644811415e-7 + z * a;
        a = 0.00028413740942985840986 + z * a;
        a = 0.035471997354538980668 + z * a;
        a = 1 + z * a;
        a = x * a;
        double b = 7.2174372978123532609e-12;
        b = 2.270174344571062536e-8 + z * b;
        b = 0.000016380805448922782327 + z * b;
        b = 0.003702496600199734925 + z * b;
        b = 0.23761066137572639945 + z * b;
        b = 2 + z * b;
        double ab = a * b;
        double gap = b - Math.abs(a);
        double twice = gap + Math.abs(gap); // 2·max(gap, 0)
        return ab / (Math.abs(ab) + 0.125 * (twice * twice));
    }
}
