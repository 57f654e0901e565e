package io.github.rnnadder.verdict;

import io.github.rnnadder.certificate.Certificate;
import java.math.BigInteger;

/** What is known about a network at every width. */
public sealed interface Verdict {

    /** Returns the verdict in one word. */
    String word();

    /**
     * Every bit of every sum is right, at every width.
     *
     * @param certificate the proof, which the checker has accepted
     */
    record Certified(Certificate certificate) implements Verdict {
        @Override
        public String word() {
            return "CERTIFIED";
        }

        @Override
        public String toString() {
            return word();
        }
    }

    /**
     * A sum that comes out wrong.
     *
     * @param a the first operand
     * @param b the second operand
     * @param predicted what the network makes of the first {@code width} columns
     * @param width how many columns it read; more than the operands need where only the zero columns after them go
     *     wrong
     * @param wrongBit the first bit that is wrong, 0 for the least significant
     */
    record Counterexample(BigInteger a, BigInteger b, BigInteger predicted, int width, int wrongBit)
            implements Verdict {
        @Override
        public String word() {
            return "COUNTEREXAMPLE";
        }

        /** Returns the right sum. */
        public BigInteger sum() {
            return a.add(b);
        }

        @Override
        public String toString() {
            return word() + ": " + a + " + " + b + " = " + sum() + ", predicted " + predicted + " at width " + width;
        }
    }

    /**
     * Neither a proof nor a wrong sum was found.
     *
     * @param howFar a sentence on how far the search came
     */
    record Unknown(String howFar) implements Verdict {
        @Override
        public String word() {
            return "UNKNOWN";
        }

        @Override
        public String toString() {
            return word() + ": " + howFar;
        }
    }
}
