package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.gate.GateResult;
import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Checkpoint;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.CertificateWriter;
import io.github.rnnadder.weights.JsonWeights;
import io.github.rnnadder.weights.LearningFile;
import io.github.rnnadder.weights.Models;
import io.github.rnnadder.weights.Provenance;
import io.github.rnnadder.weights.SafetensorsWeights;
import io.github.rnnadder.weights.TrainedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adders whose files were written by hand: one that is right at every width, and one that knows no carry. */
class BuiltAdderTest {

    private static final Weights RIGHT = TestNetworks.load("decay-1");
    private static final Weights OR = new Weights(new double[][] {{1, 1}}, new double[][] {{0}}, new double[] {1});

    @TempDir
    private Path basedir;

    private AdderPaths adder() {
        return new TestModule(basedir).as("default", "model", null).adder();
    }

    private Path rejected(String ending) {
        return basedir.resolve("target/rnn-adder/rejected/model" + ending);
    }

    private static TrainedModel model(Weights weights, int bits, double threshold, boolean certify) {
        TrainingConfig config = new TrainingConfig(
                bits, weights.hiddenSize(), Initializer.UNIFORM_FAN_IN, 0.1, 10, 1, 0, threshold, 0, certify, 1000);
        return new TrainedModel(
                weights, new Provenance(config, 1, "1"), Models.assessed(bits, 0, 1, false, false), Optional.empty());
    }

    /** Writes what a gate leaves of an adder that it rejects. */
    private void reject(TrainedModel json, TrainedModel safetensors) throws IOException {
        Files.createDirectories(rejected("").getParent());
        Files.write(rejected(".json"), JsonWeights.write(json));
        Files.write(rejected(".safetensors"), SafetensorsWeights.write(safetensors));
    }

    private void reject(TrainedModel model) throws IOException {
        reject(model, model);
    }

    private BuiltAdder read() throws IOException {
        return BuiltAdder.read(adder(), Progress.silent());
    }

    @Test
    void whatTheGateRejectedIsMeasuredAgainByWhatItsConfigAskedFor() throws Exception {
        assertThat(BuiltAdder.exists(adder())).isFalse();
        reject(model(OR, 3, 0.75, false));
        assertThat(BuiltAdder.exists(adder())).isTrue();
        BuiltAdder trained = read();
        assertThat(trained.accuracy().correct()).isEqualTo(9);
        assertThat(trained.passes()).isFalse();
        assertThat(trained.name()).isEqualTo("model");
        assertThat(trained.packaged()).isFalse();
        assertThat(trained.loader()).isEmpty();
        assertThat(trained.curve()).isEmpty();
        assertThat(trained.certificate()).isEmpty();
        assertThat(trained.counterexample()).isEmpty();
        assertThat(trained.stored().bits()).isEqualTo(3);
        assertThat(trained.digests())
                .isEqualTo(Map.of(
                        "model.json", Sha256.of(Files.readAllBytes(rejected(".json"))),
                        "model.safetensors", Sha256.of(Files.readAllBytes(rejected(".safetensors"))),
                        "U, W and V", TensorBytes.sha256(OR)));

        reject(model(OR, 3, 0.5, false));
        assertThat(read().passes()).isTrue();
        reject(model(OR, 3, 0.5, true));
        assertThat(read().passes()).isFalse();
        assertThat(read().counterexample()).isPresent();
    }

    @Test
    void whatIsPackagedCountsNotWhatWasRejectedWithTheLoaderThatItsRecordNames() throws Exception {
        TrainedModel model = model(RIGHT, 3, 1, false);
        Path target = basedir.resolve("target");
        TestModule.put(adder().json(), JsonWeights.write(model));
        TestModule.put(adder().safetensors(), SafetensorsWeights.write(model));
        TestModule.put(
                target.resolve("rnn-adder/records/model.record"),
                new BuildRecord(
                                Map.of("config", "defaults"),
                                Optional.empty(),
                                "default",
                                new Gate(0.5, false),
                                Optional.empty(),
                                Map.of(
                                        adder().json(), "0",
                                        adder().outputs().sources().resolve("com/acme/Sums.java"), "0"))
                        .write(target));
        assertThat(BuiltAdder.exists(adder())).isTrue();

        reject(model(OR, 3, 1, false));
        BuiltAdder trained = read();
        assertThat(trained.accuracy().correct()).isEqualTo(16);
        assertThat(trained.check().gate()).as("that of the record").isEqualTo(new Gate(0.5, false));
        assertThat(trained.packaged()).isTrue();
        assertThat(trained.loader()).contains("com.acme.Sums");
    }

