package io.github.rnnadder.gate;

import io.github.rnnadder.proof.certificate.Certificate;
import java.math.BigInteger;
import java.util.Optional;

/** What is known about a network at every width. */
public sealed interface Proof {

    /** How the search for a proof ended, under the name that files give it. */
    enum Status {
        /** A proof shows that every sum of every width comes out right. */
        CERTIFIED,
        /** A sum is known that comes out wrong. */
        COUNTEREXAMPLE,
        /** Neither a proof nor a wrong sum was found. */
        UNKNOWN
    }

    /** Returns how the search ended; empty if there was none. */
    Optional<Status> status();

    /** Nothing is known, because nobody asked, or too many sums of the network's own width are wrong. */
    record NotSought() implements Proof {
        @Override
        public Optional<Status> status() {
            return Optional.empty();
        }
    }

    /**
     * Every bit of every sum is right, at every width.
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
     * A sum that comes out wrong.
     *
     * @param a the first operand
     * @param b the second operand
     * @param predicted the number in the first {@code width} bits that the network predicts
     * @param width the number of inputs that it read; more than the operands need if only the zeros after them go wrong
     * @param wrongBit the first bit that is wrong, 0 for the least significant
     */
    record Counterexample(BigInteger a, BigInteger b, BigInteger predicted, int width, int wrongBit) implements Proof {

        /** A drawing with more columns than this does not help a reader. */
        private static final int MAX_COLUMNS = 256;

        @Override
        public Optional<Status> status() {
            return Optional.of(Status.COUNTEREXAMPLE);
        }

        /** Returns the right sum. */
        public BigInteger sum() {
            return a.add(b);
        }

        /** Returns the sum bit by bit, unless it is too long, and the first bit that is wrong. */
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
     * @param howFar a clause that says how far the search came
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
