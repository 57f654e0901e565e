package io.github.rnnadder.report.adder;

import io.github.rnnadder.delivery.BuiltAdder;
import io.github.rnnadder.model.network.ForwardPass;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.weights.WeightsFile;
import java.math.BigInteger;
import java.util.stream.Stream;

/**
 * One sum as a network computes it.
 *
 * @param width the number of columns that the network reads
 * @param predicted the network's result for a + b
 */
record Trace(BigInteger a, BigInteger b, int width, BigInteger predicted) {

    // In binary, the columns of 57 + 19 create a carry, pass it on, and end it.
    private static final long A = 57;
    private static final long B = 19;

    static Trace of(Weights weights, int width, BigInteger a, BigInteger b) {
        ForwardPass network = new ForwardPass(weights);
        BigInteger predicted = BigInteger.ZERO;
        for (int t = 0; t < width; t++) {
            // A probability of exactly 0.5 means 0.
            if (network.step(a.testBit(t) ? 1 : 0, b.testBit(t) ? 1 : 0) > 0.5) {
                predicted = predicted.setBit(t);
            }
        }
        return new Trace(a, b, width, predicted);
    }

    /** Returns the most informative sum of an adder: a wrong one if any is known, else a right one with a carry. */
    static Trace mostTelling(BuiltAdder adder) {
        WeightsFile stored = adder.stored();
        return adder.counterexample()
                .map(wrong -> of(stored.weights(), wrong.width(), wrong.a(), wrong.b()))
                .or(() -> adder.assessment().evaluation().examples().stream()
                        .findFirst()
                        .map(wrong -> of(stored, wrong.a(), wrong.b())))
                .orElseGet(() -> right(stored));
    }

    /** Returns a sum that the network predicts right. There is always one: 0 + 0, where every bit is a tie and so 0. */
    static Trace right(WeightsFile stored) {
        long mask = (1L << (stored.bits() - 1)) - 1;
        return Stream.of(of(stored, A & mask, B & mask), of(stored, 1, 1), of(stored, 1, 0), of(stored, 0, 0))
                .filter(Trace::isRight)
                .findFirst()
                .orElseThrow();
    }

    private static Trace of(WeightsFile stored, long a, long b) {
        return of(stored.weights(), stored.bits(), BigInteger.valueOf(a), BigInteger.valueOf(b));
    }

    boolean isRight() {
        return predicted.equals(a.add(b));
    }
}
