package io.github.rnnadder.report.adder;

import io.github.rnnadder.model.network.ForwardPass;
import io.github.rnnadder.model.network.Weights;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * One addition, column by column, with the hidden state after each.
 *
 * @param a the first operand
 * @param b the second operand
 * @param columns least significant first
 */
record Walk(BigInteger a, BigInteger b, List<Step> columns) {

    /** The first operand's bits of columns that make a carry, hand it on, and end it, each in every way; repeated. */
    private static final int[] A = {1, 0, 0, 1, 1, 1, 0};
    /** The second operand's. */
    private static final int[] B = {1, 1, 0, 0, 1, 0, 0};

    /** Longer operands take more room than a title has. */
    private static final int MOST_BITS = 62;

    /**
     * One column of the sum.
     *
     * @param a the bit of the first operand
     * @param b the bit of the second operand
     * @param carry the right carry out of this column, which the hidden state has to remember
     * @param p the probability that the bit of the sum is 1
     * @param right the right bit
     * @param hidden h_t
     */
    record Step(int a, int b, int carry, double p, int right, double[] hidden) {

        /** Returns the right carry into this column. */
        int carryIn() {
            return a ^ b ^ right;
        }

        /** Returns the bit that the network predicts: a tie is 0. */
        int predicted() {
            return p > 0.5 ? 1 : 0;
        }
    }

    /** Adds two operands that carry in every way that there is. */
    static Walk of(Weights weights, int bits) {
        long a = 0;
        long b = 0;
        for (int t = 0; t < bits - 1; t++) {
            a |= (long) A[t % A.length] << t;
            b |= (long) B[t % B.length] << t;
        }
        return of(weights, bits, BigInteger.valueOf(a), BigInteger.valueOf(b));
    }

    /** Adds two operands in so many columns. */
    static Walk of(Weights weights, int width, BigInteger a, BigInteger b) {
        ForwardPass network = new ForwardPass(weights);
        List<Step> columns = new ArrayList<>();
        int carry = 0;
        for (int t = 0; t < width; t++) {
            int bitA = a.testBit(t) ? 1 : 0;
            int bitB = b.testBit(t) ? 1 : 0;
            double p = network.step(bitA, bitB);
            int sum = bitA + bitB + carry;
            carry = sum >> 1;
            columns.add(new Step(bitA, bitB, carry, p, sum & 1, network.hidden()));
        }
        return new Walk(a, b, columns);
    }

    /** Returns both operands, short enough for a title. */
    String operands() {
        return a.max(b).bitLength() > MOST_BITS ? "two long numbers" : a + " and " + b;
    }

    /** Returns the sum that the network predicts. */
    BigInteger predicted() {
        BigInteger sum = BigInteger.ZERO;
        for (int t = 0; t < columns.size(); t++) {
            sum = columns.get(t).predicted() == 1 ? sum.setBit(t) : sum;
        }
        return sum;
    }
}
