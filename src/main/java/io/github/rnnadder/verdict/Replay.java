package io.github.rnnadder.verdict;

import io.github.rnnadder.certificate.Column;
import io.github.rnnadder.network.ForwardPass;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.verdict.Verdict.Counterexample;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * Adds the operands of a word with the real network, and again as the loader does, with the tanh of {@code StrictMath}. Only what is
 * wrong in both, in the same bit, counts: what rounding decides says nothing about the network.
 */
public final class Replay {

    private Replay() {}

    /** Returns the wrong sum whose columns are {@code word}, least significant first; empty if it comes out right in either. */
    public static Optional<Counterexample> of(Weights weights, byte[] word) {
        // A last column that is not 00 may leave a carry: one more makes room for it, so that the sum fits the width.
        int width = word.length + (word.length > 0 && word[word.length - 1] != 0 ? 1 : 0);
        byte[] padded = Arrays.copyOf(word, width);
        BigInteger a = BigInteger.ZERO;
        BigInteger b = BigInteger.ZERO;
        for (int t = 0; t < width; t++) {
            a = Column.first(padded[t]) == 1 ? a.setBit(t) : a;
            b = Column.second(padded[t]) == 1 ? b.setBit(t) : b;
        }
        BigInteger sum = a.add(b);
        BigInteger predicted = withNetwork(weights, padded);
        int wrongBit = predicted.xor(sum).getLowestSetBit();
        if (wrongBit < 0 || withStrictMath(weights, padded).xor(sum).getLowestSetBit() != wrongBit) {
            return Optional.empty();
        }
        return Optional.of(new Counterexample(a, b, predicted, width, wrongBit));
    }

    private static BigInteger withNetwork(Weights weights, byte[] word) {
        ForwardPass network = new ForwardPass(weights);
        BigInteger bits = BigInteger.ZERO;
        for (int t = 0; t < word.length; t++) {
            if (network.step(Column.first(word[t]), Column.second(word[t])) > 0.5) {
                bits = bits.setBit(t);
            }
        }
        return bits;
    }

    private static BigInteger withStrictMath(Weights weights, byte[] word) {
        int n = weights.hiddenSize();
        double[] h = new double[n];
        BigInteger bits = BigInteger.ZERO;
        for (int t = 0; t < word.length; t++) {
            double[] next = new double[n];
            double o = 0;
            for (int i = 0; i < n; i++) {
                double z = weights.u(i, 0) * Column.first(word[t]) + weights.u(i, 1) * Column.second(word[t]);
                for (int j = 0; j < n; j++) {
                    z += weights.w(i, j) * h[j];
                }
                next[i] = StrictMath.tanh(z);
                o += weights.v(i) * next[i];
            }
            h = next;
            if (1 / (1 + StrictMath.exp(-o)) > 0.5) {
                bits = bits.setBit(t);
            }
        }
        return bits;
    }
}
