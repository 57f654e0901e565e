package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.AtomicFiles;
import io.github.rnnadder.base.files.RelativePath;
import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.loader.LoaderClass;
import io.github.rnnadder.loader.LoaderSource;
import io.github.rnnadder.model.config.ConfigException;
import io.github.rnnadder.model.config.ConfigReader;
import io.github.rnnadder.model.config.ConfigSource;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.training.Restarts;
import io.github.rnnadder.model.training.Training;
import io.github.rnnadder.weights.JsonWeights;
import io.github.rnnadder.weights.LearningFile;
import io.github.rnnadder.weights.SafetensorsWeights;
import io.github.rnnadder.weights.TrainedModel;
import io.github.rnnadder.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes an adder: reads the config, trains, applies the gate, and writes the files that are packaged. */
public final class TrainBuild {

    private final TrainRequest request;
    private final ModuleDirectories directories;
    private final AdderPaths adder;
    private final Progress progress;
    private final AtomicFiles files;
    private final Records records;
    private final List<Path> names = new ArrayList<>();
    private List<BuildRecord> others = List.of();
    private Optional<ConfigSource> source = Optional.empty();
    private int tries;

    /**
     * @param request what to make
     * @param progress is told what happens
     */
    public TrainBuild(TrainRequest request, Progress progress) {
        this.request = request;
        this.directories = request.directories();
        this.adder = request.adder();
        this.progress = progress;
        this.files = new AtomicFiles(directories.work());
        this.records = new Records(directories);
    }

    /**
     * Removes from the plugin's directories what no execution of the POM makes, then makes the adder unless up to date.
     *
     * @throws ConfigException if the config cannot be used
     * @throws ParameterException if the loader's name clashes with a name in its source, or the config no longer exists
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the thread is interrupted while it waits for another build of the module
     */
    public TrainResult run() throws IOException, InterruptedException {
        try (BuildLock lock = BuildLock.acquire(directories.work(), progress)) {
            others = records.others(request.resourceName(), request.execution(), request.executions(), names);
            Optional<BuildRecord> last = records.read(request.resourceName());
            last.ifPresent(it -> names.addAll(it.outputs().keySet()));
            names.addAll(request.files());
            sweep(last.map(BuildRecord::outputs).orElse(Map.of()), "");
            source = request.config().map(ConfigSource::read);
            Optional<String> change = change(last);
            if (change.isEmpty()) {
                return upToDate(last.orElseThrow());
            }
            progress.explain("Not up to date: " + change.get());
            lock.require();
            // The check reads the whole source of the loader, so an up-to-date build skips it.
            request.loaderClass().ifPresent(LoaderSource::requireNoClash);
            last.ifPresent(this::requireConfigOf);
            Candidate candidate = progress.timed("Training, measuring and proving", () -> train(config()));
            Optional<Criterion> missed = candidate.missed().or(() -> uncovered(candidate));
            return missed.isPresent() && request.haltOnFailure()
                    ? reject(candidate, missed.get())
                    : keep(candidate, missed);
        }
    }

    /** Removes all files from the plugin's directories, except the given ones and those of other executions. */
    private void sweep(Map<Path, String> own, String why) throws IOException {
        Map<String, String> kept = Records.outputs(others);
        own.forEach((file, sha256) -> kept.put(file.toString(), sha256));
        List<Path> removed = OwnedFiles.sweep(directories, kept, names, progress);
        if (!removed.isEmpty()) {
            progress.say("Removed " + removed.size() + " outdated " + (removed.size() == 1 ? "file" : "files") + why
                    + ": " + removed.stream().map(directories::shown).collect(Collectors.joining(", ")));
        }
    }

    /** Describes why the adder must be trained; empty if it is up to date. */
    private Optional<String> change(Optional<BuildRecord> last) {
        if (request.force()) {
            return Optional.of("force is on");
        }
        if (last.isEmpty()) {
            return Optional.of("there is no record of an earlier training");
        }
        return last.get()
                .change(inputs())
                .or(() -> last.get().damaged().stream()
                        .map(file -> directories.shown(file) + " has changed since it was made")
                        .findFirst());
    }

    /** Returns everything that the outputs depend on, by name, without parsing any file. */
    private Map<String, String> inputs() {
        Map<String, String> inputs = new TreeMap<>();
        inputs.put("pluginVersion", request.pluginVersion());
        inputs.put(BuildRecord.CONFIG, BuildRecord.digest(source));
        inputs.put("format", source.map(it -> it.isJson() ? "json" : "yaml").orElse(""));
        inputs.put("accuracyThreshold", request.accuracyThreshold().toString());
        inputs.put("certify", request.certify().toString());
        inputs.put("haltOnFailure", String.valueOf(request.haltOnFailure()));
        inputs.put("resourceName", request.resourceName().name());
        inputs.put("onnx", request.onnx().toString());
        inputs.put("loaderClass", request.loaderClass().map(LoaderClass::name).orElse(""));
        inputs.put(
                "directory",
                RelativePath.of(directories.target(), request.outputs().resources()));
        return inputs;
    }

    /** Checks that the config has not vanished since the last training. Otherwise the defaults would silently apply. */
    private void requireConfigOf(BuildRecord last) {
        if (request.config().isEmpty() && last.config().isPresent()) {
            Path config = directories.target().resolve(last.config().get()).normalize();
            throw new ParameterException("The config that the adder was trained from no longer exists: "
                    + directories.shown(config)
                    + "; name another by configFile, or run mvn clean first to train with the defaults");
        }
    }

