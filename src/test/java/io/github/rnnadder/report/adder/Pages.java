package io.github.rnnadder.report.adder;

import io.github.rnnadder.base.files.AtomicFiles;
import io.github.rnnadder.delivery.BuiltAdder;
import io.github.rnnadder.delivery.Check;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.gate.Proof;
import io.github.rnnadder.gate.Proof.NotSought;
import io.github.rnnadder.gate.Proof.Unknown;
import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.config.ConfigKey;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Evaluator;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;
import io.github.rnnadder.report.study.Studies;
import io.github.rnnadder.report.study.Study;
import io.github.rnnadder.weights.Provenance;
import io.github.rnnadder.weights.WeightsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adders as their pages get them. */
final class Pages {

    static final Coordinates COORDINATES = new Coordinates("com.acme", "sums", "1.0.0");

    private Pages() {}

    /** Returns an adder of which this is known. */
    static BuiltAdder adder(Weights weights, int bits, Training training, Proof proof) {
        WeightsFile stored = new WeightsFile("adder.json", bits, weights, Map.of());
        Map<String, String> digests = new LinkedHashMap<>();
        digests.put("adder.onnx", "abc");
        digests.put("U, W and V", TensorBytes.sha256(weights));
        return new BuiltAdder(
                new Check(stored, stored.bits(), new Gate(1, !proof.equals(new NotSought())), Path.of("adder.json")),
                new Provenance(TrainingConfig.DEFAULTS, 1, "1.0.0"),
                new Assessment(Evaluator.evaluate(weights, bits), proof),
                training.curve(),
                training.weights() == weights ? training.checkpoints() : List.of(),
                true,
                Optional.of("com.acme.Sums"),
                digests);
    }

    static BuiltAdder decided(String network) {
        Weights weights = TestNetworks.load(network);
        return adder(weights, 8, Adders.TRAINED, TestNetworks.decide(weights));
    }

    /** Returns an adder of which nothing is known beyond its width. */
    static BuiltAdder measured() {
        return adder(Adders.TRAINED.weights(), 8, Adders.TRAINED, new NotSought());
    }

    /** Returns an adder that is certified, with all that was kept of its training. */
    static BuiltAdder learned() {
        Training training = Trainer.train(TrainingConfig.of(Map.of(ConfigKey.WEIGHT_DECAY, 0.001)), 1, point -> {});
        return adder(training.weights(), 8, training, TestNetworks.decide(training.weights()));
    }

    /** Returns an adder that has learned little. */
    static BuiltAdder wrong() {
        return adder(Adders.UNTRAINED.weights(), 8, Adders.UNTRAINED, new NotSought());
    }

    /** Returns an adder for which no proof was found. */
    static BuiltAdder unproved() {
        return adder(
                Adders.TRAINED.weights(), 8, Adders.TRAINED, new Unknown("neither a wrong sum nor a proof was found"));
    }

    /** Returns an adder as the gate rejects it: it is in no jar, and has no loader. */
    static BuiltAdder rejected(BuiltAdder adder) {
        return new BuiltAdder(
                adder.check(),
                adder.provenance(),
                adder.assessment(),
                adder.curve(),
                adder.checkpoints(),
                false,
                Optional.empty(),
                Map.of("U, W and V", TensorBytes.sha256(adder.stored().weights())));
    }

    /** Returns a page of each kind, by name. */
    static Map<String, BuiltAdder> all() {
        Map<String, BuiltAdder> all = new LinkedHashMap<>();
        all.put("certified", decided("decay-1"));
        all.put("measured", measured());
        all.put("unproved", unproved());
        all.put("refuted", decided("wrong-22"));
        all.put("wrong", wrong());
        all.put("rejected", rejected(wrong()));
        all.put("rejected-unproved", rejected(unproved()));
        return all;
    }

    static AdderPage page(String name, BuiltAdder adder) {
        return new AdderPage(
                "RNN adder " + name, adder, adder.packaged() ? Optional.of(COORDINATES) : Optional.empty());
    }

    /** Writes the page of an adder. */
    static Path write(Path directory, String name, BuiltAdder adder) throws IOException {
        Path file = directory.resolve(name + ".html");
        new AtomicFiles(directory.resolve("work"))
                .write(file, page(name, adder).document().getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /** Writes the page of a study. */
    static Path write(Path directory, Study study) throws IOException {
        Path file = directory.resolve("study.html");
        new AtomicFiles(directory.resolve("work")).write(file, new StudyPage(study).document());
        return file;
    }

    /** Writes a page of each kind into a directory, for a look. */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        for (Map.Entry<String, BuiltAdder> entry : all().entrySet()) {
            write(directory, entry.getKey(), entry.getValue());
        }
        write(directory, "learned", learned());
        write(
                directory,
                "wide",
                adder(TestNetworks.pad(TestNetworks.load("wide-1"), 128), 8, Adders.TRAINED, new NotSought()));
        write(directory, Studies.train(1, 40, 2));
    }
}
