package io.github.rnnadder.model.network;

import static io.github.rnnadder.base.numeric.TestMatrices.minus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.base.numeric.TestMatrices;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackPropagationTest {

    private static final double H = 1e-5;

    private static Weights random(int n, long seed) {
        Random random = new Random(seed);
        return new Weights(
                TestMatrices.random(n, 2, random),
                Matrices.scaled(TestMatrices.random(n, n, random), 1 / Math.sqrt(n)),
                TestMatrices.random(n, random));
    }

    /** Returns the weights in the order in which an index counts them: those of U, W and V. */
    private static double[] flat(Weights weights) {
        double[] flat = new double[weights.count()];
        ByteBuffer.wrap(TensorBytes.bytes(weights))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(flat);
        return flat;
    }

    /** Returns the weights after changing one of them. */
    private static Weights changed(Weights weights, int index, double by) {
        int n = weights.hiddenSize();
        double[][] u = Matrices.copy(weights.u());
        double[][] w = Matrices.copy(weights.w());
        double[] v = weights.v().clone();
        if (index < 2 * n) {
            u[index / 2][index % 2] += by;
        } else if (index < 2 * n + n * n) {
            w[(index - 2 * n) / n][(index - 2 * n) % n] += by;
        } else {
            v[index - 2 * n - n * n] += by;
        }
        return new Weights(u, w, v);
    }

    private static double loss(Weights weights, int index, double by, long a, long b, int bits) {
        return new BackPropagation(changed(weights, index, by), bits, 1, 0).step(a, b);
    }

    @ParameterizedTest
    @CsvSource({"1,2", "3,8", "16,8", "17,5", "8,33", "5,62", "4,12"})
    void theGradientOfEveryWeightIsTheSlopeOfTheLoss(int n, int bits) {
        Weights weights = random(n, 7L * n + bits);
        Random random = new Random(n);
        long mask = (1L << (bits - 1)) - 1;
        long a = random.nextLong() & mask;
        long b = random.nextLong() & mask | 1;
        BackPropagation network = new BackPropagation(weights, bits, 1, 0);
        network.step(a, b);
        double[] gradients = minus(flat(weights), flat(network.weights()));
        double largest = 0;
        double worst = 0;
        for (int index = 0; index < gradients.length; index++) {
            double gradient = gradients[index];
            double slope = (8 * (loss(weights, index, H, a, b, bits) - loss(weights, index, -H, a, b, bits))
                            - (loss(weights, index, 2 * H, a, b, bits) - loss(weights, index, -2 * H, a, b, bits)))
                    / (12 * H);
            largest = Math.max(largest, Math.abs(gradient));
            worst = Math.max(worst, Math.abs(gradient - slope));
        }
        assertThat(largest).isGreaterThan(1e-4);
        assertThat(worst / largest).isLessThan(1e-6);
    }

    /** A step is w ← w − rate·(gradient + decay·w) for the gradient at w, whatever the steps before. */
    @ParameterizedTest
    @CsvSource({"1, 2, 0.1, 0", "7, 62, 0.3, 0.01", "16, 8, 0.1, 0.001", "17, 5, 0.05, 1", "40, 33, 0.1, 0"})
    void aStepGoesDownTheGradientAndDecaysTheWeights(int n, int bits, double rate, double decay) {
        Random random = new Random(n);
        BackPropagation network = new BackPropagation(random(n, bits), bits, rate, decay);
        for (int iteration = 0; iteration < 5; iteration++) {
            Weights before = network.weights();
            long a = random.nextLong() >>> 65 - bits;
            long b = random.nextLong() >>> 65 - bits;
            BackPropagation plain = new BackPropagation(before, bits, 1, 0);
            double loss = plain.step(a, b);
            double[] gradients = minus(flat(before), flat(plain.weights()));
            double[] expected = flat(before);
            Arrays.setAll(expected, i -> expected[i] - rate * (gradients[i] + decay * expected[i]));
            assertThat(network.step(a, b)).isEqualTo(loss);
            assertThat(flat(network.weights())).containsExactly(expected, within(1e-12));
        }
    }

    @Test
    void aTieIsPredictedAsZero() {
        BackPropagation silent =
                new BackPropagation(new Weights(new double[3][2], new double[3][3], new double[3]), 8, 0.1, 0);
        silent.step(0, 0);
        assertThat(silent.exact()).isTrue();
        silent.step(1, 0);
        assertThat(silent.exact()).isFalse();
    }

    /**
     * Some sums have only wrong ones, others only wrong zeros.
     */
    @Test
    void exactIsWhatThePlainForwardPassSaysOfEveryBit() {
        int bits = 3;
        Set<String> kinds = new HashSet<>();
        for (int seed = 0; seed < 40; seed++) {
            Weights weights = random(4, seed);
            for (int a = 0; a < 4; a++) {
                for (int b = 0; b < 4; b++) {
                    ForwardPass plain = new ForwardPass(weights);
                    int predicted = 0;
                    for (int t = 0; t < bits; t++) {
                        predicted |= (plain.step(a >> t & 1, b >> t & 1) > 0.5 ? 1 : 0) << t;
                    }
                    BackPropagation network = new BackPropagation(weights, bits, 0.1, 0);
                    network.step(a, b);
                    assertThat(network.exact()).as(a + " + " + b).isEqualTo(predicted == a + b);
                    boolean onesForZeros = (predicted & ~(a + b)) != 0;
                    boolean zerosForOnes = (~predicted & (a + b)) != 0;
                    kinds.add(onesForZeros + " " + zerosForOnes);
                }
            }
        }
        assertThat(kinds).containsExactlyInAnyOrder("false false", "true false", "false true", "true true");
    }

    /** A decay of −1 at a learning rate of 1 doubles every weight; only the largest leaves the range. */
    @ParameterizedTest
    @CsvSource({"0", "2", "5", "6", "9", "14", "15", "17"})
    void aSingleWeightThatLeavesTheRangeIsNoticed(int index) {
        assertThat(doubled(index, 4e6).finite()).isTrue();
        BackPropagation beyond = doubled(index, 6e6);
        assertThat(beyond.finite()).isFalse();
        assertThatThrownBy(beyond::weights)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it must be a finite number of at most 1.0E7 in absolute value");
    }

    private static BackPropagation doubled(int index, double weight) {
        Weights none = new Weights(new double[3][2], new double[3][3], new double[3]);
        BackPropagation network = new BackPropagation(changed(none, index, weight), 4, 1, -1);
        network.step(5, 3);
        return network;
    }

    @Test
    void leadingZeroColumnsGiveAProbabilityOfExactlyOneHalf() {
        ForwardPass network = new ForwardPass(random(16, 3));
        for (int t = 0; t < 100; t++) {
            assertThat(network.step(0, 0)).isEqualTo(0.5);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "16, 8", "17, 62"})
    void theLossIsHalfTheSquareOfTheErrorOfEveryBit(int n, int bits) {
        Weights weights = random(n, 5);
        Reference network = new Reference(weights, StrictMath::tanh);
        long a = 0x123456789ABCDEFL & (1L << bits - 1) - 1;
        long b = 0x0FEDCBA987654321L & (1L << bits - 1) - 1;
        double loss = 0;
        for (int t = 0; t < bits; t++) {
            network.step((int) (a >> t & 1), (int) (b >> t & 1));
            double e = network.probability() - (a + b >> t & 1);
            loss += 0.5 * e * e;
        }
        assertThat(new BackPropagation(weights, bits, 0.1, 0).step(a, b)).isCloseTo(loss, within(1e-12));
    }
}
