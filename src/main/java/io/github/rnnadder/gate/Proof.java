package io.github.rnnadder.gate;

import io.github.rnnadder.proof.certificate.Certificate;
import java.math.BigInteger;
import java.util.Optional;

/** What is known about a network's sums at every width. */
public sealed interface Proof {

    /** How the search for a proof ended. Files contain these names. */
    enum Status {
        /** A proof shows that every sum of every width is right. */
        CERTIFIED,
        /** At least one sum is known to be wrong. */
        COUNTEREXAMPLE,
        /** Neither a proof nor a wrong sum was found. */
        UNKNOWN
    }

    /** Returns how the search for a proof ended; empty if there was no search. */
    Optional<Status> status();

    /** There was no search: either no proof was required, or too many sums of the network's own width are wrong. */
    record NotSought() implements Proof {
        @Override
        public Optional<Status> status() {
            return Optional.empty();
        }
    }

    /**
     * A certificate proves that every bit of every sum is right, at every width.
     *
     * @param certificate the proof, which the checker has accepted
     */
    record Certified(Certificate certificate) implements Proof {
        @Override
        public Optional<Status> status() {
            return Optional.of(Status.CERTIFIED);
        }
    }

    /**
     * A sum that the network gets wrong.
     *
     * @param a the first operand
     * @param b the second operand
     * @param predicted the number that the network predicts, in its first {@code width} output bits
     * @param width the number of steps that the network made; more than the operands need if only a later bit is wrong
     * @param wrongBit the index of the first wrong bit, 0 for the least significant
     */
    record Counterexample(BigInteger a, BigInteger b, BigInteger predicted, int width, int wrongBit) implements Proof {

        /** The largest width that is drawn. A wider drawing would not help a reader. */
        private static final int MAX_COLUMNS = 256;

        @Override
        public Optional<Status> status() {
            return Optional.of(Status.COUNTEREXAMPLE);
        }

        /** Returns the correct sum. */
        public BigInteger sum() {
            return a.add(b);
        }

        /** Draws the operands and both sums bit by bit, unless they are too wide, and names the first wrong bit. */
        String drawing() {
            String where = "  bit " + wrongBit + " is the first that is wrong, counted from 0";
            return width > MAX_COLUMNS
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
            return "COUNTEREXAMPLE: " + a + " + " + b + " = " + sum() + ", predicted " + predicted + " at width "
                    + width;
        }
    }

    /**
     * Neither a proof nor a wrong sum was found.
     *
     * @param howFar how far the search got, as a clause
     */
    record Unknown(String howFar) implements Proof {
        @Override
        public Optional<Status> status() {
            return Optional.of(Status.UNKNOWN);
        }

        @Override
        public String toString() {
            return "UNKNOWN: " + howFar;
        }
    }
}
