package io.github.rnnadder.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
        double[][] u = new double[n][2];
        double[][] w = new double[n][n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            u[i][0] = random.nextGaussian();
            u[i][1] = random.nextGaussian();
            v[i] = random.nextGaussian();
            for (int j = 0; j < n; j++) {
                w[i][j] = random.nextGaussian() / Math.sqrt(n);
            }
        }
        return new Weights(u, w, v);
    }

    /** Returns the loss after changing one weight; its index counts through U, W and V. */
    private static double loss(Weights weights, int index, double moved, long a, long b, int bits) {
        int n = weights.hiddenSize();
        Textbook copy = new Textbook(weights);
        if (index < 2 * n) {
            copy.u[index / 2][index % 2] += moved;
        } else if (index < 2 * n + n * n) {
            copy.w[(index - 2 * n) / n][(index - 2 * n) % n] += moved;
        } else {
            copy.v[index - 2 * n - n * n] += moved;
        }
        BackPropagation network = new BackPropagation(new Weights(copy.u, copy.w, copy.v), bits, 1, 0);
        return network.step(a, b);
    }

    private static double weight(Weights weights, int index) {
        int n = weights.hiddenSize();
        return index < 2 * n
                ? weights.u()[index / 2][index % 2]
                : index < 2 * n + n * n
                        ? weights.w()[(index - 2 * n) / n][(index - 2 * n) % n]
                        : weights.v()[index - 2 * n - n * n];
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
        Weights after = network.weights();
        double largest = 0;
        double worst = 0;
        for (int index = 0; index < 3 * n + n * n; index++) {
            double gradient = weight(weights, index) - weight(after, index);
            double slope = (8 * (loss(weights, index, H, a, b, bits) - loss(weights, index, -H, a, b, bits))
                            - (loss(weights, index, 2 * H, a, b, bits) - loss(weights, index, -2 * H, a, b, bits)))
                    / (12 * H);
            largest = Math.max(largest, Math.abs(gradient));
            worst = Math.max(worst, Math.abs(gradient - slope));
        }
        assertThat(largest).isGreaterThan(1e-4);
        assertThat(worst / largest).isLessThan(1e-6);
    }

    @Test
    void aStepIsThatOfTheTextbookOverRandomShapes() {
        Random random = new Random(1);
        for (int shape = 0; shape < 60; shape++) {
            int n = 1 + random.nextInt(40);
            int bits = 2 + random.nextInt(61);
            double decay = shape % 2 == 0 ? 0 : random.nextDouble() * 0.01;
            Weights weights = random(n, shape);
            Textbook textbook = new Textbook(weights);
            BackPropagation network = new BackPropagation(weights, bits, 0.1, decay);
            long mask = (1L << (bits - 1)) - 1;
            for (int iteration = 0; iteration < 3; iteration++) {
                long a = random.nextLong() & mask;
                long b = random.nextLong() & mask;
                assertThat(network.step(a, b)).isCloseTo(textbook.step(a, b, bits, 0.1, decay), within(1e-12));
            }
            Weights after = network.weights();
            for (int i = 0; i < n; i++) {
                assertThat(after.u()[i][0]).isCloseTo(textbook.u[i][0], within(3e-12));
                assertThat(after.u()[i][1]).isCloseTo(textbook.u[i][1], within(3e-12));
                assertThat(after.v()[i]).isCloseTo(textbook.v[i], within(3e-12));
                for (int j = 0; j < n; j++) {
                    assertThat(after.w()[i][j]).isCloseTo(textbook.w[i][j], within(3e-12));
                }
            }
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
                .hasMessageContaining("allowed is a finite number of at most 1.0E7 in absolute value");
    }

    private static BackPropagation doubled(int index, double weight) {
        int n = 3;
        double[][] u = new double[n][2];
        double[][] w = new double[n][n];
        double[] v = new double[n];
        if (index < 2 * n) {
            u[index % n][index / n] = weight;
        } else if (index < 2 * n + n * n) {
            w[(index - 2 * n) / n][(index - 2 * n) % n] = weight;
        } else {
            v[index - 2 * n - n * n] = weight;
        }
        BackPropagation network = new BackPropagation(new Weights(u, w, v), 4, 1, -1);
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

    @Test
    void theForwardPassGivesTheLossOfTheTraining() {
        Weights weights = random(16, 5);
        ForwardPass network = new ForwardPass(weights);
        double loss = 0;
        for (int t = 0; t < 8; t++) {
            double e = network.step(37 >> t & 1, 91 >> t & 1) - (128 >> t & 1);
            loss += 0.5 * e * e;
        }
        assertThat(new BackPropagation(weights, 8, 0.1, 0).step(37, 91)).isCloseTo(loss, within(1e-13));
    }
}
