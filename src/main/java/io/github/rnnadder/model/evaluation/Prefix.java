package io.github.rnnadder.model.evaluation;

import io.github.rnnadder.base.numeric.SplitMix64;

/**
 * The low bits of two operands, which many sums have in common.
 *
 * @param a the low bits of the first operand
 * @param b the low bits of the second operand
 */
record Prefix(long a, long b) {

    /** Returns one of the 4^bits prefixes of {@code bits} bits, by its number from 0. */
    static Prefix enumerated(int number, int bits) {
        return new Prefix(number & ((1L << bits) - 1), number >>> bits);
    }

    /**
     * Returns one prefix of a fixed sample, by its number from 0. Seven of eight prefixes are uniformly random. In
     * every eighth, a carry starts at one bit position, a different one each time, and propagates to the last bit.
     * Above that position, exactly one operand has a 1: always the first, always the second, or either at random.
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
