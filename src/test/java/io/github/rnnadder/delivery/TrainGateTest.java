package io.github.rnnadder.delivery;

import static io.github.rnnadder.delivery.TestModule.HOPELESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Evaluator;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.weights.Provenance;
import io.github.rnnadder.weights.WeightsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes the gate of a build, what it rejects, and what is left then. */
class TrainGateTest {

    /** Right at its width, and wrong at a greater one. */
    private static final String NARROW = "{bits: 5, iterations: 12000}";

    private TestModule module;

    @BeforeEach
    void create(@TempDir Path directory) {
        module = new TestModule(directory);
    }

    @Test
    void whatIsRejectedIsKeptForALookUntilAnAdderPasses() throws Exception {
        module.build();
        module.config = HOPELESS;
        TrainResult rejected = module.build();
        assertThat(rejected.ending()).isEqualTo(TrainResult.Ending.REJECTED);
        assertThat(rejected.endings()).isEmpty();
        assertThat(rejected.summary())
                .isEqualTo("Rejected weights in target/rnn-adder/rejected/META-INF/rnn-adder/model.safetensors");
        assertThat(module.console)
                .anyMatch(it -> it.matches("Removed 4 outdated files because the gate failed: target/.*"));
        assertThat(rejected.gate().complaint().orElseThrow())
                .containsPattern("^Accuracy [0-9.]+% \\([0-9]+ of 16 sums of 3 bits exact\\)"
                        + " is below the required 99\\.5% \\(16 of 16\\)\n  [0-9]+ \\+ [0-9]+ = [0-9]+, predicted ")
                .contains("Try more iterations than 1", "mvn rnn-adder:report", "not mvn -rf");
        assertThat(module.target("rnn-adder/curves/META-INF/rnn-adder/model.csv"))
                .content()
                .startsWith("iteration,windowAccuracy,windowError\n1,")
                .hasLineCount(2);
        assertThat(module.target("rnn-adder/checkpoints/META-INF/rnn-adder/model.csv"))
                .content()
                .startsWith("iteration,right,lastWrong,weights\n0,0,0,")
                .hasLineCount(3);
        assertThat(module.build().ending()).as("never up to date").isEqualTo(TrainResult.Ending.REJECTED);
        module.config = TestModule.EASY;
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.TRAINED);
        assertThat(TestModule.files(module.target("rnn-adder/rejected"))).isEmpty();
    }

    @Test
    void theThresholdOfTheRequestCountsNotThatOfTheConfig() throws Exception {
        module.config = HOPELESS;
        module.threshold = OptionalDouble.of(0);
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.TRAINED);
        module.config = HOPELESS.replace("0.995", "0");
        module.threshold = OptionalDouble.of(1);
        TrainResult rejected = module.build();
        assertThat(rejected.ending()).isEqualTo(TrainResult.Ending.REJECTED);
        assertThat(rejected.gate().complaint().orElseThrow()).contains(" is below the required 100% ");
    }

    @Test
    void certifyOfTheRequestCountsNotThatOfTheConfig() throws Exception {
        module.config = NARROW;
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.TRAINED);
        module.certify = Optional.of(true);
        assertThat(module.build().gate().complaint().orElseThrow()).startsWith("COUNTEREXAMPLE: ");
        assertThat(module.packaged()).isEmpty();
        module.config = NARROW.replace("}", ", certify: true}");
        module.certify = Optional.of(false);
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.TRAINED);
        module.certify = Optional.empty();
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.REJECTED);
    }

    @Test
    void anAdderThatIsWrongBeyondItsWidthIsRejectedOrWarnedOfWithTheOperands() throws Exception {
        module.config = NARROW;
        module.certify = Optional.of(true);
        module.haltOnFailure = false;
        TrainResult kept = module.build();
        assertThat(kept.ending()).isEqualTo(TrainResult.Ending.TRAINED);
        assertThat(kept.gate().complaint().orElseThrow())
                .containsPattern("^COUNTEREXAMPLE: [0-9]+ \\+ [0-9]+ = [0-9]+, predicted [0-9]+ at width [0-9]+\n"
                        + "  a   [01]+\n  b   [01]+")
                .contains("A weightDecay around 0.001")
                .doesNotContain("Try ");
        assertThat(kept.endings()).doesNotContain(AdderPaths.CERTIFICATE);
        assertThat(WeightsFile.read(module.file(".safetensors")).training())
                .containsEntry("certificate", "COUNTEREXAMPLE");
        TrainResult again = module.build();
        assertThat(again.ending()).isEqualTo(TrainResult.Ending.UP_TO_DATE);
        assertThat(again.gate().complaint()).isEqualTo(kept.gate().complaint());
        module.haltOnFailure = true;
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.REJECTED);
        assertThat(module.packaged()).isEmpty();
        assertThat(module.rejected()).containsEntry("certificate", "COUNTEREXAMPLE");
    }

    @ParameterizedTest
    @CsvSource({
        "'bits: 5, iterations: 10', Accuracy ",
        "'bits: 3, learningRate: 10, weightDecay: 1', Accuracy ",
        "'bits: 3, learningRate: 10, weightDecay: 1, accuracyThreshold: 0', Training diverged: "
    })
    void whatMissesTheThresholdOrDivergedIsWorthNoProof(String keys, String complaint) throws Exception {
        module.config = "{" + keys + ", certify: true}";
        String found = module.build().gate().complaint().orElseThrow();
        assertThat(found).startsWith(complaint);
        assertThat(found.contains("Training diverged")).isEqualTo(keys.contains("learningRate"));
        assertThat(module.rejected()).doesNotContainKey("certificate");
    }

    @Test
    void aProvedAdderHasACertificateUntilNobodyAsksForIt() throws Exception {
        module.config = "{weightDecay: 0.001, certify: true}";
        TrainResult outcome = module.build();
        assertThat(outcome.summary())
                .contains("CERTIFIED at every width")
                .endsWith("; the proof covers double and single precision");
        assertThat(outcome.endings()).containsExactly(".json", ".safetensors", ".certificate.json", ".cdx.json");
        assertThat(module.build().endings()).isEqualTo(outcome.endings());
        Path certificate = module.file(".certificate.json");
        assertThat(module.check(new Gate(1, true), Optional.empty()).summary())
                .contains("CERTIFIED at every width by " + certificate
                        + "; the proof covers double and single precision");

        Files.writeString(
                certificate, Files.readString(certificate).replaceFirst("(\"radius\" *: *)[0-9.e-]+", "$1 1.5"));
        assertThatThrownBy(() -> BuiltAdder.read(module.adder(), Progress.silent()))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessageContaining(certificate + " proves nothing: ");
        module.certify = Optional.of(false);
        assertThat(module.build().endings()).doesNotContain(AdderPaths.CERTIFICATE);
        assertThat(module.console).anyMatch(it -> it.matches("Removed 1 outdated file: .*/model\\.certificate\\.json"));
        assertThat(module.packaged().keySet()).noneMatch(it -> it.contains("certificate"));
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.UP_TO_DATE);
    }

    @Test
    void restartsAreTakenUntilTheGatePasses() throws Exception {
        module.config = "{bits: 3, hiddenSize: 8, iterations: 3000, seed: 3, restarts: 1000, accuracyThreshold: 1.0}";
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.TRAINED);
        Provenance provenance = WeightsFile.read(module.file(".json")).provenance();
        assertThat(provenance.config().seed()).isEqualTo(3);
        assertThat(provenance.seedUsed()).isNotEqualTo(3);
        assertThat(module.console).contains("Restarted with seed " + provenance.seedUsed());
    }

    @Test
    void ofTriesThatAllMissTheGateTheBestIsKept() throws Exception {
        module.config = "{iterations: 700, restarts: 5, accuracyThreshold: 1.0}";
        TrainingConfig same = new TrainingConfig(8, 16, Initializer.UNIFORM_FAN_IN, 0.1, 700, 1, 5, 1, 0, false, 1000);
        SplitMix64 seeds = new SplitMix64(1);
        double best = 0;
        for (int n = 0; n <= 5; n++) {
            Training training = Trainer.train(same, n == 0 ? 1 : seeds.nextLong(), point -> {});
            double accuracy =
                    Evaluator.evaluate(training.weights(), 8).accuracy().share();
            assertThat(accuracy).isNotEqualTo(best);
            best = Math.max(best, accuracy);
        }
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.REJECTED);
        assertThat(module.rejected()).containsEntry("accuracy", Double.toString(best));
    }

    /** Without weight decay, some proofs cover double precision alone. */
    @Test
    void aModelForOnnxInSinglePrecisionIsRefusedWhereTheProofDoesNotCoverIt() throws Exception {
        module.config = "{seed: 2, certify: true}";
        module.withOnnx = true;
        assertThat(module.train().summary()).endsWith("; the proof covers double precision");
        module.onnxPrecision = Precision.SINGLE;
        TrainResult outcome = module.train();
        assertThat(outcome.ending()).isEqualTo(TrainResult.Ending.REJECTED);
        assertThat(outcome.gate().complaint().orElseThrow()).startsWith("The proof covers double precision only");
        assertThat(module.file(".onnx")).doesNotExist();
    }
}
