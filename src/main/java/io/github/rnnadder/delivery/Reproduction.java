package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.model.config.ConfigException;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.weights.FirstDifference;
import io.github.rnnadder.weights.Provenance;
import io.github.rnnadder.weights.WeightsFile;

/** Trains weights again with the config and seed in their file, and compares the results. */
final class Reproduction {

    private Reproduction() {}

    /**
     * Trains and compares if this plugin version made the weights. Otherwise fails: another one may train differently.
     *
     * @param pluginVersion the version of this plugin
     * @param progress is told how far the training has got
     * @throws ConfigException if the file does not say how the weights were trained, or has a value no config allows
     * @throws UnreadableFileException if the file contradicts itself
     */
    static Criterion of(WeightsFile adder, String pluginVersion, Progress progress) {
        String madeBy = adder.pluginVersion().orElse(pluginVersion);
        if (!madeBy.equals(pluginVersion)) {
            return missed("Not reproduced: made by version " + Sanitized.of(madeBy) + " of the plugin, and this is "
                    + pluginVersion + ", which may train differently; check with that version");
        }
        Provenance provenance = adder.provenance();
        LearningProgress listener = new LearningProgress(provenance.config(), progress);
        Weights again = Trainer.train(provenance.config(), provenance.seedUsed(), listener)
                .weights();
        return FirstDifference.between(adder.weights(), again)
                .map(difference -> missed("Not reproduced: " + difference))
                .orElseGet(() -> Criterion.passed(
                        Requirement.REPRODUCTION,
                        "Reproduced: the same " + again.count() + " weights to the last bit"));
    }

    private static Criterion missed(String sentence) {
        return Criterion.failed(Requirement.REPRODUCTION, sentence);
    }
}