    @Test
    void itsCurveAndItsCheckpointsAreReadWhereThereAreAny() throws Exception {
        reject(model(OR, 3, 1, false));
        assertThat(read().checkpoints()).isEmpty();
        List<CurvePoint> curve = List.of(new CurvePoint(10, 0.5, 0.25));
        List<Checkpoint> checkpoints = List.of(new Checkpoint(0, 0, 0, RIGHT), new Checkpoint(10, 5, 7, OR));
        TestModule.put(adder().curve(), LearningFile.CURVE.write(curve));
        TestModule.put(adder().checkpoints(), LearningFile.CHECKPOINTS.write(checkpoints));
        assertThat(read().curve()).isEqualTo(curve);
        assertThat(read().checkpoints()).usingRecursiveComparison().isEqualTo(checkpoints);
        assertThat(read().lastWrong()).contains(7);
        reject(model(RIGHT, 3, 1, false));
        assertThat(read().checkpoints()).as("those of another training").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,0,0", "0,many,0,AAAA", "0,0,0,<script>", "0,0,0,AAAA"})
    void aLineThatIsNoCheckpointIsAnErrorThatNamesTheFile(String line) throws Exception {
        reject(model(OR, 3, 1, false));
        TestModule.put(
                adder().checkpoints(),
                ("iteration,right,lastWrong,weights\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::read)
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(adder().checkpoints()
                        + " is not a file of checkpoints; expected the columns iteration,right,lastWrong,weights");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bits", "certify", "weights"})
    void twoFilesThatHoldDifferentAddersAreNamed(String difference) throws Exception {
        TrainedModel other = switch (difference) {
            case "bits" -> model(OR, 4, 1, false);
            case "certify" -> model(OR, 3, 1, true);
            default -> model(new Weights(new double[][] {{1, 1}}, new double[1][1], new double[] {2}), 3, 1, false);
        };
        reject(model(OR, 3, 1, false), other);
        assertThatThrownBy(this::read)
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(
                        rejected(".json") + " and " + rejected(".safetensors") + " hold different adders; train again");
    }

    @Test
    void aCertificateBesideTheWeightsIsTheProof() throws Exception {
        reject(model(RIGHT, 3, 1, true));
        Files.writeString(rejected(".onnx"), "onnx");
        Files.writeString(rejected(".cdx.json"), "card");
        Certificate proof = TestNetworks.certificate(RIGHT);
        Files.write(rejected(".certificate.json"), CertificateWriter.write(proof));
        BuiltAdder trained = read();
        assertThat(trained.certificate()).isPresent();
        assertThat(trained.counterexample()).isEmpty();
        assertThat(trained.passes()).isTrue();
        assertThat(trained.digests())
                .containsKey("model.certificate.json")
                .containsEntry("model.onnx", Sha256.of("onnx".getBytes(StandardCharsets.UTF_8)))
                .containsEntry("model.cdx.json", Sha256.of("card".getBytes(StandardCharsets.UTF_8)));
    }

    private GateResult check(double threshold, boolean certify) throws IOException {
        return Check.ofFile(rejected(".json"), OptionalInt.empty(), OptionalDouble.of(threshold), certify)
                .run(Optional.empty(), Progress.silent());
    }

    @Test
    void aCheckLooksAtTheCertificateOnlyWhereAProofIsAskedForAndEnoughSumsAreRight() throws Exception {
        reject(model(RIGHT, 3, 1, true));
        Path certificate = rejected(".certificate.json");
        Files.write(certificate, CertificateWriter.write(TestNetworks.certificate(RIGHT)));
        assertThat(check(1, true).summary())
                .startsWith("16 of 16 sums of 3 bits exact, CERTIFIED at every width by " + certificate
                        + "; the proof covers ");
        assertThat(check(1, true).complaint()).isEmpty();
        assertThat(check(1, false).summary()).isEqualTo("16 of 16 sums of 3 bits exact");

        reject(model(OR, 3, 1, true));
        assertThat(check(0.5, false).complaint()).isEmpty();
        GateResult forged = check(0.5, true);
        assertThat(forged.summary()).isEqualTo("9 of 16 sums of 3 bits exact");
        assertThat(forged.complaint().orElseThrow()).startsWith(certificate + " proves nothing: ");
        assertThat(forged.criteria())
                .extracting(Criterion::result)
                .containsExactly(Criterion.Result.PASSED, Criterion.Result.FAILED);
        GateResult inaccurate = check(1, true);
        assertThat(inaccurate.complaint().orElseThrow()).startsWith("Accuracy 56.25% (9 of 16 sums of 3 bits exact)");
        assertThat(inaccurate.criteria())
                .extracting(Criterion::result)
                .containsExactly(Criterion.Result.FAILED, Criterion.Result.SKIPPED);
    }
}
