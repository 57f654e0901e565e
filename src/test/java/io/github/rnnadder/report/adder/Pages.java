package io.github.rnnadder.report.adder;

import io.github.rnnadder.base.files.AtomicFiles;
import io.github.rnnadder.delivery.Check;
import io.github.rnnadder.delivery.TrainedAdder;
import io.github.rnnadder.gate.Examination;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.gate.Verdict;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Evaluator;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.report.study.Studies;
import io.github.rnnadder.report.study.Study;
import io.github.rnnadder.weights.Provenance;
import io.github.rnnadder.weights.StoredAdder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adders as their pages get them. */
final class Pages {

    private Pages() {}

    /** Returns an adder that the gate measured, and, where it has a verdict, asked for a proof of. */
    static TrainedAdder adder(Weights weights, int bits, List<CurvePoint> curve, Optional<Verdict> verdict) {
        StoredAdder stored = new StoredAdder("adder.json", bits, weights, Map.of(), Map.of());
        return new TrainedAdder(
                new Check(stored, stored.bits(), new Gate(1, verdict.isPresent()), Path.of("adder.json")),
                new Provenance(TrainingConfig.DEFAULTS, 1, "1.0.0"),
                new Examination(Evaluator.evaluate(weights, bits), verdict),
                curve,
                Optional.of("Sums"),
                Map.of("adder.onnx", "abc", "U, W and V", TensorBytes.sha256(weights)));
    }

    static TrainedAdder decided(String network) {
        Weights weights = TestNetworks.load(network);
        return adder(weights, 8, Adders.TRAINED.curve(), Optional.of(TestNetworks.decide(weights)));
    }

    /** Returns an adder of which nothing is known beyond its width. */
    static TrainedAdder measured() {
        return adder(Adders.TRAINED.weights(), 8, Adders.TRAINED.curve(), Optional.empty());
    }

    /** Writes the page of an adder, with its pictures. */
    static Path write(Path directory, String name, TrainedAdder adder) throws IOException {
        AdderPage page = new AdderPage("RNN adder " + name, name, adder);
        AtomicFiles files = new AtomicFiles(directory.resolve("work"));
        new FigureFiles(directory.resolve(name), files).write(page.figures());
        Path file = directory.resolve(name + ".html");
        files.write(file, page.document().getBytes(StandardCharsets.UTF_8));
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
        write(directory, "certified", decided("decay-1"));
        write(directory, "measured", measured());
        write(directory, "refuted", decided("wrong-22"));
        write(
                directory,
                "wide",
                adder(TestNetworks.pad(TestNetworks.load("wide-1"), 128), 8, List.of(), Optional.empty()));
        write(directory, Studies.train(1, 40, 2));
        write(directory, "untrained", adder(Adders.UNTRAINED.weights(), 8, Adders.UNTRAINED.curve(), Optional.empty()));
    }
}
