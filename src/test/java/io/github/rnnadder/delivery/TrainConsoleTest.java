package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a build says while it trains. */
class TrainConsoleTest {

    private static final Weights ANY = new Weights(new double[1][2], new double[1][1], new double[1]);

    private TestModule module;
    private long now;

    @BeforeEach
    void create(@TempDir Path directory) {
        module = new TestModule(directory);
    }

    private List<String> build(String config) throws Exception {
        module.config = config;
        module.build();
        return module.console;
    }

    @Test
    void aQuickTrainingSaysWhatIsTrainedAndHowItWent() throws Exception {
        Training training = Trainer.train(
                new TrainingConfig(3, 16, Initializer.UNIFORM_FAN_IN, 0.1, 9900, 1, 0, 1, 0, false, 10),
                1,
                point -> {});
        assertThat(build("{bits: 3, iterations: 9900, curveInterval: 10}"))
                .containsExactly(
                        "Training 16 hidden units on sums of 3 bits: uniform-fan-in, learning rate 0.1, 9900"
                                + " iterations, seed 1",
                        "  every sum right from iteration " + (training.lastWrong() + 1) + " on");
    }

    /** Of up to a thousand restarts not every one; and what became of the last try is said anyway. */
    @ParameterizedTest
    @CsvSource({"3, 1 2", "4, 1 2 4"})
    void triesThatMissTheGateAreToldLessAndLessOften(int restarts, String told) throws Exception {
        build("{bits: 3, iterations: 10, restarts: " + restarts + ", accuracyThreshold: 1.0}");
        int last = module.console.size() - 2;
        assertThat(module.console.subList(1, last))
                .allMatch(line -> line.matches("Try [0-9] missed the gate: [0-9]+ of 16 sums of 3 bits exact"))
                .extracting(line -> line.substring(4, 5))
                .containsExactly(told.split(" "));
        assertThat(module.console.get(last))
                .matches("None of " + (restarts + 1) + " tries passed; the best had seed -?[0-9]+");
    }

    @Test
    void aFirstTryThatPassesIsNotCalledOne() throws Exception {
        assertThat(build(TestModule.EASY.replace("seed: 1", "seed: 1, restarts: 3")))
                .hasSize(2)
                .noneMatch(line -> line.startsWith("Try "));
    }

    /** The first try diverges after the first point of its curve. */
    @Test
    void theRateOfATryIsReckonedFromItsOwnBeginning() {
        LearningProgress learning = new LearningProgress(
                TrainingConfig.DEFAULTS, new Progress(module.console::add, () -> now * 1_000_000_000));
        learning.accept(new CurvePoint(1000, 0, 1));
        now = 60;
        learning.accept(new CurvePoint(1000, 0, 1));
        assertThat(module.console).isEmpty();
        now = 70;
        learning.accept(new CurvePoint(2000, 0.25, 1));
        assertThat(module.console)
                .containsExactly("  2000 of 20000 iterations, 200 per second, 1 min 30 s left, window accuracy 25%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "999  | | 500 | while it learned, 25% of the sums came out right; there was no full window of 1000",
                "1000 | | 0 | every sum right from iteration 1 on",
                "3000 | 3000 | 2000 | every sum right from iteration 2001 on",
                "3000 | | 2001 | no window of 1000 iterations without a wrong sum; 25% of the sums right in the last",
                "3000 | 1000 | 2001 | a first window without a wrong sum ended at iteration 1000, but the last wrong sum was"
                        + " at iteration 2001",
            })
    void itSaysInTheEndSinceWhenEverySumIsRight(int iterations, Integer perfect, int lastWrong, String line) {
        Training training = new Training(
                1,
                ANY,
                List.of(new CurvePoint(iterations, 0.25, 1)),
                Optional.ofNullable(perfect),
                lastWrong,
                List.of(),
                false);
        assertThat(LearningProgress.summary(training, 1000)).isEqualTo("  " + line);
    }

    @Test
    void aTrainingThatDivergedSaysSo() {
        assertThat(LearningProgress.summary(
                        new Training(1, ANY, List.of(), Optional.empty(), 1, List.of(), true), 1000))
                .isEqualTo("  diverged: a weight or the loss was no longer finite");
    }
}
