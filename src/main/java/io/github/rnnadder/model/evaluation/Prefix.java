package io.github.rnnadder.model.evaluation;

import io.github.rnnadder.base.numeric.SplitMix64;

/**
 * The low bits of two operands, which many sums share.
 *
 * @param a the low bits of the first operand
 * @param b the low bits of the second operand
 */
record Prefix(long a, long b) {

    /** Returns prefix {@code number} of the 4^bits prefixes. */
    static Prefix enumerated(int number, int bits) {
        return new Prefix(number & ((1L << bits) - 1), number >>> bits);
    }

    /**
     * Returns prefix {@code number} of a fixed sample. Seven of eight are uniform. In the eighth, a carry starts at
     * each position in turn and propagates to the end: through ones of the first operand, of the second, or of either
     * at random.
     */
    static Prefix sampled(int number, int bits) {
        SplitMix64 random = new SplitMix64(number);
        long all = (1L << bits) - 1;
        long a = random.nextLong() & all;
        long b = random.nextLong() & all;
        if (number % 8 != 0) {
            return new Prefix(a, b);
        }
        int position = number / 8 % bits;
        long start = 1L << position;
        long below = start - 1;
        long above = all & ~below & ~start;
        long first = switch (number / 8 / bits % 3) {
            case 0 -> above;
            case 1 -> 0;
            default -> a & above;
        };
        return new Prefix(a & below | start | first, b & below | start | above & ~first);
    }
}
