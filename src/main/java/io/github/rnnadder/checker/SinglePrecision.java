package io.github.rnnadder.checker;

import io.github.rnnadder.network.Cell;
import io.github.rnnadder.numeric.Matrices;

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
    static boolean isWithin(double tolerance, Cell cell) {
        double h = sum(cell, Matrices.maxRowSum(cell.w()) + inputSize(cell)) + TANH;
        double o = sum(cell, Matrices.absoluteSum(cell.v(), 0, cell.hiddenSize())) + DECIDED;
        return h <= tolerance / 2 && o <= tolerance / 2;
    }

    /**
     * Returns what z and h′/z err by in relation to s, where the state is at most {@code reach}·s.
     *
     * @param reach H entries
     */
    static double relative(Cell cell, double[] reach) {
        return sum(cell, Matrices.largestFromOne(Matrices.sizes(cell.w(), reach))) + TANH;
    }

    /** Returns what a sum of weights times states errs by whose terms come to {@code size}. */
    private static double sum(Cell cell, double size) {
        return (cell.hiddenSize() + 4) * UNIT * size;
    }

    /** Returns ‖U‖∞. */
    static double inputSize(Cell cell) {
        double most = 0;
        for (int i = 0; i < cell.hiddenSize(); i++) {
            // The columns 10 and 01 are those of U.
            most = Math.max(most, Math.abs(cell.input()[1][i]) + Math.abs(cell.input()[2][i]));
        }
        return most;
    }
}
