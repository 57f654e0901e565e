package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNIFORM_FAN_IN | 16 | 0.1 | 20000 | 0 | 0 | Try more iterations than 20000, 5 restarts or another seed.",
                "UNIFORM_FAN_IN | 16 | 0.1 | 20000 | 7 | 0 | Try more iterations than 20000, more restarts than 7 or another seed.",
                "UNIFORM_FAN_IN | 5 | 0.2 | 3000 | 0 | 0.005 | Try more iterations than 3000, 5 restarts or another seed.",
                "UNIFORM_FAN_IN | 5 | 0.01 | 3000 | 0 | 0.005 | Try more iterations than 3000, 5 restarts or another seed.",
                "UNIFORM_FAN_IN | 16 | 0.1 | 700 | 0 | 0 | Try more iterations than 700 (most networks need 1000 to 3000); else 5 restarts or another seed.",
                "UNIFORM_FAN_IN | 16 | 9 | 20000 | 0 | 0 | Try a learningRate near 0.1 instead of 9.0; else more iterations than 20000, 5 restarts or another seed.",
                "UNIFORM_FAN_IN | 16 | 0.001 | 20000 | 0 | 0 | Try a learningRate near 0.1 instead of 0.001; else more iterations than 20000, 5 restarts or another seed.",
                "UNIFORM_FAN_IN | 4 | 0.1 | 20000 | 0 | 0 | Try a hiddenSize of 8 or more instead of 4; else more iterations than 20000, 5 restarts or another seed.",
                "UNIFORM_FAN_IN | 16 | 0.1 | 20000 | 0 | 0.1 | Try a weightDecay around 0.001 instead of 0.1; else more iterations than 20000, 5 restarts or another seed.",
                "UNIFORM_POSITIVE | 16 | 0.1 | 20000 | 0 | 0 | Try the initializer uniform-fan-in instead of uniform-positive; else more iterations than 20000, 5 restarts or another seed.",
                "UNIFORM_SYMMETRIC | 3 | 0.1 | 10 | 1 | 0 | Try a hiddenSize of 8 or more instead of 3, more iterations than 10 (most networks need 1000 to 3000), the initializer uniform-fan-in instead of uniform-symmetric; else more restarts than 1 or another seed.",
            })
    void whatIsLikelyWrongComesFirstAndNothingThatIsSetIsProposed(
            Initializer initializer,
            int hiddenSize,
            double learningRate,
            int iterations,
            int restarts,
            double weightDecay,
            String advice)
            throws IOException {
        TrainingConfig config = new TrainingConfig(
                8, hiddenSize, initializer, learningRate, iterations, 1, restarts, 1, weightDecay, false, 1000);
        assertThat(Advice.of(config, false)).isEqualTo(advice);
        assertThat(advice.replaceAll("^Try |\\.$", "").split("; else |, | or (?=another)"))
                .allSatisfy(piece -> assertThat(explained()).anyMatch(piece::matches));
    }

    /** Returns what the page on troubleshooting explains, each as a pattern. */
    private static List<String> explained() throws IOException {
        return Pattern.compile("(?m)^\\| `([^`]+)` \\|")
                .matcher(Files.readString(Path.of("src/site/markdown/troubleshooting.md")))
                .results()
                .map(row -> Pattern.quote(row.group(1)).replace("…", "\\E.+\\Q"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"10, near 0.1 instead of 10.0.", "0.2, below 0.2.", "0.1, below 0.1."})
    void aTrainingThatDivergedNeedsSmallerSteps(double learningRate, String advice) {
        TrainingConfig config =
                new TrainingConfig(8, 16, Initializer.UNIFORM_FAN_IN, learningRate, 1, 1, 0, 1, 0, false, 1000);
        assertThat(Advice.of(config, true))
                .isEqualTo(
                        "Training diverged: a weight or the loss was no longer finite. Try a learningRate " + advice);
    }
}
