package io.github.rnnadder.gate;

import io.github.rnnadder.gate.Proof.Counterexample;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.Cell;
import io.github.rnnadder.model.network.ForwardPass;
import io.github.rnnadder.model.network.Weights;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * Adds the operands of a word with the network, and again with the tanh of {@code StrictMath}. Only what is wrong in
 * both, in the same bit, counts: what rounding decides says nothing about the network.
 */
final class Replay {

    private Replay() {}

    /**
     * Returns the wrong sum whose columns are {@code word}, least significant first; empty if it comes out right in
     * either.
     */
    static Optional<Counterexample> of(Weights weights, byte[] word) {
        // A last column that is not 00 may leave a carry: one more makes room for it, so that the sum fits the width.
        int width = word.length + (word.length > 0 && word[word.length - 1] != 0 ? 1 : 0);
        byte[] padded = Arrays.copyOf(word, width);
        BigInteger a = BigInteger.ZERO;
        BigInteger b = BigInteger.ZERO;
        for (int t = 0; t < width; t++) {
            a = FullAdder.first(padded[t]) == 1 ? a.setBit(t) : a;
            b = FullAdder.second(padded[t]) == 1 ? b.setBit(t) : b;
        }
        BigInteger sum = a.add(b);
        BigInteger predicted = predicted(new Cell(weights), padded);
        int wrongBit = predicted.xor(sum).getLowestSetBit();
        BigInteger again = predicted(new Cell(weights, StrictMath::tanh), padded);
        if (wrongBit < 0 || again.xor(sum).getLowestSetBit() != wrongBit) {
            return Optional.empty();
        }
        return Optional.of(new Counterexample(a, b, predicted, width, wrongBit));
    }

    private static BigInteger predicted(Cell cell, byte[] word) {
        ForwardPass network = new ForwardPass(cell);
        BigInteger bits = BigInteger.ZERO;
        for (int t = 0; t < word.length; t++) {
            if (network.step(FullAdder.first(word[t]), FullAdder.second(word[t])) > 0.5) {
                bits = bits.setBit(t);
            }
        }
        return bits;
    }
}
