package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.base.text.UserErrorException;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.GateResult;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;
import io.github.rnnadder.weights.JsonWeights;
import io.github.rnnadder.weights.SafetensorsWeights;
import io.github.rnnadder.weights.TrainedModel;
import io.github.rnnadder.weights.WeightsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReproductionTest {

    private static final String VERSION = "1.0.0";

    /** The try of a restart, whose seed is not the config's. */
    private static final long SEED_USED = -8_160_532_713_403_921_402L;

    private static final TrainingConfig CONFIG =
            new TrainingConfig(4, 3, Initializer.UNIFORM_SYMMETRIC, 0.05, 2500, 1, 3, 0.0, 1e-4, false, 700);

    private static final TrainingConfig DIVERGING =
            new TrainingConfig(4, 3, Initializer.UNIFORM_FAN_IN, 10, 5000, 1, 3, 0.0, 1.0, false, 700);

    private static final String FIELDS =
            "initializer, learningRate, iterations, seedUsed, weightDecay, curveInterval, pluginVersion";

    private final Progress progress = new Progress(line -> {}, () -> 0);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"adder.json", "adder.safetensors"})
    void whatTrainMadeComesOutTheSame(String file) throws IOException {
        GateResult finding = check(write(file, model(CONFIG)), 0);

        assertThat(finding.complaint()).isEmpty();
        assertThat(finding.summary()).endsWith("\nReproduced: the same 18 weights to the last bit");
        assertThat(finding.criteria())
                .endsWith(
                        Criterion.passed(Requirement.REPRODUCTION, "Reproduced: the same 18 weights to the last bit"));
    }

    @Test
    void soDoWeightsThatDiverged() throws IOException {
        assertThat(Trainer.train(DIVERGING, SEED_USED, point -> {}).diverged()).isTrue();

        assertThat(check(write("adder.json", model(DIVERGING)), 0).complaint()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"json, U, 2, 1", "json, W, 1, 2", "safetensors, W, 2, 0", "safetensors, V, 0, 2"})
    void oneWeightChangedInItsLastPlaceDoesNot(String ending, String matrix, int i, int j) throws IOException {
        TrainedModel model = model(CONFIG);
        double[] row = row(model.weights(), matrix, i);
        double trained = row[j];
        row[j] = Math.nextUp(trained);
        GateResult finding = check(write("adder." + ending, model), 0);

        String complaint = finding.complaint().orElseThrow();
        assertThat(complaint).startsWith("Not reproduced: " + matrix + "[" + i + "][" + j + "] is ");
        String[] values = complaint.split(" is |, reproduced ");
        assertThat(Double.parseDouble(values[1])).isEqualTo(Math.nextUp(trained));
        assertThat(Double.parseDouble(values[2])).isEqualTo(trained);
    }

    @Test
    void whatIsWrongOtherwiseIsToldToo() throws IOException {
        TrainedModel model = model(CONFIG);
        model.weights().w()[0][0] += 0.1;
        GateResult finding = check(write("adder.json", model), 1);
        assertThat(finding.complaint().orElseThrow()).startsWith("Accuracy ").contains("\nNot reproduced: W[0][0] is ");
        assertThat(finding.criteria())
                .extracting(Criterion::requirement)
                .containsExactly(Requirement.ACCURACY, Requirement.REPRODUCTION);
    }

    @Test
    void anotherVersionIsNamedAndNothingIsTrained() throws IOException {
        assertThat(check(with("pluginVersion", "0.9"), 0).complaint())
                .contains(
                        "Not reproduced: made by version 0.9 of the plugin, and this is 1.0.0, which may train differently; "
                                + "check with that version");
    }

    @Test
    void aFileThatIsSilentIsToldAllThatIsMissing() throws IOException {
        String silent = json().replaceAll("(?s)\"training\": \\{.*?\\}", "\"training\": {}");
        Files.writeString(directory.resolve("adder.json"), silent);
        byte[] safetensors = SafetensorsWeights.write(model(CONFIG));
        Files.write(directory.resolve("adder.safetensors"), silenced(safetensors));

        for (String name : List.of("adder.json", "adder.safetensors")) {
            assertThatThrownBy(() -> check(directory.resolve(name), 0))
                    .isInstanceOf(UserErrorException.class)
                    .hasMessage(directory.resolve(name) + " does not say how it was trained: training has no " + FIELDS
                            + "; train writes them all");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iterations    | 1000000001 | training.iterations is '1000000001'; it must be an integer from 1 to 1000000000",
                "iterations    | 2500.5     | training.iterations is '2500.5'; it must be an integer from 1 to 1000000000",
                "learningRate  | NaN        | training.learningRate is 'NaN'; it must be a number above 0, at most 10",
                "weightDecay   | -1         | training.weightDecay is '-1'; it must be a number from 0 to 1",
                "seedUsed      | 0x10       | training.seedUsed is '0x10'; it must be an integer from -9223372036854775808 to"
                        + " 9223372036854775807",
                "initializer   | zero       | training.initializer is 'zero'; it must be one of uniform-fan-in,"
                        + " uniform-symmetric, uniform-positive",
                "bits          | 5          | training.bits is 5; it must be 4, because the file has bits 4",
                "hiddenSize    | 2          | training.hiddenSize is 2; it must be 3, because the file has hiddenSize 3"
            })
    void aValueThatNoConfigMayHaveIsASentence(String name, String value, String sentence) {
        assertThatThrownBy(() -> check(with(name, value), 0))
                .isInstanceOf(UserErrorException.class)
                .hasMessage(directory.resolve("adder.json") + ": " + sentence);
    }

    @Test
    void aCurveThatNoMemoryHoldsIsASentence() {
        assertThatThrownBy(() -> check(with("iterations", "1000000000"), 0))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining(
                        ": training.curveInterval is 700; with 1000000000 iterations it must be at least 10000");
    }

    @Test
    void whatTheWeightsDoNotDependOnMayBeLeftOut() throws IOException {
        String json = json();
        int training = json.indexOf("\"training\"");
        String silent =
                json.substring(training).replaceAll(" *\"(seed|restarts|accuracyThreshold|certify)\": [^\n]*,\n", "");
        assertThat(silent).hasSizeLessThan(json.length() - training - 60);
        Path file = Files.writeString(directory.resolve("adder.json"), json.substring(0, training) + silent);

        assertThat(check(file, 0).complaint()).isEmpty();
    }

    private GateResult check(Path file, double threshold) throws IOException {
        return Check.ofFile(file, OptionalInt.empty(), OptionalDouble.of(threshold), false)
                .run(Optional.of(VERSION), progress);
    }

    private Path write(String name, TrainedModel model) throws IOException {
        byte[] content = name.endsWith(WeightsFile.JSON) ? JsonWeights.write(model) : SafetensorsWeights.write(model);
        return Files.write(directory.resolve(name), content);
    }

    private TrainedModel model(TrainingConfig config) {
        Training training = Trainer.train(config, SEED_USED, point -> {});
        return Candidate.assess(config, training, progress).model(VERSION);
    }

    private String json() {
        return new String(JsonWeights.write(model(CONFIG)), StandardCharsets.UTF_8);
    }

    /** Writes a file whose training says something else in one place. */
    private Path with(String name, String value) throws IOException {
        String json = json();
        int training = json.indexOf("\"training\"");
        String changed = json.substring(training)
                .replaceFirst("\"" + name + "\": [^,\n]*", "\"" + name + "\": \"" + value + "\"");
        return Files.writeString(directory.resolve("adder.json"), json.substring(0, training) + changed);
    }

    /** Renames all that a header says of the training, as a program would that knows other names. */
    private static byte[] silenced(byte[] safetensors) {
        String file = new String(safetensors, StandardCharsets.ISO_8859_1);
        for (String name : FIELDS.split(", ")) {
            file = file.replace("\"" + name + "\":", "\"x" + name.substring(1) + "\":");
        }
        return file.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static double[] row(Weights weights, String matrix, int i) {
        return switch (matrix) {
            case "U" -> weights.u()[i];
            case "W" -> weights.w()[i];
            default -> weights.v();
        };
    }
}
