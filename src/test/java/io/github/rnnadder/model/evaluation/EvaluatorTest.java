package io.github.rnnadder.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.ForwardPass;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Trainer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {

    private static final Weights PERFECT = trained(8, 20_000);

    /** One hidden unit without a memory of the carry. */
    private static final Weights OR = new Weights(new double[][] {{1, 1}}, new double[1][1], new double[] {1});

    private static Weights trained(int bits, int iterations) {
        TrainingConfig d = TrainingConfig.DEFAULTS;
        TrainingConfig config =
                new TrainingConfig(bits, 16, d.initializer(), d.learningRate(), iterations, 1, 0, 1, 0, false, 1000);
        return Trainer.train(config, 1, point -> {}).weights();
    }

    /** Adds two numbers, notes the sum if it is wrong, and returns the loss. */
    static double add(Weights weights, int bits, long a, long b, List<WrongSum> wrong) {
        ForwardPass network = new ForwardPass(weights);
        long predicted = 0;
        double loss = 0;
        for (int t = 0; t < bits; t++) {
            double p = network.step((int) (a >>> t & 1), (int) (b >>> t & 1));
            predicted |= (p > 0.5 ? 1L : 0) << t;
            double e = p - (a + b >>> t & 1);
            loss += 0.5 * e * e;
        }
        if (predicted != a + b) {
            wrong.add(new WrongSum(a, b, predicted));
        }
        return loss;
    }

    @ParameterizedTest
    @CsvSource({"2,300", "3,1000", "5,1500", "8,1000", "8,20000"})
    void everyPairIsMeasuredAsOneByOne(int bits, int iterations) {
        Weights weights = iterations == 20_000 ? PERFECT : trained(bits, iterations);
        double loss = 0;
        List<WrongSum> wrong = new ArrayList<>();
        long operands = 1L << (bits - 1);
        for (long a = 0; a < operands; a++) {
            for (long b = 0; b < operands; b++) {
                loss += add(weights, bits, a, b, wrong);
            }
        }
        Evaluation evaluation = Evaluator.evaluate(weights, bits);
        long sums = operands * operands;
        assertThat(evaluation.accuracy()).isEqualTo(new Accuracy(bits, sums - wrong.size(), sums, false));
        assertThat(evaluation.loss()).isCloseTo(loss / sums, within(1e-12));
        assertThat(evaluation.examples()).hasSize(Math.min(5, wrong.size())).isSubsetOf(wrong);
        if (!wrong.isEmpty()) {
            assertThat(evaluation.examples()).startsWith(wrong.get(0));
        }
    }

    @Test
    void theExamplesComeFromAllOverTheOperands() {
        Evaluation evaluation = Evaluator.evaluate(trained(8, 1000), 8);
        assertThat(evaluation.examples().stream().map(WrongSum::a).distinct()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(evaluation.examples().stream().map(WrongSum::b).distinct()).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"2, 4", "3, 16", "8, 16384"})
    void howManySumsAreMeasuredIsHeardUntilAllAre(int bits, long sums) {
        List<Long> heard = new ArrayList<>();
        Evaluator.evaluate(trained(2, 10), bits, heard::add);
        assertThat(heard).isSorted().endsWith(sums).hasSizeBetween((int) (sums / 2048), (int) (sums / 1024) + 1);
        assertThat(Evaluator.sums(bits)).isEqualTo(sums);
    }

    /** The mean cost of leading zeros over all pairs: 0.125 per step, whatever the weights. */
    @Test
    void theLossOfAPerfectAdderLiesJustAboveTheFloorThatTheReportsCurvesSettleOn() {
        double floor = 0;
        for (int a = 0; a < 128; a++) {
            for (int b = 0; b < 128; b++) {
                floor += 0.125 * Math.min(8, Integer.numberOfTrailingZeros(a | b)) / 16384;
            }
        }
        assertThat(floor).isCloseTo(0.0417, within(5e-5));
        Evaluation evaluation = Evaluator.evaluate(PERFECT, 8);
        assertThat(evaluation.accuracy().wrong()).isZero();
        assertThat(evaluation.loss()).isBetween(floor, floor + 0.002);
    }

    @Test
    void aboveTwelveBitsAFixedSampleIsMeasured() {
        Evaluation evaluation = Evaluator.evaluate(PERFECT, 13);
        assertThat(evaluation.accuracy().sampled()).isTrue();
        assertThat(evaluation.accuracy().total()).isEqualTo(1L << 22);
        List<Long> heard = new ArrayList<>();
        assertThat(Evaluator.evaluate(PERFECT, 13, heard::add)).isEqualTo(evaluation);
        assertThat(heard).isSorted().endsWith(1L << 22).hasSizeGreaterThanOrEqualTo(2048);
        assertThat(Evaluator.sums(13)).isEqualTo(1L << 22);
    }

    @Test
    void theWidthsAreThoseOfAConfig() {
        for (int bits : new int[] {1, 63}) {
            assertThatThrownBy(() -> Evaluator.evaluate(OR, bits))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("bits is " + bits + "; it must be 2 to 62");
        }
    }

    /** Without carries, a sum is right if no input is 1 + 1, which leaves three of four inputs. */
    @Test
    void twelveBitsAreTheMostOfWhichEverySumIsMeasured() {
        assertThat(Evaluator.evaluate(OR, 12).accuracy())
                .isEqualTo(new Accuracy(12, (long) Math.pow(3, 11), 1L << 22, false));
        assertThat(Evaluator.sums(12)).isEqualTo(1L << 22);
    }

    /** The last bit is the carry's, and the four bits before it are the suffix. */
    @Test
    void atTheGreatestWidthTheSampleHasOnesInAllColumns() {
        Evaluation sample = Evaluator.evaluate(OR, 62);
        assertThat(sample.accuracy().sampled()).isTrue();
        assertThat(sample.examples())
                .allMatch(wrong -> (wrong.a() & wrong.b()) != 0)
                .anyMatch(wrong -> wrong.a() % (1L << 57) >= 1L << 30 && wrong.b() % (1L << 57) >= 1L << 30);
    }
}
