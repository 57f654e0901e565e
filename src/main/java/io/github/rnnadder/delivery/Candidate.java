package io.github.rnnadder.delivery;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.gate.Verdict;
import io.github.rnnadder.loader.Evidence;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.training.Training;
import io.github.rnnadder.weights.Measurement;
import io.github.rnnadder.weights.Provenance;
import io.github.rnnadder.weights.TrainedModel;
import java.util.Optional;

/**
 * A trained network with what was found out about it.
 *
 * @param config from which it was trained
 * @param training how that went
 * @param examination how well it adds
 */
record Candidate(TrainingConfig config, Training training, Assessment examination) {

    static Candidate examine(TrainingConfig config, Training training, Progress progress) {
        // What diverged is worth no proof.
        Gate gate = training.diverged() ? new Gate(config.accuracyThreshold(), false) : gate(config);
        return new Candidate(config, training, Assessment.of(training.weights(), config.bits(), gate, progress));
    }

    /** Returns what a config asks for. */
    static Gate gate(TrainingConfig config) {
        return new Gate(config.accuracyThreshold(), config.certify());
    }

    /** Returns what it misses of that, with what to try; empty where it passes. A training that diverged never does. */
    Optional<Criterion> missed() {
        if (training.diverged() && gate(config).passes(examination.evaluation())) {
            return Optional.of(Criterion.failed(Requirement.ACCURACY, advice()));
        }
        return gate(config)
                .missed(examination)
                .map(it -> it.requirement() == Requirement.ACCURACY ? it.and(advice()) : it);
    }

    private String advice() {
        return Advice.of(config, training.diverged());
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
    TrainedModel model(String pluginVersion) {
        Evaluation evaluation = examination.evaluation();
        return new TrainedModel(
                training.weights(),
                new Provenance(config, training.seedUsed(), pluginVersion),
                new Measurement(
                        evaluation.correctSums(),
                        evaluation.totalSums(),
                        evaluation.sampled(),
                        evaluation.loss(),
                        training.firstPerfectWindow(),
                        examination.verdict().map(Verdict::decision)));
    }
}
