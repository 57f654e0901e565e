package io.github.rnnadder.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.BackPropagation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

    private final List<Long> seeds = new ArrayList<>();

    private static TrainingConfig config(Initializer initializer, double rate, int iterations, int restarts) {
        return new TrainingConfig(8, 16, initializer, rate, iterations, 1, restarts, 1, 0, false, 1000);
    }

    @Test
    void theCurveHasAPointPerIntervalAndTheFirstPerfectWindowIsOneOfThem() {
        List<CurvePoint> heard = new ArrayList<>();
        Training training = Trainer.train(config(Initializer.UNIFORM_FAN_IN, 0.1, 20_500, 0), 1, heard::add);
        assertThat(training.curve()).hasSize(21).isSubsetOf(heard);
        assertThat(training.curve().subList(0, 20))
                .extracting(CurvePoint::iteration)
                .isEqualTo(
                        IntStream.rangeClosed(1, 20).map(i -> 1000 * i).boxed().toList());
        assertThat(training.curve().get(20).iteration()).isEqualTo(20_500);
        assertThat(training.curve().get(0).error()).isGreaterThan(0.5);
        assertThat(training.curve().get(19).error()).isBetween(0.03, 0.06);
        CurvePoint first = training.curve().stream()
                .filter(point -> point.accuracy() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(training.firstPerfectWindow()).hasValue(first.iteration());
        assertThat(first.iteration()).isBetween(2000, 8000);
    }

    /** One report per 10,000,000 multiplications: a few milliseconds for any network. */
    @ParameterizedTest
    @CsvSource({"8, 16, 9000", "3, 40, 6000", "62, 1, 90000"})
    void withinAWideWindowTheTrainingIsHeardOfAfterTheSameWork(int bits, int hiddenSize, int iterations) {
        List<CurvePoint> heard = new ArrayList<>();
        Training training = Trainer.train(
                new TrainingConfig(
                        bits,
                        hiddenSize,
                        Initializer.UNIFORM_FAN_IN,
                        0.01,
                        iterations,
                        1,
                        0,
                        1,
                        0,
                        false,
                        1_000_000_000),
                1,
                heard::add);
        long products = (long) bits * training.weights().count();
        assertThat(heard).hasSizeGreaterThan(2);
        int before = 0;
        for (CurvePoint point : heard.subList(0, heard.size() - 1)) {
            assertThat((point.iteration() - before) * products).isBetween(10_000_000L, 10_000_000L + products);
            before = point.iteration();
        }
        assertThat(heard.get(heard.size() - 1)).isEqualTo(training.curve().get(0));
        assertThat(training.curve()).hasSize(1);
    }

    /** At this decay every iteration makes the weights nine times as large, while the loss stays finite. */
    @Test
    void aTrainingThatDivergesIsWhatItWouldBeHadItEndedBefore() {
        TrainingConfig endless = diverging(20_000);
        Training diverged = Trainer.train(endless, 1, point -> {});
        int last = diverged.curve().size();
        assertThat(diverged.diverged()).isTrue();
        assertThat(last).isBetween(1, 20);
        Training ended = Trainer.train(diverging(last), 1, point -> {});
        assertThat(ended.diverged()).isFalse();
        assertThat(ended.curve()).isEqualTo(diverged.curve());
        assertThat(ended.weights()).usingRecursiveComparison().isEqualTo(diverged.weights());
    }

    private static TrainingConfig diverging(int iterations) {
        return new TrainingConfig(8, 16, Initializer.UNIFORM_SYMMETRIC, 10, iterations, 1, 0, 1, 1, false, 1);
    }

    /** At this decay the weights grow by 0.6 % in each iteration, to 10⁷ within 3000. */
    @Test
    void aTrainingThatDivergesWithinAWideWindowIsThatOfAtMostAThousandIterationsBefore() {
        Training diverged = Trainer.train(slowlyDiverging(200_000), 1, point -> {});
        assertThat(diverged.diverged()).isTrue();
        assertThat(diverged.firstPerfectWindow()).isEmpty();
        assertThat(diverged.curve()).isEmpty();
        Training ended = Trainer.train(slowlyDiverging(2000), 1, point -> {});
        assertThat(ended.diverged()).isFalse();
        assertThat(diverged.weights()).usingRecursiveComparison().isEqualTo(ended.weights());
    }

    private static TrainingConfig slowlyDiverging(int iterations) {
        return new TrainingConfig(8, 16, Initializer.UNIFORM_FAN_IN, 10, iterations, 1, 0, 1, 0.2006, false, 100_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 999, 1001})
    void theWeightsAreThoseOfTheLastIterationAlsoBetweenTwoPointsOfTheCurve(int iterations) {
        Training training = Trainer.train(config(Initializer.UNIFORM_FAN_IN, 0.1, iterations, 0), 3, point -> {});
        SplitMix64 random = new SplitMix64(3);
        BackPropagation network =
                new BackPropagation(Initialization.draw(Initializer.UNIFORM_FAN_IN, 16, random), 8, 0.1, 0);
        for (int iteration = 0; iteration < iterations; iteration++) {
            network.step(random.nextLong() & 127, random.nextLong() & 127);
        }
        assertThat(training.weights()).usingRecursiveComparison().isEqualTo(network.weights());
    }

    @ParameterizedTest
    @CsvSource({"UNIFORM_FAN_IN, 2000", "UNIFORM_SYMMETRIC, 5000"})
    void aTrainingThatEndsAtACheckpointHasItsWeights(Initializer initializer, int iterations) {
        List<Checkpoint> checkpoints = Trainer.train(config(initializer, 0.1, iterations, 0), 1, point -> {})
                .checkpoints();
        assertThat(checkpoints)
                .hasSizeBetween(9, 17)
                .extracting(Checkpoint::iteration)
                .startsWith(0)
                .endsWith(iterations)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(checkpoints.get(0).right()).isZero();
        assertThat(checkpoints.get(0).weights())
                .usingRecursiveComparison()
                .isEqualTo(Initialization.draw(initializer, 16, new SplitMix64(1)));
        for (int i = 1; i < checkpoints.size(); i++) {
            Checkpoint it = checkpoints.get(i);
            Training ended = Trainer.train(config(initializer, 0.1, it.iteration(), 0), 1, point -> {});
            assertThat(it.weights()).usingRecursiveComparison().isEqualTo(ended.weights());
            assertThat(it.right()).isEqualTo(right(ended.curve()));
        }
    }

    @Test
    void betweenTwoCheckpointsAreEquallyManyRightSumsAfterWrongOnes() {
        List<Checkpoint> checkpoints = Trainer.train(
                        config(Initializer.UNIFORM_SYMMETRIC, 0.1, 5000, 0), 1, point -> {})
                .checkpoints();
        SplitMix64 random = new SplitMix64(1);
        BackPropagation network =
                new BackPropagation(Initialization.draw(Initializer.UNIFORM_SYMMETRIC, 16, random), 8, 0.1, 0);
        int[] turns = new int[5001];
        boolean exact = false;
        for (int iteration = 1; iteration <= 5000; iteration++) {
            network.step(random.nextLong() & 127, random.nextLong() & 127);
            turns[iteration] = turns[iteration - 1] + (network.exact() && !exact ? 1 : 0);
            exact = network.exact();
        }
        int interval = turns[checkpoints.get(1).iteration()];
        for (int i = 1; i < checkpoints.size() - 1; i++) {
            assertThat(turns[checkpoints.get(i).iteration()]).isEqualTo(i * interval);
        }
    }

    private static int right(List<CurvePoint> curve) {
        double right = 0;
        for (int i = 0; i < curve.size(); i++) {
            right += curve.get(i).accuracy() * (curve.get(i).iteration() - 1000 * i);
        }
        return (int) Math.round(right);
    }

    @ParameterizedTest
    @CsvSource({"64, 2", "65, 0"})
    void aLargeNetworkHasNoCheckpoints(int hiddenSize, int checkpoints) {
        TrainingConfig config =
                new TrainingConfig(2, hiddenSize, Initializer.UNIFORM_SYMMETRIC, 0.01, 3, 1, 0, 1, 0, false, 1000);
        assertThat(Trainer.train(config, 1, point -> {}).checkpoints()).hasSize(checkpoints);
    }

    /** Trains until a seed passes, and returns the seed that was best. */
    private Long restarted(int restarts, Predicate<Long> passes, Comparator<Long> ranking) {
        return Restarts.train(
                config(Initializer.UNIFORM_FAN_IN, 0.1, 10, restarts),
                point -> {},
                training -> {
                    seeds.add(training.seedUsed());
                    return training.seedUsed();
                },
                passes,
                ranking);
    }

    @Test
    void amongTriesOfEqualRankTheFirstIsReturned() {
        assertThat(restarted(5, seed -> false, (x, y) -> 0)).isEqualTo(1);
    }

    @Test
    void aFirstTryThatPassesIsTheOnlyOne() {
        restarted(5, seed -> true, Long::compare);
        assertThat(seeds).containsExactly(1L);
    }

    @Test
    void restartsStopAtTheFirstTryThatPasses() {
        Long accepted = restarted(9, seed -> seeds.size() == 4, (x, y) -> 0);
        assertThat(seeds).hasSize(4).startsWith(1L).doesNotHaveDuplicates();
        assertThat(accepted).isEqualTo(seeds.get(3));
    }

    @Test
    void whenNoTryPassesTheBestIsReturned() {
        Long best = restarted(5, seed -> false, Long::compare);
        assertThat(seeds).hasSize(6);
        assertThat(best).isEqualTo(seeds.stream().max(Long::compare).orElseThrow());
    }

    /** The published test vector of SplitMix64, seed 1234567. */
    @Test
    void theGeneratorGivesThePublishedSequence() {
        SplitMix64 random = new SplitMix64(1234567);
        assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
        assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
        assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
    }
}
