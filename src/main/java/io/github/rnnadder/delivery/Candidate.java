package io.github.rnnadder.delivery;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.training.Training;
import io.github.rnnadder.weights.Provenance;
import io.github.rnnadder.weights.TrainedModel;
import java.util.Optional;

/**
 * A trained network that may become the adder of a module.
 *
 * @param config the config that the network was trained with
 * @param training the result of the training
 * @param assessment what is known about the network
 */
record Candidate(TrainingConfig config, Training training, Assessment assessment) {

    static Candidate assess(TrainingConfig config, Training training, Progress progress) {
        // A network whose training diverged is rejected anyway, so no proof is sought.
        Gate gate = new Gate(config.accuracyThreshold(), config.certify() && !training.diverged());
        return new Candidate(config, training, Assessment.of(training.weights(), config.bits(), gate, progress));
    }

    /** Returns the gate that the config describes. */
    Gate gate() {
        return new Gate(config.accuracyThreshold(), config.certify());
    }

    /** Returns the missed requirement, with advice; empty if the network passes. A run that diverged never passes. */
    Optional<Criterion> missed() {
        String advice = Advice.of(config, training.diverged());
        if (training.diverged() && gate().passes(assessment.accuracy())) {
            return Optional.of(Criterion.failed(Requirement.ACCURACY, advice));
        }
        return gate().missed(assessment).map(it -> it.requirement() == Requirement.ACCURACY ? it.and(advice) : it);
    }

    boolean passes() {
        return missed().isEmpty();
    }

    TrainedModel model(String pluginVersion) {
        return new TrainedModel(
                training.weights(),
                new Provenance(config, training.seedUsed(), pluginVersion),
                assessment,
                training.firstPerfectWindow());
    }
}
