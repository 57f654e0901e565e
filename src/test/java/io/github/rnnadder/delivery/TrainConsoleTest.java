package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a build says while it trains. */
class TrainConsoleTest {

    private TestModule module;

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
                        "Training 16 hidden units to add numbers of 3 bits: uniform-fan-in, learning rate 0.1, 9900"
                                + " iterations, seed 1",
                        "  every sum right from iteration " + (training.lastWrong() + 1) + " on");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iterations: 700 | while it learned, [0-9.]+% of the sums came out right; a window of 1000 did not come about",
                "iterations: 1500 | no window of 1000 iterations without a wrong sum; [0-9.]+% of the sums right in the last",
                "iterations: 1226, curveInterval: 1 | a first window without a wrong sum ended at iteration [0-9]+, but the"
                        + " last wrong sum was at iteration [0-9]+",
                "iterations: 3000, learningRate: 10, weightDecay: 1 | diverged: a weight or the loss was no longer finite",
            })
    void aTrainingThatDidNotLearnSaysHowFarItCame(String keys, String line) throws Exception {
        assertThat(build("{" + keys + ", accuracyThreshold: 1.0}")).hasSize(2);
        assertThat(module.console.get(1)).matches("  " + line);
    }

    @Test
    void aLongTrainingSaysItsRateAndTheTimeLeft() throws Exception {
        module.secondsPerLook = 3;
        assertThat(build("{bits: 3, iterations: 50000, accuracyThreshold: 0}"))
                .anyMatch(
                        line -> line.matches("  [0-9]+ of 50000 iterations, [0-9]+ per second, [0-9]+ (s|min .*) left,"
                                + " window accuracy [0-9.]+%"));
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
}
