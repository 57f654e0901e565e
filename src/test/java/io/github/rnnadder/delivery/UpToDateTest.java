package io.github.rnnadder.delivery;

import static io.github.rnnadder.delivery.TestModule.EASY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.model.config.ConfigException;
import io.github.rnnadder.model.training.Checkpoint;
import io.github.rnnadder.weights.WeightsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a build makes, and when it makes it again. */
class UpToDateTest {

    private TestModule module;

    @BeforeEach
    void create(@TempDir Path directory) {
        module = new TestModule(directory);
    }

    @Test
    void aBuildLeavesWeightsACardALoaderACurveCheckpointsAndNothingElse() throws Exception {
        assertThat(module.build().endings()).containsExactly(".json", ".safetensors", ".cdx.json");
        assertThat(module.packaged().keySet())
                .containsExactly(
                        "classes/META-INF/rnn-adder/model.cdx.json",
                        "classes/META-INF/rnn-adder/model.json",
                        "classes/META-INF/rnn-adder/model.safetensors",
                        "classes/com/acme/Sums.class",
                        "generated-resources/rnn-adder/META-INF/rnn-adder/model.cdx.json",
                        "generated-resources/rnn-adder/META-INF/rnn-adder/model.json",
                        "generated-resources/rnn-adder/META-INF/rnn-adder/model.safetensors",
                        "generated-sources/rnn-adder/com/acme/Sums.java");
        assertThat(TestModule.files(module.target("rnn-adder/tmp"))).isEmpty();
        assertThat(module.target("rnn-adder/curves/META-INF/rnn-adder/model.csv"))
                .content()
                .startsWith("iteration,windowAccuracy,windowError\n1000,")
                .hasLineCount(7);
        assertThat(WeightsFile.read(module.file(".json")).training())
                .containsEntry("seedUsed", "1")
                .containsEntry("pluginVersion", "1")
                .containsEntry("accuracyThreshold", "0.5")
                .hasSize(13);
        BuiltAdder trained = BuiltAdder.read(module.adder(), Progress.silent());
        assertThat(trained.passes()).isTrue();
        assertThat(trained.loader()).contains("com.acme.Sums");
        assertThat(trained.digests().keySet())
                .containsExactly("model.json", "model.safetensors", "model.cdx.json", "U, W and V");
        List<Checkpoint> checkpoints = trained.checkpoints();
        assertThat(checkpoints)
                .hasSizeGreaterThan(8)
                .extracting(Checkpoint::iteration)
                .endsWith(6000);
        assertThat(checkpoints.get(checkpoints.size() - 1).weights())
                .usingRecursiveComparison()
                .isEqualTo(trained.stored().weights());
    }

    /** Maven copies and compiles what is newer. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSecondBuildTouchesNoFileEvenIfItIsForcedToTrain(boolean force) throws Exception {
        module.build();
        Map<String, String> before = module.packaged();
        byte[] checkpoints = Files.readAllBytes(module.adder().checkpoints());
        FileTime old = FileTime.fromMillis(0);
        for (String file : before.keySet()) {
            Files.setLastModifiedTime(module.target(file), old);
        }
        module.force = force;
        TrainResult second = module.train();
        assertThat(second.ending()).isEqualTo(force ? TrainResult.Ending.TRAINED : TrainResult.Ending.UP_TO_DATE);
        assertThat(second.summary().startsWith("Up to date")).isNotEqualTo(force);
        assertThat(second.endings()).containsExactly(".json", ".safetensors", ".cdx.json");
        assertThat(module.console.isEmpty()).isNotEqualTo(force);
        assertThat(module.packaged()).isEqualTo(before);
        assertThat(module.adder().checkpoints()).hasBinaryContent(checkpoints);
        for (String file : before.keySet()) {
            assertThat(Files.getLastModifiedTime(module.target(file))).isEqualTo(old);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "threshold", "certify", "halt", "version", "name", "onnx", "loader", "tests"})
    void aChangedInputTrainsAgainAndLeavesNothingOfBefore(String what) throws Exception {
        module.isWar = true;
        module.build();
        switch (what) {
            case "config" -> module.config = EASY.replace("seed: 1", "seed: 2");
            case "threshold" -> module.threshold = OptionalDouble.of(0.4);
            case "certify" -> module.certify = Optional.of(false);
            case "halt" -> module.haltOnFailure = false;
            case "version" -> module.version = "2";
            case "name" -> module.resourceName = "other";
            case "onnx" -> module.withOnnx = true;
            case "loader" -> module.loaderClass = null;
            default -> module.ofTests = true;
        }
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.TRAINED);
        module.assertAsFresh();
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.UP_TO_DATE);
    }

    @Test
    void theSameTextThatIsReadAsJsonIsAnotherConfig() throws Exception {
        module.config = "{\"bits\": 3, \"iterations\": 6000, \"accuracyThreshold\": 0.5}";
        module.build();
        Map<String, String> undisturbed = module.packaged();
        module.configFile = "adder.json";
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.TRAINED);
        assertThat(module.packaged()).isEqualTo(undisturbed);
    }

    @Test
    void aConfigThatIsBadOrGoneChangesNothing() throws Exception {
        module.build();
        Map<String, String> before = module.packaged();
        module.config = "bits: 99";
        assertThatThrownBy(module::build).isInstanceOf(ConfigException.class);
        module.config = null;
        assertThatThrownBy(module::build)
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("no longer exists: adder.yaml; name another by configFile");
        assertThat(module.packaged()).isEqualTo(before);
    }

    @Test
    void anAdderOfTheDefaultsIsMadeFromThemAgain() throws Exception {
        module.config = null;
        module.build();
        module.force = true;
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.TRAINED);
    }

    @Test
    void anAdderThatMovesToAnotherExecutionIsUpToDate() throws Exception {
        module.resourceName = "a.record/model";
        module.build();
        module.execution = "renamed";
        module.executions = Set.of("renamed");
        Path notes = module.put("target/rnn-adder/records/notes.txt", "");
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.UP_TO_DATE);
        assertThat(module.record()).content().contains("\nexecution renamed\n");
        assertThat(notes).exists();
    }
}
