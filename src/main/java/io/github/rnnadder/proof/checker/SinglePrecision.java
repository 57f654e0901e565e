package io.github.rnnadder.proof.checker;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.network.Weights;

/**
 * Bounds the error of a program that runs a network in single precision, with rounded weights and sums in any order. It
 * is the standard bound for a sum of products (Higham, Accuracy and Stability of Numerical Algorithms, 2002, 3.1). At
 * most H + 3 roundings affect a term of W h + U x: of its weight, its product, and H + 1 sums. They count as H + 4,
 * because errors multiply and so slightly exceed their sum.
 */
final class SinglePrecision {

    /** The relative error of one rounding. */
    private static final double UNIT_ROUNDOFF = 0x1p-24;
    /** The relative error allowed for the program's tanh: four units in the last place of 1. */
    private static final double TANH_ERROR = 0x1p-21;
    /** Every output o above this value gives p &gt; ½, however the program computes σ. */
    private static final double MIN_OUTPUT = 0x1p-20;

    private SinglePrecision() {}

    /** Returns whether single precision computes every h′ and o to within half the tolerance, with no bit changed. */
    static boolean isWithin(double tolerance, Weights weights) {
        int h = weights.hiddenSize();
        double ofState = sum(h, Matrices.maxRowSum(weights.w()) + Matrices.maxRowSum(weights.u())) + TANH_ERROR;
        double ofOutput = sum(h, Matrices.absoluteSum(weights.v())) + MIN_OUTPUT;
        return ofState <= tolerance / 2 && ofOutput <= tolerance / 2;
    }

    /** Returns a bound, relative to s, on the errors of z and h′/z in the cone, where |h_i|/s ≤ {@code bound}. */
    static double relative(double[][] w, double bound) {
        return sum(w.length, Math.max(1, Matrices.maxRowSum(w) * bound)) + TANH_ERROR;
    }

    /** Returns a bound on the error of W h + U x, or of V h, given the sum of the absolute values of the products. */
    private static double sum(int h, double size) {
        return (h + 4) * UNIT_ROUNDOFF * size;
    }
}
