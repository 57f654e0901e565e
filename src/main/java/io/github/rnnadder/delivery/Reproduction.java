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
import io.github.rnnadder.weights.WeightsException;
import io.github.rnnadder.weights.WeightsFile;
import java.util.Optional;

/**
 * Trains weights again, as their file says they were trained.
 *
 * @param weights the expected result
 * @param madeBy the version of the plugin that trained them
 * @param provenance how they were trained; empty if another version of the plugin did that, because it may train differently
 * @param pluginVersion the version of this plugin
 */
record Reproduction(Weights weights, String madeBy, Optional<Provenance> provenance, String pluginVersion) {

    /**
     * Reads how weights were trained.
     *
     * @throws ConfigException if the file does not say so completely, or contains a value that no config allows
     * @throws WeightsException if the file contradicts itself
     */
    static Reproduction of(WeightsFile adder, String pluginVersion) {
        String madeBy = adder.pluginVersion().orElse(pluginVersion);
        return new Reproduction(
                adder.weights(),
                madeBy,
                madeBy.equals(pluginVersion) ? Optional.of(adder.provenance()) : Optional.empty(),
                pluginVersion);
    }

    /**
     * Trains and compares.
     *
     * @param progress receives how far the training is
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
