package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.RelativePath;
import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Examination;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.loader.LoaderClass;
import io.github.rnnadder.loader.LoaderSource;
import io.github.rnnadder.model.config.ConfigException;
import io.github.rnnadder.model.config.ConfigReader;
import io.github.rnnadder.model.config.ConfigSource;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.training.Restarts;
import io.github.rnnadder.model.training.Training;
import io.github.rnnadder.weights.AdderModel;
import io.github.rnnadder.weights.CurveFile;
import io.github.rnnadder.weights.JsonWeights;
import io.github.rnnadder.weights.SafetensorsWeights;
import io.github.rnnadder.weights.WeightsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Makes an adder: from a config, by training, past the gate, into the files that are packaged. */
public final class TrainBuild {

    private final TrainRequest request;
    private final Consumer<String> console;
    private final Progress progress;
    private final Outputs outputs;
    private final AdderFiles files;
    private Optional<ConfigSource> source = Optional.empty();
    private int tries;

    /**
     * @param request what to make
     * @param console hears a line at a time of what goes on
     */
    public TrainBuild(TrainRequest request, Consumer<String> console) {
        this(request, console, System::nanoTime);
    }

    TrainBuild(TrainRequest request, Consumer<String> console, LongSupplier nanoTime) {
        this.request = request;
        this.console = console;
        this.progress = new Progress(console, nanoTime);
        this.outputs = new Outputs(request, console);
        this.files = new AdderFiles(request);
    }

    /**
     * Makes the adder, unless it is there already.
     *
     * @throws ConfigException if the config cannot be used; nothing is changed then
     * @throws ParameterException if the loader cannot have its name, or the config has gone; nothing is changed then
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the thread is interrupted while another build of the module is under way
     */
    public Outcome run() throws IOException, InterruptedException {
        try (BuildLock lock = BuildLock.acquire(request.places().workDirectory(), progress)) {
            // Before anything can go wrong with what the module makes now.
            outputs.withdrawUnclaimed();
            source = request.config().map(ConfigSource::read);
            BuildRecord last = outputs.record();
            if (!request.force() && last.isUpToDate(inputs())) {
                return upToDate(last);
            }
            lock.require();
            // Not before: it reads the whole source, and where all is up to date, the loader is there under its name.
            request.loaderClass().ifPresent(LoaderSource::requireNoClash);
            requireConfigOf(last);
            outputs.requireOwn(files.places());
            TrainingConfig config = config();
            Candidate candidate = train(config);
            Optional<Criterion> missed = candidate.missed();
            return missed.isPresent() && request.haltOnFailure()
                    ? reject(candidate, missed.get())
                    : keep(candidate, missed);
        }
    }

    /** Digests all that the outputs depend on, without parsing any of it. */
    private String inputs() {
        TrainRequest.Places places = request.places();
        String inputs = String.join(
                "\n",
                request.pluginVersion(),
                source.map(ConfigSource::bytes).map(Sha256::of).orElse("defaults"),
                source.map(it -> it.isJson() ? "json" : "yaml").orElse(""),
                request.accuracyThreshold().toString(),
                String.valueOf(request.haltOnFailure()),
                request.resourceName().name(),
                String.valueOf(request.withOnnx()),
                request.loaderClass().map(LoaderClass::name).orElse(""),
                relative(places.outputDirectory()),
                relative(places.generatedSourcesDirectory()),
                relative(places.classesDirectory()));
        return Sha256.of(inputs.getBytes(StandardCharsets.UTF_8));
    }

    private String relative(Path path) {
        return RelativePath.of(request.places().workDirectory(), path);
    }

    /** No config at its default place means the defaults, but not where a config that was there has gone. */
    private void requireConfigOf(BuildRecord last) {
        if (request.config().isEmpty() && last.config().isPresent()) {
            throw new ParameterException("There is no config any more, and the adder that is here was trained from "
                    + request.places()
                            .workDirectory()
                            .resolve(last.config().get())
                            .normalize()
                    + "; name one by configFile, or run mvn clean first if the defaults are meant");
        }
    }

    private Outcome upToDate(BuildRecord last) throws IOException {
        outputs.clearDamagedCopies(last);
        boolean certified =
                last.outputs().stream().anyMatch(output -> output.place().file().equals(request.certificate()));
        return new Outcome(
                Outcome.Verdict.UP_TO_DATE,
                "Up to date: " + request.safetensors(),
                last.gate().judgement("Up to date", last.missed()),
                Optional.of(files.shipped(certified)));
    }

