package io.github.rnnadder.report.adder;

import io.github.rnnadder.base.files.AtomicFiles;
import io.github.rnnadder.delivery.Check;
import io.github.rnnadder.delivery.TrainedAdder;
import io.github.rnnadder.gate.Examination;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.gate.Verdict;
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
import io.github.rnnadder.weights.StoredAdder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Adders as their pages get them. */
final class Pages {

    static final Coordinates COORDINATES = new Coordinates("com.acme", "sums", "1.0.0");

    private Pages() {}

    /** Returns an adder that the gate measured, and, where it has a verdict, asked for a proof of. */
    static TrainedAdder adder(Weights weights, int bits, Training training, Optional<Verdict> verdict) {
        StoredAdder stored = new StoredAdder("adder.json", bits, weights, Map.of(), Map.of());
        Map<String, String> digests = new LinkedHashMap<>();
        digests.put("adder.onnx", "abc");
        digests.put("U, W and V", TensorBytes.sha256(weights));
        return new TrainedAdder(
                new Check(stored, stored.bits(), new Gate(1, verdict.isPresent()), Path.of("adder.json")),
                new Provenance(TrainingConfig.DEFAULTS, 1, "1.0.0"),
                new Examination(Evaluator.evaluate(weights, bits), verdict),
                training.curve(),
                training.checkpoints(),
                true,
                Optional.of("com.acme.Sums"),
                digests);
    }

    static TrainedAdder decided(String network) {
        Weights weights = TestNetworks.load(network);
        return adder(weights, 8, Adders.TRAINED, Optional.of(TestNetworks.decide(weights)));
    }

    /** Returns an adder of which nothing is known beyond its width. */
    static TrainedAdder measured() {
        return adder(Adders.TRAINED.weights(), 8, Adders.TRAINED, Optional.empty());
    }

    /** Returns an adder that is certified, with all that was kept of its training. */
    static TrainedAdder learned() {
        Training training = Trainer.train(TrainingConfig.of(Map.of(ConfigKey.WEIGHT_DECAY, 0.001)), 1, point -> {});
        return adder(training.weights(), 8, training, Optional.of(TestNetworks.decide(training.weights())));
    }

    /** Returns an adder that has learned little. */
    static TrainedAdder wrong() {
        return adder(Adders.UNTRAINED.weights(), 8, Adders.UNTRAINED, Optional.empty());
    }

    /** Returns an adder for which no proof was found. */
    static TrainedAdder unproved() {
        return adder(
                Adders.TRAINED.weights(),
                8,
                Adders.TRAINED,
                Optional.of(new Verdict.Unknown("neither a wrong sum nor a proof was found")));
    }

    /** Returns an adder as the gate rejects it: it is in no jar, and has no loader. */
    static TrainedAdder rejected(TrainedAdder adder) {
        return new TrainedAdder(
                adder.check(),
                adder.provenance(),
                adder.examination(),
                adder.curve(),
                adder.checkpoints(),
                false,
                Optional.empty(),
                Map.of("U, W and V", TensorBytes.sha256(adder.stored().weights())));
    }

    /** Returns a page of each kind, by name. */
    static Map<String, TrainedAdder> all() {
        Map<String, TrainedAdder> all = new LinkedHashMap<>();
        all.put("certified", decided("decay-1"));
        all.put("measured", measured());
        all.put("unproved", unproved());
        all.put("refuted", decided("wrong-22"));
        all.put("wrong", wrong());
        all.put("rejected", rejected(wrong()));
        all.put("rejected-unproved", rejected(unproved()));
        return all;
    }

    static AdderPage page(String name, TrainedAdder adder) {
        return new AdderPage(
                "RNN adder " + name, adder, adder.packaged() ? Optional.of(COORDINATES) : Optional.empty());
    }

    /** Writes the page of an adder. */
    static Path write(Path directory, String name, TrainedAdder adder) throws IOException {
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
        for (Map.Entry<String, TrainedAdder> entry : all().entrySet()) {
            write(directory, entry.getKey(), entry.getValue());
        }
        write(directory, "learned", learned());
        write(
                directory,
                "wide",
                adder(TestNetworks.pad(TestNetworks.load("wide-1"), 128), 8, Adders.TRAINED, Optional.empty()));
        write(directory, Studies.train(1, 40, 2));
    }
}
