package io.github.rnnadder.delivery;

import io.github.rnnadder.config.ConfigException;
import io.github.rnnadder.config.RecordedConfig;
import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.progress.Progress;
import io.github.rnnadder.text.Excerpt;
import io.github.rnnadder.training.Trainer;
import io.github.rnnadder.verdict.Criterion;
import io.github.rnnadder.verdict.Criterion.Requirement;
import io.github.rnnadder.weights.AdderModel;
import io.github.rnnadder.weights.FirstDifference;
import io.github.rnnadder.weights.WeightsException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Trains weights again from what their file says of their training.
 *
 * @param model the weights
 * @param config what they were trained from; empty where another version of the plugin did that, which may train otherwise
 * @param pluginVersion the version that trains them again
 */
record Reproduction(AdderModel model, Optional<TrainingConfig> config, String pluginVersion) {

    /**
     * Reads how the weights were trained.
     *
     * @throws ConfigException if the file does not say so in full, or what no config may
     * @throws WeightsException if it contradicts itself
     */
    static Reproduction of(AdderModel model, String file, String pluginVersion) {
        Object madeBy = model.training().get("pluginVersion");
        if (madeBy != null && !madeBy.equals(pluginVersion)) {
            return new Reproduction(model, Optional.empty(), pluginVersion);
        }
        int h = model.weights().hiddenSize();
        // Which safetensors has once, for both.
        Map<String, Object> training = new LinkedHashMap<>(Map.of("bits", model.bits(), "hiddenSize", h));
        training.putAll(model.training());
        TrainingConfig config = RecordedConfig.read(file, training);
        requireSame(file, "bits", config.bits(), model.bits());
        requireSame(file, "hiddenSize", config.hiddenSize(), h);
        return new Reproduction(model, Optional.of(config), pluginVersion);
    }

    private static void requireSame(String file, String name, int trained, int is) {
        if (trained != is) {
            throw new WeightsException(file + ": training." + name + " is " + trained + "; allowed is " + is
                    + ", since " + name + " is " + is);
        }
    }

    /**
     * Trains, and compares.
     *
     * @param progress hears how far the training is
     */
    Criterion run(Progress progress) {
        if (config.isEmpty()) {
            return missed("Not reproduced: made by version "
                    + Excerpt.of(String.valueOf(model.training().get("pluginVersion"))) + " of the plugin, and this is "
                    + pluginVersion + ", which may train otherwise; check with that version");
        }
        TrainingConfig trained = config.get();
        Weights again = Trainer.train(trained, trained.seed(), new LearningProgress(trained, progress))
                .weights();
        return FirstDifference.between(model.weights(), again)
                .map(difference -> missed("Not reproduced: " + difference))
                .orElseGet(() -> Criterion.passed(
                        Requirement.REPRODUCTION,
                        "Reproduced: the same " + again.count() + " weights to the last bit"));
    }

    private static Criterion missed(String sentence) {
        return Criterion.failed(Requirement.REPRODUCTION, sentence);
    }
}
