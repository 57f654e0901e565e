package io.github.rnnadder.gate;

import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Decision;
import java.math.BigInteger;

/** What is known about a network at every width. */
public sealed interface Verdict {

    /** Returns what it comes down to. */
    Decision decision();

    /**
     * Every bit of every sum is right, at every width.
     *
     * @param certificate the proof, which the checker has accepted
     */
    record Certified(Certificate certificate) implements Verdict {
        @Override
        public Decision decision() {
            return Decision.CERTIFIED;
        }

        @Override
        public String toString() {
            return decision().name();
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
        public Decision decision() {
            return Decision.COUNTEREXAMPLE;
        }

        /** More columns than this tell a reader nothing. */
        private static final int MOST_COLUMNS = 256;

        /** Returns the right sum. */
        public BigInteger sum() {
            return a.add(b);
        }

        /**
         * Draws the sum column by column, if a reader can take it in, and says which bit is the first that is wrong.
         */
        String drawing() {
            String where = "  bit " + wrongBit + " is the first that is wrong, counted from 0";
            return width > MOST_COLUMNS
                    ? where
                    : String.join(
                            "\n",
                            "  a   " + columns(a),
                            "  b   " + columns(b),
                            "  sum " + columns(sum()),
                            "  net " + columns(predicted),
                            where);
        }

        private String columns(BigInteger number) {
            StringBuilder columns = new StringBuilder(width);
            for (int t = width - 1; t >= 0; t--) {
                columns.append(number.testBit(t) ? '1' : '0');
            }
            return columns.toString();
        }

        @Override
        public String toString() {
            return decision() + ": " + a + " + " + b + " = " + sum() + ", predicted " + predicted + " at width "
                    + width;
        }
    }

    /**
     * Neither a proof nor a wrong sum was found.
     *
     * @param howFar a sentence on how far the search came
     */
    record Unknown(String howFar) implements Verdict {
        @Override
        public Decision decision() {
            return Decision.UNKNOWN;
        }

        @Override
        public String toString() {
            return decision() + ": " + howFar;
        }
    }
}
