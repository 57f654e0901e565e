package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.gate.Judgement;
import io.github.rnnadder.loader.LoaderClass;
import io.github.rnnadder.model.config.ConfigException;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Evaluator;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.weights.Provenance;
import io.github.rnnadder.weights.WeightsException;
import io.github.rnnadder.weights.WeightsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainBuildTest {

    static final String EASY = "{bits: 3, hiddenSize: 8, iterations: 6000, seed: 1, accuracyThreshold: 0.5}";

    @TempDir
    Path module;

    final List<String> console = new ArrayList<>();

    String config = EASY;
    private String configFile = "adder.yaml";
    private String resources = "resources";
    private long now;
    private long secondsPerLook;
    private OptionalDouble threshold = OptionalDouble.empty();
    boolean haltOnFailure = true;
    boolean force;
    private String version = "1";
    String resourceName = "META-INF/rnn-adder/model";
    boolean withOnnx;
    String loaderClass = "com.acme.Sums";
    private List<ResourceName> claimed = List.of();
    private String classes = "classes";
    private Consumer<Path> afterwards = TrainBuildTest::processResources;

    Outcome build() throws Exception {
        console.clear();
        Path target = module.resolve("target");
        Optional<Path> source =
                config == null ? Optional.empty() : Optional.of(Files.writeString(module.resolve(configFile), config));
        TrainRequest request = new TrainRequest(
                source,
                threshold,
                haltOnFailure,
                force,
                version,
                "default",
                new ResourceName(resourceName),
                claimed(),
                withOnnx,
                Optional.ofNullable(loaderClass).map(LoaderClass::new),
                new TrainRequest.Places(
                        target.resolve(resources).normalize(),
                        target.resolve("sources"),
                        target.resolve(classes),
                        target.resolve("rnn-adder")));
        Outcome outcome = new TrainBuild(request, console::add, () -> now += secondsPerLook * 1_000_000_000L).run();
        if (outcome.files().isPresent()) {
            afterwards.accept(target);
        }
        return outcome;
    }

    private List<ResourceName> claimed() {
        return claimed.isEmpty() ? List.of(new ResourceName(resourceName)) : claimed;
    }

    /** What Maven does next: copies resources that are newer than their copies, compiles sources. */
    private static void processResources(Path target) {
        try {
            copyAndCompile(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyAndCompile(Path target) throws IOException {
        for (Path file : files(target.resolve("resources"))) {
            Path copy = target.resolve("classes")
                    .resolve(target.resolve("resources").relativize(file));
            Files.createDirectories(copy.getParent());
            if (!Files.exists(copy) || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(copy)) > 0) {
                Files.write(copy, Files.readAllBytes(file));
            }
        }
        if (Files.exists(target.resolve("sources"))) {
            for (Path file : files(target.resolve("sources"))) {
                String source = target.resolve("sources").relativize(file).toString();
                Path type = target.resolve("classes").resolve(source.replace(".java", ".class"));
                Files.createDirectories(type.getParent());
                Files.write(type, new byte[] {1});
            }
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Everything that could be packaged, compiled or loaded. */
    Map<String, String> packaged() throws IOException {
        Map<String, String> packaged = new TreeMap<>();
        for (String place : List.of("resources", "sources", "classes")) {
            for (Path file : files(module.resolve("target").resolve(place))) {
                packaged.put(
                        module.relativize(file).toString().replace('\\', '/'), Sha256.of(Files.readAllBytes(file)));
            }
        }
        return packaged;
    }

    @Test
    void aPassingAdderLeavesItsWeightsItsLoaderItsCurveAndNothingElse() throws Exception {
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertThat(packaged().keySet())
                .containsExactly(
                        "target/classes/META-INF/rnn-adder/model.cdx.json",
                        "target/classes/META-INF/rnn-adder/model.json",
                        "target/classes/META-INF/rnn-adder/model.safetensors",
                        "target/classes/com/acme/Sums.class",
                        "target/resources/META-INF/rnn-adder/model.cdx.json",
                        "target/resources/META-INF/rnn-adder/model.json",
                        "target/resources/META-INF/rnn-adder/model.safetensors",
                        "target/sources/com/acme/Sums.java");
        assertThat(files(module.resolve("target/rnn-adder/tmp"))).isEmpty();
        assertThat(module.resolve("target/rnn-adder/curves/META-INF/rnn-adder/model.csv"))
                .content()
                .startsWith("iteration,windowAccuracy,windowError\n1000,")
                .hasLineCount(7);
        TrainedAdder trained = TrainedAdder.read(adder(), Progress.silent());
        assertThat(trained.passes()).isTrue();
        assertThat(trained.loader()).contains("Sums");
        assertThat(trained.digests().keySet())
                .containsExactly("model.json", "model.safetensors", "model.cdx.json", "U, W and V");
        assertThat(TrainedAdder.exists(adder())).isTrue();
    }

    @Test
    void aModelForOnnxIsAnOutputLikeTheOthersAndGoesWhenNobodyAsksForIt() throws Exception {
        build();
        Map<String, String> without = packaged();
        withOnnx = true;
        Outcome.Files files = build().files().orElseThrow();
        Path onnx = files.onnx().orElseThrow();
        Map<String, String> with = packaged();
        assertThat(with.keySet())
                .containsAll(without.keySet())
                .contains(
                        "target/classes/META-INF/rnn-adder/model.onnx",
                        "target/resources/META-INF/rnn-adder/model.onnx")
                .hasSize(without.size() + 2);
        // Which lists its digest.
        with.keySet().removeIf(file -> !without.containsKey(file) || file.endsWith(".cdx.json"));
        assertThat(without).containsAllEntriesOf(with);
        assertThat(files.card()).content().contains(Sha256.of(Files.readAllBytes(onnx)));
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
        Files.writeString(onnx, "edited by hand");
        assertThat(check().complaint().orElseThrow()).contains(onnx.toString());
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertThat(check().complaint()).isEmpty();

        withOnnx = false;
        assertThat(build().files().orElseThrow().onnx()).isEmpty();
        assertThat(console).contains("Taken away, since it is not made any more: " + onnx);
        assertThat(packaged()).isEqualTo(without);
    }

    @Test
    void aFailedGateTakesTheModelForOnnxAndTheCardAwayAlsoWhereTheirRecordIsLost() throws Exception {
        withOnnx = true;
        build();
        Files.delete(module.resolve("target/rnn-adder/records/META-INF/rnn-adder/model.record"));
        config = EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "99.5%");
        withOnnx = false;
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(packaged()).isEmpty();
    }

    @Test
    void aLoaderThatCannotHaveItsNameIsRefusedBeforeAnythingIsTrained() throws Exception {
        build();
        Map<String, String> before = packaged();
        loaderClass = "com.acme.BigInteger";
        assertThatThrownBy(this::build)
                .isInstanceOf(ParameterException.class)
                .hasMessage("loaderClass is 'com.acme.BigInteger', but the loader itself uses the name BigInteger;"
                        + " choose another name");
        assertThat(console).isEmpty();
        assertThat(packaged()).isEqualTo(before);
    }

    @Test
    void theWeightsSayHowTheyCameAbout() throws Exception {
        Map<String, String> training =
                WeightsFile.read(build().files().orElseThrow().json()).training();
        assertThat(training)
                .containsEntry("seedUsed", "1")
                .containsEntry("pluginVersion", "1")
                .containsEntry("accuracyThreshold", "0.5")
                .containsEntry("initializer", "uniform-fan-in")
                .hasSize(13);
    }

    @Test
    void aSecondBuildTrainsNothingAndTouchesNothing() throws Exception {
        build();
        Map<String, String> before = packaged();
        FileTime old = FileTime.from(Instant.EPOCH);
        for (Path file : files(module.resolve("target"))) {
            if (!file.endsWith("lock")) {
                Files.setLastModifiedTime(file, old);
            }
        }
        afterwards = target -> {};
        Outcome second = build();
        assertThat(second.verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
        assertThat(second.summary()).startsWith("Up to date");
        assertThat(second.files()).isPresent();
        assertThat(console).isEmpty();
        assertThat(packaged()).isEqualTo(before);
        for (String file : before.keySet()) {
            assertThat(Files.getLastModifiedTime(module.resolve(file))).isEqualTo(old);
        }
    }

    /** Where case does not count, the old files are the new ones, but jars and loaders tell them apart. */
    @Test
    void namesOfWhichOnlyTheCaseChangesAreSpeltAsTheyAreNow() throws Exception {
        build();
        resourceName = "META-INF/rnn-adder/Model";
        loaderClass = "com.acme.SUMS";
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        Map<String, String> incremental = packaged();
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
        module = Files.createDirectory(module.resolve("fresh"));
        build();
        assertThat(incremental).isEqualTo(packaged());
    }

    @Test
    void aConfigWithTheLineEndsOfWindowsMakesTheSame() throws Exception {
        config = "bits: 3\nhiddenSize: 8\niterations: 6000\naccuracyThreshold: 0.5\n";
        build();
        Map<String, String> undisturbed = packaged();
        config = config.replace("\n", "\r\n");
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertThat(packaged()).isEqualTo(undisturbed);
    }

    @Test
    void forcingTrainsAgainButRewritesNothingThatIsTheSame() throws Exception {
        build();
        FileTime old = FileTime.from(Instant.EPOCH);
        Map<String, String> before = packaged();
        for (String file : before.keySet()) {
            Files.setLastModifiedTime(module.resolve(file), old);
        }
        force = true;
        afterwards = target -> {};
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertThat(packaged()).isEqualTo(before);
        for (String file : before.keySet()) {
            assertThat(Files.getLastModifiedTime(module.resolve(file))).isEqualTo(old);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "threshold", "halt", "version", "resource", "onnx", "loader", "no loader"})
    void aChangedInputTrainsAgainAndLeavesNothingOfTheOldOutputs(String what) throws Exception {
        build();
        switch (what) {
            case "config" -> config = EASY.replace("seed: 1", "seed: 2");
            case "threshold" -> threshold = OptionalDouble.of(0.4);
            case "halt" -> haltOnFailure = false;
            case "version" -> version = "2";
            case "resource" -> resourceName = "other";
            case "onnx" -> withOnnx = true;
            case "loader" -> loaderClass = "com.acme.Other";
            default -> loaderClass = null;
        }
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        Map<String, String> incremental = packaged();
        module = Files.createDirectory(module.resolve("fresh"));
        build();
        assertThat(incremental).isEqualTo(packaged());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resources/META-INF/rnn-adder/model.json",
                "resources/META-INF/rnn-adder/model.safetensors",
                "resources/META-INF/rnn-adder/model.cdx.json",
                "sources/com/acme/Sums.java"
            })
    void aDamagedOrMissingOutputIsMadeAgain(String output) throws Exception {
        build();
        Map<String, String> undisturbed = packaged();
        Path file = module.resolve("target").resolve(output);
        Files.writeString(file, "edited by hand");
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertThat(packaged()).isEqualTo(undisturbed);
        Files.delete(file);
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertThat(packaged()).isEqualTo(undisturbed);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTornCopyIsMadeAgainAlthoughItIsNewer(boolean forced) throws Exception {
        build();
        Map<String, String> undisturbed = packaged();
        Files.writeString(module.resolve("target/classes/META-INF/rnn-adder/model.json"), "{");
        force = forced;
        build();
        assertThat(packaged()).isEqualTo(undisturbed);
    }

    @Test
    void afterAFailedGateNothingOfAnEarlierSuccessCanBePackaged() throws Exception {
        build();
        config = EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "99.5%");
        Outcome rejected = build();
        assertThat(rejected.verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(rejected.files()).isEmpty();
        assertThat(packaged()).isEmpty();
        assertThat(files(module.resolve("target/rnn-adder/rejected"))).hasSize(2);
        assertThat(module.resolve("target/rnn-adder/curves/META-INF/rnn-adder/model.csv"))
                .content()
                .startsWith("iteration,windowAccuracy,windowError\n1,")
                .hasLineCount(2);
        assertThat(build().verdict()).as("never up to date").isEqualTo(Outcome.Verdict.REJECTED);
        config = EASY;
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertThat(files(module.resolve("target/rnn-adder/rejected"))).isEmpty();
    }

    @Test
    void afterAFailedGateNothingOfALoaderOfAnotherNameCanBePackaged() throws Exception {
        build();
        loaderClass = "com.acme.Other";
        config = EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "99.5%");
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(packaged()).isEmpty();
        assertThat(console)
                .filteredOn(line -> line.startsWith("Taken away, since the gate failed: "))
                .singleElement()
                .asString()
                .contains("Sums.java")
                .as("was never there")
                .doesNotContain("Other.java", ".onnx");
    }

    @Test
    void theComplaintNamesBothAccuraciesTheCountsTheWrongSumsAndWhatToTry() throws Exception {
        config = EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "99.5%");
        assertThat(build().complaint().orElseThrow())
                .containsPattern(
                        "Accuracy [0-9.]+% \\([0-9]+ of 16 sums exact\\) is below the required 99\\.5% \\(16 of 16\\)")
                .containsPattern("\\n  [0-9]+ \\+ [0-9]+ = [0-9]+, predicted [0-9]+")
                .contains("Try more iterations than 1");
    }

    @Test
    void aGateThatOnlyWarnsWarnsOnEveryBuild() throws Exception {
        config = EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "1.0");
        haltOnFailure = false;
        Outcome first = build();
        assertThat(first.verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        Outcome second = build();
        assertThat(second.verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
        assertThat(second.complaint()).isEqualTo(first.complaint()).isPresent();
        haltOnFailure = true;
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(packaged()).isEmpty();
    }

    @Test
    void aBadConfigChangesNothing() throws Exception {
        build();
        Map<String, String> before = packaged();
        config = "bits: 99";
        assertThatThrownBy(this::build).isInstanceOf(ConfigException.class);
        assertThat(packaged()).isEqualTo(before);
    }

    @Test
    void theThresholdOfTheRequestCountsNotThatOfTheConfig() throws Exception {
        config = EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "1.0");
        threshold = OptionalDouble.of(0);
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        config = config.replace("accuracyThreshold: 1.0", "accuracyThreshold: 0");
        threshold = OptionalDouble.of(1);
        Outcome rejected = build();
        assertThat(rejected.verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(rejected.complaint().orElseThrow()).contains(" is below the required 100% ");
    }

    @Test
    void theSameBytesAsJsonAndAsYamlAreTwoConfigs() throws Exception {
        config = "{}";
        build();
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
        configFile = "adder.json";
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
    }

    @Test
    void anotherDirectoryIsAChangedInput() throws Exception {
        build();
        resources = "elsewhere";
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertThat(module.resolve("target/elsewhere/META-INF/rnn-adder/model.json"))
                .isRegularFile();
    }

    @Test
    void aTrainingThatDivergedPassesNoGate() throws Exception {
        config = "{bits: 3, learningRate: 10, weightDecay: 1, accuracyThreshold: 0, certify: true}";
        Outcome outcome = build();
        assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(outcome.complaint().orElseThrow())
                .startsWith("Training diverged")
                .doesNotContain("below");
        assertThat(WeightsFile.read(module.resolve("target/rnn-adder/rejected/META-INF/rnn-adder/model.json"))
                        .evaluation())
                .as("no proof is tried")
                .doesNotContainKey("certificate");
    }

    @Test
    void ofTriesThatAllMissTheGateTheBestIsKeptForALook() throws Exception {
        config = "{iterations: 700, restarts: 5, accuracyThreshold: 1.0}";
        TrainingConfig same = new TrainingConfig(8, 16, Initializer.UNIFORM_FAN_IN, 0.1, 700, 1, 5, 1, 0, false, 1000);
        SplitMix64 seeds = new SplitMix64(1);
        List<Double> accuracies = new ArrayList<>();
        for (int n = 0; n <= 5; n++) {
            Training training = Trainer.train(same, n == 0 ? 1 : seeds.nextLong(), point -> {});
            accuracies.add(Evaluator.evaluate(training.weights(), 8).accuracy());
        }
        assertThat(accuracies).doesNotHaveDuplicates();
        assertThat(accuracies.get(0)).isLessThan(Collections.max(accuracies));
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(WeightsFile.read(module.resolve("target/rnn-adder/rejected/META-INF/rnn-adder/model.json"))
                        .evaluation())
                .containsEntry("accuracy", Collections.max(accuracies).toString());
    }

    @Test
    void whereTheGateIsMissedNoProofIsTried() throws Exception {
        config = "{bits: 5, iterations: 10, certify: true}";
        Outcome outcome = build();
        assertThat(outcome.complaint().orElseThrow()).startsWith("Accuracy ");
        assertThat(WeightsFile.read(module.resolve("target/rnn-adder/rejected/META-INF/rnn-adder/model.json"))
                        .evaluation())
                .doesNotContainKey("certificate");
    }

    @Test
    void aCounterexampleThatOnlyWarnsIsKeptWithTheWeightsAndWithoutACertificate() throws Exception {
        config = "{bits: 5, iterations: 12000, certify: true}";
        haltOnFailure = false;
        Outcome outcome = build();
        assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertThat(outcome.complaint().orElseThrow()).startsWith("COUNTEREXAMPLE: ");
        assertThat(outcome.files().orElseThrow().certificate()).isEmpty();
        assertThat(WeightsFile.read(outcome.files().orElseThrow().json()).evaluation())
                .containsEntry("certificate", "COUNTEREXAMPLE");
        assertThat(packaged().keySet()).noneMatch(file -> file.contains("certificate"));
        assertThat(build().complaint()).as("also when up to date").isEqualTo(outcome.complaint());
    }

    @Test
    void restartsAreTakenUntilTheGatePasses() throws Exception {
        config = "{bits: 3, hiddenSize: 8, iterations: 3000, seed: 3, restarts: 1000, accuracyThreshold: 1.0}";
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        Provenance provenance = WeightsFile.read(module.resolve("target/resources/META-INF/rnn-adder/model.json"))
                .provenance();
        assertThat(provenance.config().seed()).isEqualTo(3);
        assertThat(provenance.seedUsed()).isNotEqualTo(3);
        assertThat(console).contains("Restarted with seed " + provenance.seedUsed());
    }

    @Test
    void ifNoTryPassesNoRestartIsSaidToHaveHelped() throws Exception {
        config = "{bits: 8, iterations: 10, restarts: 3, accuracyThreshold: 1.0}";
        build();
        assertThat(console)
                .noneMatch(line -> line.startsWith("Restarted"))
                .anyMatch(line -> line.matches("None of 4 tries passed; the best had seed -?[0-9]+"));
    }

    /** Of up to a thousand restarts not every one; and what became of the last try is said anyway. */
    @ParameterizedTest
    @CsvSource({"3, 1 2", "4, 1 2 4"})
    void theFirstTriesThatMissTheGateAndThenFewerAreTold(int restarts, String told) throws Exception {
        config = "{bits: 3, iterations: 10, restarts: " + restarts + ", accuracyThreshold: 1.0}";
        build();
        assertThat(console.subList(1, console.size() - 2))
                .allMatch(line -> line.matches("Try [0-9] missed the gate: [0-9]+ of 16 sums exact"))
                .extracting(line -> line.substring(4, 5))
                .containsExactly(told.split(" "));
    }

    @Test
    void aFirstTryThatPassesIsNoneThatIsTold() throws Exception {
        config = EASY.replace("seed: 1", "seed: 1, restarts: 3");
        build();
        assertThat(console).hasSize(2).noneMatch(line -> line.startsWith("Try "));
    }

    @Test
    void aQuickTrainingSaysInALineWhatIsTrainedAndInAnotherHowItWent() throws Exception {
        config = "{bits: 3, iterations: 9900, curveInterval: 10}";
        Training training = Trainer.train(
                new TrainingConfig(3, 16, Initializer.UNIFORM_FAN_IN, 0.1, 9900, 1, 0, 1, 0, false, 10),
                1,
                point -> {});
        build();
        assertThat(console)
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
        config = "{" + keys + ", accuracyThreshold: 1.0}";
        build();
        assertThat(console).hasSize(2);
        assertThat(console.get(1)).matches("  " + line);
    }

    @Test
    void aLongTrainingTellsItsRateAndTheTimeLeft() throws Exception {
        config = "{bits: 3, iterations: 50000, accuracyThreshold: 0}";
        secondsPerLook = 3;
        build();
        assertThat(console)
                .anyMatch(
                        line -> line.matches("  [0-9]+ of 50000 iterations, [0-9]+ per second, [0-9]+ (s|min .*) left,"
                                + " window accuracy [0-9.]+%"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../model",
                "a/../../b",
                "a//b",
                "a/",
                "a/.",
                "a\\b",
                "C:model",
                "a\nb",
                "model.",
                "a/ "
            })
    void aResourceNameThatCouldLeaveItsDirectoryIsRefused(String name) {
        assertThatThrownBy(() -> new ResourceName(name))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("resourceName is '");
    }

    @Test
    void weightsThatNoRecordKnowsOfAreWithdrawnTooWhenTheGateFails() throws Exception {
        build();
        Files.delete(module.resolve("target/rnn-adder/records/META-INF/rnn-adder/model.record"));
        config = EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "99.5%");
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(packaged()).isEmpty();
    }

    @Test
    void anAdderThatIsExactAtItsWidthButNotBeyondIsRejectedWithTheOperands() throws Exception {
        config = "{bits: 5, iterations: 12000, certify: true}";
        Outcome outcome = build();
        assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(outcome.complaint().orElseThrow())
                .containsPattern(
                        "^COUNTEREXAMPLE: [0-9]+ \\+ [0-9]+ = [0-9]+, predicted [0-9]+ at width [0-9]+\n  a   [01]+\n  b   [01]+")
                .contains("A weightDecay around 0.001")
                .doesNotContain("Try ");
        assertThat(packaged()).isEmpty();
        assertThat(WeightsFile.read(module.resolve("target/rnn-adder/rejected/META-INF/rnn-adder/model.json"))
                        .evaluation())
                .containsEntry("certificate", "COUNTEREXAMPLE");
    }

    @Test
    void aProvedAdderCarriesItsCertificateUntilNobodyAsksForItAnyMore() throws Exception {
        config = "{weightDecay: 0.001, certify: true}";
        Outcome outcome = build();
        assertThat(outcome.summary())
                .contains("CERTIFIED at every width")
                .endsWith("; the proof covers double and single precision");
        Path certificate = outcome.files().orElseThrow().certificate().orElseThrow();
        assertThat(certificate).hasFileName("model.certificate.json").isRegularFile();
        assertThat(Files.size(certificate)).isLessThan(100_000);
        assertThat(build().files().orElseThrow().certificate()).contains(certificate);
        assertThat(check().summary())
                .contains("CERTIFIED at every width by " + certificate
                        + "; the proof covers double and single precision");

        byte[] genuine = Files.readAllBytes(certificate);
        Files.writeString(
                certificate, Files.readString(certificate).replaceFirst("(\"radius\" *: *)[0-9.e-]+", "$1 1.5"));
        assertThatThrownBy(() -> TrainedAdder.read(adder(), new Progress(line -> {}, () -> 0)))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessageContaining(certificate + " proves nothing: ");
        Files.write(certificate, genuine);
        config = "{weightDecay: 0.001}";
        assertThat(build().files().orElseThrow().certificate()).isEmpty();
        Outcome again = build();
        assertThat(again.verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
        assertThat(again.files().orElseThrow().certificate()).isEmpty();
        assertThat(packaged().keySet()).noneMatch(file -> file.contains("certificate"));
    }

    @Test
    void whatNoExecutionClaimsAnyMoreIsWithdrawnWithALineAlsoWhenTheGateThenFails() throws Exception {
        build();
        resourceName = "other";
        loaderClass = null;
        config = EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "99.5%");
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(packaged()).isEmpty();
        assertThat(console.get(0))
                .startsWith("Taken away, since no execution of train makes it any more: ")
                .contains("model.json", "model.safetensors", "Sums.java");
    }

    @Test
    void badWeightsUnderAnOldNameAreNotPackagedBesideGoodOnes() throws Exception {
        config = EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "1.0");
        haltOnFailure = false;
        build();
        config = EASY;
        resourceName = "other";
        build();
        assertThat(packaged().keySet()).noneMatch(file -> file.contains("model"));
    }

    @Test
    void whatAnotherExecutionOfTheModuleClaimsStays() throws Exception {
        build();
        Map<String, String> first = packaged();
        claimed = List.of(new ResourceName(resourceName), new ResourceName("other"));
        resourceName = "other";
        loaderClass = "com.acme.Other";
        build();
        assertThat(packaged()).containsAllEntriesOf(first).hasSize(2 * first.size());
        assertThat(console).noneMatch(line -> line.startsWith("Taken away"));
        resourceName = "META-INF/rnn-adder/model";
        loaderClass = "com.acme.Sums";
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
    }

    @Test
    void anAdderThatMovesToOtherClassesLeavesNothingInThoseOfBefore() throws Exception {
        build();
        classes = "test-classes";
        afterwards = target -> {};
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertThat(files(module.resolve("target/classes"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"model.json, false", "model.json, true", "model.cdx.json, false", "model.cdx.json, true"})
    void aFileOfSomebodyElsesIsNeitherReplacedNorTakenAway(String name, boolean hopeless) throws Exception {
        resources = "../src/main/resources";
        Path foreign = module.resolve("src/main/resources/META-INF/rnn-adder").resolve(name);
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "{\"settings\": 1}");
        config = hopeless ? EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "1.0") : EASY;
        assertThatThrownBy(this::build)
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(name + " is there and was not made by train");
        assertThat(foreign).hasContent("{\"settings\": 1}");
        Files.delete(foreign);
        build();
        Files.deleteIfExists(module.resolve("target/rnn-adder/records/META-INF/rnn-adder/model.record"));
        config = EASY;
        assertThat(build().verdict()).as("its own, though the record is lost").isEqualTo(Outcome.Verdict.TRAINED);
    }

    @Test
    void whatItMadeAmongTheSourcesAndSomebodyEditedIsMadeAgain() throws Exception {
        resources = "../src/main/resources";
        Path json = build().files().orElseThrow().json();
        byte[] made = Files.readAllBytes(json);
        Files.writeString(json, "{}");
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertThat(json).hasBinaryContent(made);
    }

    @Test
    void whatLiesInTargetIsReplacedWhoeverMadeIt() throws Exception {
        Path json = module.resolve("target/resources/META-INF/rnn-adder/model.json");
        Files.createDirectories(json.getParent());
        Files.writeString(json, "{}");
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
    }

    @Test
    void aNameMayLookLikeThatOfARecord() throws Exception {
        resourceName = "a.record/model";
        build();
        Path notes = Files.writeString(module.resolve("target/rnn-adder/records/notes.txt"), "");
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
        assertThat(notes).exists();
    }

    @Test
    void twoAddersThatSwapTheirLoadersKeepBoth() throws Exception {
        claimed = List.of(new ResourceName("a"), new ResourceName("b"));
        build("a", "com.acme.A");
        build("b", "com.acme.B");
        build("a", "com.acme.B");
        build("b", "com.acme.A");
        assertThat(module.resolve("target/sources/com/acme/A.java")).content().contains("\"b.safetensors\"");
        assertThat(module.resolve("target/sources/com/acme/B.java")).content().contains("\"a.safetensors\"");
    }

    private void build(String resource, String loader) throws Exception {
        resourceName = resource;
        loaderClass = loader;
        build();
    }

    @Test
    void aLoaderThatIsMadeAgainLosesTheClassesOfTheOldOneWhateverTheClockSays() throws Exception {
        build();
        Path classes = module.resolve("target/classes/com/acme");
        Files.write(classes.resolve("Sums$Generated.class"), new byte[] {1});
        Path neighbour = Files.write(classes.resolve("SumsOfOthers.class"), new byte[] {1});
        config = EASY.replace("seed: 1", "seed: 2");
        afterwards = target -> {};
        build();
        assertThat(files(classes)).containsExactly(neighbour);
    }

    @Test
    void aFileThatCannotBeTakenAwayKeepsNoOtherFromItAndTheAccuracyIsSaidFirst() throws Exception {
        build();
        Path json = module.resolve("target/resources/META-INF/rnn-adder/model.json");
        Files.delete(json);
        Files.createDirectories(json.resolve("in the way"));
        config = EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "99.5%");
        Outcome outcome = build();
        assertThat(outcome.complaint().orElseThrow())
                .startsWith("Accuracy ")
                .contains("could not be taken away")
                .contains(json.toString());
        assertThat(packaged()).isEmpty();
    }

    @Test
    void aConfigThatHasGoneIsNotReplacedByTheDefaults() throws Exception {
        build();
        Map<String, String> before = packaged();
        config = null;
        assertThatThrownBy(this::build)
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(module.resolve("adder.yaml").toString());
        assertThat(packaged()).isEqualTo(before);
    }

    @Test
    void anAdderOfTheDefaultsIsMadeFromThemAgain() throws Exception {
        config = null;
        build();
        Map<String, String> before = packaged();
        force = true;
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertThat(packaged()).isEqualTo(before);
    }

    private ModuleAdder adder() {
        Path target = module.resolve("target");
        return new ModuleAdder(
                new ResourceName(resourceName), target.resolve("resources"), target.resolve("rnn-adder"));
    }

    private Judgement check() throws Exception {
        return Check.ofModule(
                adder(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                new Progress(console::add, () -> 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resources/META-INF/rnn-adder/model.json",
                "resources/META-INF/rnn-adder/model.safetensors",
                "classes/META-INF/rnn-adder/model.json",
                "classes/META-INF/rnn-adder/model.safetensors",
                "resources/META-INF/rnn-adder/model.cdx.json",
                "classes/META-INF/rnn-adder/model.cdx.json",
                "sources/com/acme/Sums.java"
            })
    void aCheckNamesEachFileThatIsNotWhatWasTrained(String damaged) throws Exception {
        build();
        assertThat(check().complaint()).isEmpty();
        Path file = module.resolve("target").resolve(damaged);
        byte[] foreign = Files.readAllBytes(file);
        foreign[foreign.length - 2] ^= damaged.endsWith("safetensors") ? 1 : 0;
        Files.write(file, damaged.endsWith("safetensors") ? foreign : Arrays.copyOf(foreign, foreign.length - 1));
        assertThat(check().complaint().orElseThrow()).startsWith(file + ": not what train made");
    }

    @Test
    void aCheckAsksForWhatTheGateAskedForNotForWhatTheWeightsSay() throws Exception {
        build();
        Path target = module.resolve("target");
        config = EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "0");
        module = Files.createDirectory(module.resolve("bad"));
        build();
        Path bad = module.resolve("target/resources/META-INF/rnn-adder");
        module = module.getParent();
        for (String ending : List.of(".json", ".safetensors")) {
            Files.copy(
                    bad.resolve("model" + ending),
                    target.resolve("resources/META-INF/rnn-adder/model" + ending),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(check().complaint()).isPresent();
    }

    @Test
    void withoutARecordNothingIsKnownOfTheWeights() throws Exception {
        build();
        Path record = module.resolve("target/rnn-adder/records/META-INF/rnn-adder/model.record");
        Files.delete(record);
        assertThatThrownBy(this::check).isInstanceOf(WeightsException.class).hasMessageContaining(record.toString());
    }
}