    private TrainResult upToDate(BuildRecord last) throws IOException {
        if (!last.execution().equals(request.execution())) {
            write(last.ownedBy(request.execution()));
        }
        return new TrainResult(
                TrainResult.Ending.UP_TO_DATE,
                "Up to date: " + directories.shown(adder.safetensors()),
                last.gate().result("Up to date", last.missed()),
                endings(last.outputs().keySet()));
    }

    private TrainingConfig config() {
        TrainingConfig config = source.map(ConfigReader::read).orElse(TrainingConfig.DEFAULTS);
        if (request.accuracyThreshold().isPresent()) {
            config = config.withAccuracyThreshold(request.accuracyThreshold().getAsDouble());
        }
        return request.certify().map(config::withCertify).orElse(config);
    }

    private Candidate train(TrainingConfig config) {
        progress.say("Training " + config.hiddenSize() + " hidden units on sums of " + config.bits()
                + " bits: " + config.initializer().key() + ", learning rate " + config.learningRate() + ", "
                + config.iterations() + " iterations, seed " + config.seed());
        Candidate candidate = Restarts.train(
                config,
                new LearningProgress(config, progress),
                training -> assess(config, training),
                Candidate::passes,
                Comparator.comparingDouble(it -> it.assessment().accuracy().share()));
        if (tries > 1) {
            progress.say(
                    candidate.passes()
                            ? "Restarted with seed " + candidate.training().seedUsed()
                            : "None of " + tries + " tries passed; the best had seed "
                                    + candidate.training().seedUsed());
        }
        progress.say(LearningProgress.summary(candidate.training(), config.curveInterval()));
        return candidate;
    }

    /** Returns the failure if the certificate does not cover the precision of the ONNX model; empty if it does. */
    private Optional<Criterion> uncovered(Candidate candidate) {
        return request.onnx()
                .filter(precision -> candidate
                        .assessment()
                        .certificate()
                        .filter(it -> it.covers().compareTo(precision) < 0)
                        .isPresent())
                .map(precision -> Criterion.failed(
                        Requirement.PROOF,
                        "The proof covers double precision only, and onnxPrecision is single; it must be double, or try"
                                + " another seed"));
    }

    private Candidate assess(TrainingConfig config, Training training) {
        Candidate candidate = Candidate.assess(config, training, progress);
        tries++;
        // reports the attempts 1, 2, 4, 8 …, up to a thousand
        if (!candidate.passes() && tries <= config.restarts() && Integer.bitCount(tries) == 1) {
            progress.say("Try " + tries + " missed the gate: "
                    + candidate.assessment().summary());
        }
        return candidate;
    }

    private TrainResult keep(Candidate candidate, Optional<Criterion> missed) throws IOException {
        Assessment found = candidate.assessment();
        Gate gate = candidate.gate();
        TrainedModel model = candidate.model(request.pluginVersion());
        writeLearning(candidate.training());
        List<TrainOutput> outputs = new AdderFiles(request).of(model);
        Map<Path, String> digests = new TreeMap<>();
        outputs.forEach(output -> digests.put(output.file(), Sha256.of(output.content())));
        sweep(digests, "");
        for (TrainOutput output : outputs) {
            files.write(output.file(), output.content());
        }
        write(new BuildRecord(
                inputs(),
                request.config().map(it -> RelativePath.of(directories.target(), it.toAbsolutePath())),
                request.execution(),
                gate,
                missed,
                digests));
        Files.deleteIfExists(adder.rejected(WeightsFile.JSON));
        Files.deleteIfExists(adder.rejected(WeightsFile.SAFETENSORS));
        return new TrainResult(
                TrainResult.Ending.TRAINED,
                found.summary("; weights in " + directories.shown(adder.safetensors())),
                gate.result(found.summary(), missed),
                endings(digests.keySet()));
    }

    /** Writes what the report needs to show how the adder learned. */
    private void writeLearning(Training training) throws IOException {
        files.write(adder.curve(), LearningFile.CURVE.write(training.curve()));
        files.write(adder.checkpoints(), LearningFile.CHECKPOINTS.write(training.checkpoints()));
    }

    private void write(BuildRecord record) throws IOException {
        files.write(records.file(request.resourceName()), record.write(directories.target()));
    }

    private List<String> endings(Set<Path> outputs) {
        return AdderPaths.ENDINGS.stream()
                .filter(ending -> outputs.contains(adder.file(ending)))
                .toList();
    }

    private TrainResult reject(Candidate candidate, Criterion missed) {
        Criterion all = attempt(missed, "And ", this::withdraw);
        all = attempt(all, "The rejected weights could not be kept: ", () -> keepForALook(candidate));
        all = all.and(
                "mvn rnn-adder:report shows how it learned. A jar of an earlier build is still where it was: once the"
                        + " gate passes, run mvn clean install, not mvn -rf.");
        return new TrainResult(
                TrainResult.Ending.REJECTED,
                "Rejected weights in " + directories.shown(adder.rejected(WeightsFile.SAFETENSORS)),
                candidate.gate().result(candidate.assessment().summary(), Optional.of(all)),
                List.of());
    }

    private void withdraw() throws IOException {
        sweep(Map.of(), " because the gate failed");
        Files.deleteIfExists(records.file(request.resourceName()));
    }

    private void keepForALook(Candidate candidate) throws IOException {
        TrainedModel model = candidate.model(request.pluginVersion());
        writeLearning(candidate.training());
        files.write(adder.rejected(WeightsFile.JSON), JsonWeights.write(model));
        files.write(adder.rejected(WeightsFile.SAFETENSORS), SafetensorsWeights.write(model));
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Runs a step after the gate failed. If it fails, too, adds that to the message, so the next step still runs. */
    private static Criterion attempt(Criterion missed, String failure, Step step) {
        try {
            step.run();
            return missed;
        } catch (IOException e) {
            return missed.and(failure + e.getMessage());
        }
    }
}
