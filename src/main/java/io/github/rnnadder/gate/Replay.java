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
 * Confirms a counterexample. The network adds the operands twice, the second time with {@link StrictMath#tanh}. Both
 * sums must have the same first wrong bit, so that a rounding error alone never counts.
 */
final class Replay {

    private Replay() {}

    /**
     * Returns the counterexample; empty unless both computed sums are wrong, with the same first wrong bit.
     *
     * @param word the input of each step, least significant first: a + 2b for the bits a and b of the operands
     */
    static Optional<Counterexample> of(Weights weights, byte[] word) {
        // If the last input is not (0,0), the sum may have a carry. One more step makes room for it.
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
