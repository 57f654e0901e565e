package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.gate.GateResult;
import io.github.rnnadder.loader.LoaderClass;
import io.github.rnnadder.model.config.ConfigSource;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.weights.WeightsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A module that trains adders, and what Maven does with them afterwards. */
final class TestModule {

    /** An adder that always passes, in a few milliseconds. */
    static final String EASY = "{bits: 3, hiddenSize: 8, iterations: 6000, seed: 1, accuracyThreshold: 0.5}";

    /** An adder that never passes. */
    static final String HOPELESS = "{bits: 3, hiddenSize: 8, iterations: 1, seed: 1, accuracyThreshold: 0.995}";

    final List<String> console = new ArrayList<>();

    Path basedir;
    String config = EASY;
    String configFile = "adder.yaml";
    OptionalDouble threshold = OptionalDouble.empty();
    Optional<Boolean> certify = Optional.empty();
    boolean haltOnFailure = true;
    boolean force;
    String version = "1";
    String execution = "default";
    Set<String> executions = Set.of("default");
    String resourceName = "META-INF/rnn-adder/model";
    boolean withOnnx;
    Precision onnxPrecision = Precision.DOUBLE;
    String loaderClass = "com.acme.Sums";
    boolean ofTests;
    boolean isWar;
    long secondsPerLook;

    private long now;

    TestModule(Path basedir) {
        this.basedir = basedir;
    }

    Path target(String path) {
        return basedir.resolve("target").resolve(path);
    }

    ModuleDirectories directories() {
        OutputDirectories main = new OutputDirectories(
                target("generated-resources/rnn-adder"),
                target("generated-sources/rnn-adder"),
                List.of(target("classes"), target("model-1/WEB-INF/classes")));
        OutputDirectories test = new OutputDirectories(
                target("generated-test-resources/rnn-adder"),
                target("generated-test-sources/rnn-adder"),
                List.of(target("test-classes")));
        return new ModuleDirectories(basedir, basedir.resolve("target"), main, test);
    }

    private OutputDirectories outputs() {
        return ofTests ? directories().test() : directories().main();
    }

    AdderPaths adder() {
        return new AdderPaths(new ResourceName(resourceName), directories(), outputs());
    }

    /** Returns a file of the weights, by its ending. */
    Path file(String ending) {
        return adder().file(ending);
    }

    Path record() {
        return target("rnn-adder/records/" + resourceName + ".record");
    }

    /** Returns all that is written of rejected weights. */
    Map<String, String> rejected() {
        return WeightsFile.read(target("rnn-adder/rejected/" + resourceName + ".safetensors"))
                .training();
    }

    /** Trains, and where the build goes on, copies and compiles. */
    TrainResult build() throws Exception {
        TrainResult outcome = train();
        if (outcome.ending() != TrainResult.Ending.REJECTED) {
            copyAndCompile();
        }
        return outcome;
    }

    TrainResult train() throws Exception {
        console.clear();
        return new TrainBuild(request(), new Progress(console::add, () -> now += secondsPerLook * 1_000_000_000L))
                .run();
    }

    /** Checks that {@code target} holds what the same build makes in an empty module. */
    void assertAsFresh() throws Exception {
        Map<String, String> packaged = packaged();
        Path here = basedir;
        basedir = Files.createTempDirectory(here, "fresh");
        build();
        Map<String, String> fresh = packaged();
        basedir = here;
        assertThat(packaged).isEqualTo(fresh);
    }

    /** Makes an execution of the POM the one that trains next. */
    TestModule as(String id, String resource, String loader) {
        execution = id;
        resourceName = resource;
        loaderClass = loader;
        return this;
    }

    TrainRequest request() throws IOException {
        return new TrainRequest(
                config == null ? Optional.empty() : Optional.of(Files.writeString(basedir.resolve(configFile), config)),
                threshold,
                certify,
                haltOnFailure,
                force,
                version,
                execution,
                executions,
                new ResourceName(resourceName),
                Optional.of(onnxPrecision).filter(it -> withOnnx),
                Optional.ofNullable(loaderClass).map(LoaderClass::new),
                directories(),
                outputs());
    }

    /** What Maven does next: it replaces copies that are older, and classes that are older than their source. */
    void copyAndCompile() throws IOException {
        for (OutputDirectories scope :
                List.of(directories().main(), directories().test())) {
            Path classes = scope.classes().get(0);
            copy(scope.resources(), classes);
            copy(scope.sources(), classes);
        }
        if (isWar) {
            copy(target("classes"), directories().main().classes().get(1));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            // A class file has a text of its source in it: the fingerprint of the loader.
            Path copy = to.resolve(from.relativize(file).toString().replaceFirst("\\.java$", ".class"));
            if (!Files.exists(copy) || Files.getLastModifiedTime(copy).compareTo(Files.getLastModifiedTime(file)) < 0) {
                put(copy, Files.readAllBytes(file));
            }
        }
    }

    static Path put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    Path put(String path, String content) throws IOException {
        return put(basedir.resolve(path), content.getBytes(StandardCharsets.UTF_8));
    }

    static List<Path> files(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(it -> !Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /** Returns everything in {@code target} that could be packaged, compiled or loaded, with its digest. */
    Map<String, String> packaged() throws IOException {
        Map<String, String> packaged = new TreeMap<>();
        for (Path file : files(basedir.resolve("target"))) {
            if (!file.startsWith(target("rnn-adder"))) {
                String name = basedir.resolve("target").relativize(file).toString();
                packaged.put(
                        name.replace('\\', '/'),
                        Files.isSymbolicLink(file) ? "a link" : Sha256.of(Files.readAllBytes(file)));
            }
        }
        return packaged;
    }

    GateResult check() throws Exception {
        return check(new Gate(0.5, false), Optional.empty());
    }

    GateResult check(Gate gate, Optional<Path> artifact) throws Exception {
        console.clear();
        Optional<ConfigSource> source =
                Optional.ofNullable(config).map(it -> ConfigSource.read(basedir.resolve(configFile)));
        return new ModuleCheck(adder(), source, gate, executions, artifact, Optional.empty())
                .run(new Progress(console::add, () -> now));
    }
}
