package io.github.rnnadder.delivery;

import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.loader.Evidence;
import io.github.rnnadder.progress.Progress;
import io.github.rnnadder.training.Training;
import io.github.rnnadder.verdict.Criterion;
import io.github.rnnadder.verdict.Criterion.Requirement;
import io.github.rnnadder.verdict.Examination;
import io.github.rnnadder.verdict.Gate;
import io.github.rnnadder.weights.AdderModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A trained network with what was found out about it.
 *
 * @param config from which it was trained
 * @param training how that went
 * @param examination how well it adds
 */
record Candidate(TrainingConfig config, Training training, Examination examination) {

    static Candidate examine(TrainingConfig config, Training training, Progress progress) {
        // What diverged is worth no proof.
        Gate gate = training.diverged() ? new Gate(config.accuracyThreshold(), false) : gate(config);
        return new Candidate(config, training, Examination.of(training.weights(), config.bits(), gate, progress));
    }

    /** Returns what a config asks for. */
    static Gate gate(TrainingConfig config) {
        return new Gate(config.accuracyThreshold(), config.certify());
    }

    /** Returns what it misses of that, with what to try; empty where it passes. */
    Optional<Criterion> missed() {
        Gate gate = gate(config);
        Optional<Criterion> missed = training.diverged()
                ? Optional.of(gate.tooInaccurate(examination.evaluation()))
                : gate.missed(examination);
        return missed.map(
                it -> it.requirement() == Requirement.ACCURACY ? it.and(Advice.of(config, training.diverged())) : it);
    }

    boolean passes() {
        return missed().isEmpty();
    }

    /** Says what is known of it for the loader. */
    Evidence evidence() {
        Evaluation evaluation = examination.evaluation();
        return new Evidence(
                config.bits(),
                evaluation.correctSums(),
                evaluation.totalSums(),
                evaluation.sampled(),
                examination.certificate().isPresent());
    }

    /** Describes the candidate as the files do. */
    AdderModel model(String pluginVersion) {
        return new AdderModel(config.bits(), training.weights(), provenance(pluginVersion), measured());
    }

    private Map<String, Object> provenance(String pluginVersion) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("bits", config.bits());
        provenance.put("hiddenSize", config.hiddenSize());
        provenance.put("initializer", config.initializer().key());
        provenance.put("learningRate", config.learningRate());
        provenance.put("iterations", config.iterations());
        provenance.put("seed", config.seed());
        provenance.put("restarts", config.restarts());
        provenance.put("accuracyThreshold", config.accuracyThreshold());
        provenance.put("weightDecay", config.weightDecay());
        provenance.put("certify", config.certify());
        provenance.put("curveInterval", config.curveInterval());
        provenance.put("seedUsed", training.seedUsed());
        provenance.put("pluginVersion", pluginVersion);
        return provenance;
    }

    private Map<String, Object> measured() {
        Evaluation evaluation = examination.evaluation();
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("correctSums", evaluation.correctSums());
        measured.put("totalSums", evaluation.totalSums());
        measured.put("sampled", evaluation.sampled());
        measured.put("accuracy", evaluation.accuracy());
        measured.put("loss", evaluation.loss());
        measured.put("firstPerfectWindow", training.firstPerfectWindow());
        examination.verdict().ifPresent(it -> measured.put("certificate", it.decision()));
        return measured;
    }
}
