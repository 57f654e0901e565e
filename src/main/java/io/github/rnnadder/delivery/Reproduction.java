package io.github.rnnadder.delivery;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.model.config.ConfigException;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.weights.FirstDifference;
import io.github.rnnadder.weights.Provenance;
import io.github.rnnadder.weights.StoredAdder;
import io.github.rnnadder.weights.WeightsException;
import java.util.Optional;

/**
 * Trains weights again from what their file says of their training.
 *
 * @param weights what has to come out
 * @param madeBy the version of the plugin that trained them
 * @param provenance how; empty where another version did, which may train otherwise
 * @param pluginVersion the version that trains them again
 */
record Reproduction(Weights weights, String madeBy, Optional<Provenance> provenance, String pluginVersion) {

    /**
     * Reads how the weights were trained.
     *
     * @throws ConfigException if the file does not say so in full, or what no config may
     * @throws WeightsException if it contradicts itself
     */
    static Reproduction of(StoredAdder adder, String pluginVersion) {
        String madeBy = adder.pluginVersion().orElse(pluginVersion);
        return new Reproduction(
                adder.weights(),
                madeBy,
                madeBy.equals(pluginVersion) ? Optional.of(adder.provenance()) : Optional.empty(),
                pluginVersion);
    }

    /**
     * Trains, and compares.
     *
     * @param progress hears how far the training is
     */
    Criterion run(Progress progress) {
        if (provenance.isEmpty()) {
            return missed("Not reproduced: made by version " + Sanitized.of(madeBy) + " of the plugin, and this is "
                    + pluginVersion + ", which may train otherwise; check with that version");
        }
        TrainingConfig config = provenance.get().config();
        Weights again = Trainer.train(config, provenance.get().seedUsed(), new LearningProgress(config, progress))
                .weights();
        return FirstDifference.between(weights, again)
                .map(difference -> missed("Not reproduced: " + difference))
                .orElseGet(() -> Criterion.passed(
                        Requirement.REPRODUCTION,
                        "Reproduced: the same " + again.count() + " weights to the last bit"));
    }

    private static Criterion missed(String sentence) {
        return Criterion.failed(Requirement.REPRODUCTION, sentence);
    }
}
