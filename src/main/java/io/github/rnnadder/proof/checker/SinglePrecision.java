package io.github.rnnadder.proof.checker;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.network.Weights;

/**
 * What a program errs by that computes a network in single precision, the weights rounded to it, with sums in any
 * order: the standard bound of a sum of products (Higham, Accuracy and Stability of Numerical Algorithms, 2002, 3.1),
 * where the roundings of weight, product and H + 1 additions are counted as H + 4.
 */
final class SinglePrecision {

    /** By what a number is rounded, in relation. */
    private static final double UNIT = 0x1p-24;
    /** What its tanh may err by, in relation: four units in the last place. */
    private static final double TANH = 0x1p-21;
    /** An output above this makes a p above ½, whichever way σ is computed. */
    private static final double DECIDED = 0x1p-20;

    private SinglePrecision() {}

    /** Says whether every h′ and o is exact to half of {@code tolerance}, and every bit of such an o the same. */
    static boolean isWithin(double tolerance, Weights weights) {
        int h = weights.hiddenSize();
        double ofState = sum(h, Matrices.maxRowSum(weights.w()) + Matrices.maxRowSum(weights.u())) + TANH;
        double ofOutput = sum(h, Matrices.absoluteSum(weights.v())) + DECIDED;
        return ofState <= tolerance / 2 && ofOutput <= tolerance / 2;
    }

    /** Returns what z and h′/z err by in relation to s, where no coordinate of the state exceeds {@code reach}·s. */
    static double relative(double[][] w, double reach) {
        return sum(w.length, Math.max(1, Matrices.maxRowSum(w) * reach)) + TANH;
    }

    /** Returns what a sum of h weights times states errs by whose terms come to {@code size}. */
    private static double sum(int h, double size) {
        return (h + 4) * UNIT * size;
    }
}
