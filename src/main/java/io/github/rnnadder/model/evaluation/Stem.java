package io.github.rnnadder.model.evaluation;

import io.github.rnnadder.base.numeric.SplitMix64;

/**
 * The low columns of two operands: what many sums begin with.
 *
 * @param a the first operand's
 * @param b the second operand's
 */
record Stem(long a, long b) {

    /** Returns stem {@code number} of the 4^columns that there are. */
    static Stem enumerated(int number, int columns) {
        return new Stem(number & ((1L << columns) - 1), number >>> columns);
    }

    /**
     * Returns stem {@code number} of a fixed sample. Seven of eight are uniform. In the eighth a carry starts, in each
     * column in turn, and is handed on to the end: by ones of the first operand, of the second, or of either at random.
     */
    static Stem sampled(int number, int columns) {
        SplitMix64 random = new SplitMix64(number);
        long all = (1L << columns) - 1;
        long a = random.nextLong() & all;
        long b = random.nextLong() & all;
        if (number % 8 != 0) {
            return new Stem(a, b);
        }
        int column = number / 8 % columns;
        long start = 1L << column;
        long below = start - 1;
        long above = all & ~below & ~start;
        long first = switch (number / 8 / columns % 3) {
            case 0 -> above;
            case 1 -> 0;
            default -> a & above;
        };
        return new Stem(a & below | start | first, b & below | start | above & ~first);
    }
}