    private TrainingConfig config() {
        TrainingConfig config = source.map(ConfigReader::read).orElse(TrainingConfig.DEFAULTS);
        return request.accuracyThreshold().isPresent()
                ? config.withAccuracyThreshold(request.accuracyThreshold().getAsDouble())
                : config;
    }

    private Candidate train(TrainingConfig config) {
        console.accept("Training " + config.hiddenSize() + " hidden units to add numbers of " + config.bits()
                + " bits: " + config.initializer().key() + ", learning rate " + config.learningRate() + ", "
                + config.iterations() + " iterations, seed " + config.seed());
        Candidate candidate = Restarts.train(
                config,
                new LearningProgress(config, progress),
                training -> examine(config, training),
                Candidate::passes,
                Comparator.comparingDouble(
                        examined -> examined.examination().evaluation().accuracy()));
        if (tries > 1) {
            console.accept(
                    candidate.passes()
                            ? "Restarted with seed " + candidate.training().seedUsed()
                            : "None of " + tries + " tries passed; the best had seed "
                                    + candidate.training().seedUsed());
        }
        console.accept(LearningProgress.summary(candidate.training(), config.curveInterval()));
        return candidate;
    }

    private Candidate examine(TrainingConfig config, Training training) {
        Candidate candidate = Candidate.examine(config, training, progress);
        tries++;
        // Some of up to a thousand restarts: the first, second, fourth, eighth …
        if (!candidate.passes() && tries <= config.restarts() && Integer.bitCount(tries) == 1) {
            console.accept("Try " + tries + " missed the gate: "
                    + candidate.examination().summary());
        }
        return candidate;
    }

    private Outcome keep(Candidate candidate, Optional<Criterion> missed) throws IOException {
        Examination found = candidate.examination();
        Gate gate = Candidate.gate(candidate.config());
        AdderModel model = candidate.model(request.pluginVersion());
        outputs.write(request.curve(), CurveFile.write(candidate.training().curve()));
        List<Output> made = files.outputs(model, found.certificate(), candidate.evidence());
        outputs.install(record(gate, missed, made), made);
        Files.deleteIfExists(request.rejected(WeightsFile.JSON));
        Files.deleteIfExists(request.rejected(WeightsFile.SAFETENSORS));
        return new Outcome(
                Outcome.Verdict.TRAINED,
                found.summary("; weights in " + request.safetensors()),
                gate.judgement(found.summary(), missed),
                Optional.of(files.shipped(found.certificate().isPresent())));
    }

    private BuildRecord record(Gate gate, Optional<Criterion> missed, List<Output> made) {
        return new BuildRecord(
                inputs(),
                request.execution(),
                request.config().map(Path::toAbsolutePath).map(this::relative),
                gate,
                missed,
                made.stream().map(BuildRecord.Entry::of).toList());
    }

    private Outcome reject(Candidate candidate, Criterion missed) {
        Criterion withdrawn = attempt(missed, "And ", () -> outputs.withdraw(files.places()));
        Criterion all = attempt(withdrawn, "And no look at the rejected weights: ", () -> keepForALook(candidate));
        return new Outcome(
                Outcome.Verdict.REJECTED,
                "Rejected weights in " + request.rejected(WeightsFile.SAFETENSORS),
                Candidate.gate(candidate.config())
                        .judgement(candidate.examination().summary(), Optional.of(all)),
                Optional.empty());
    }

    private void keepForALook(Candidate candidate) throws IOException {
        AdderModel model = candidate.model(request.pluginVersion());
        outputs.write(request.curve(), CurveFile.write(candidate.training().curve()));
        outputs.write(request.rejected(WeightsFile.JSON), JsonWeights.write(model));
        outputs.write(request.rejected(WeightsFile.SAFETENSORS), SafetensorsWeights.write(model));
    }

    /** Something to be done with files. */
    private interface Step {
        void run() throws IOException;
    }

    /**
     * Takes a step after the gate failed: what goes wrong is told after that, and keeps no other step from being taken.
     */
    private static Criterion attempt(Criterion missed, String failure, Step step) {
        try {
            step.run();
            return missed;
        } catch (IOException e) {
            return missed.and(failure + e.getMessage());
        }
    }
}
