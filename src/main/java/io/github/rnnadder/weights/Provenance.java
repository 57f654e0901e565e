package io.github.rnnadder.weights;

import io.github.rnnadder.model.config.TrainingConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Describes how a network was trained.
 *
 * @param config the effective config
 * @param seedUsed the seed that the weights were trained with; after a restart, it differs from the config's seed
 * @param pluginVersion the version of the plugin that trained the network
 */
public record Provenance(TrainingConfig config, long seedUsed, String pluginVersion) {

    /** Returns the values of the config, the seed used and the plugin version, by their names in the files. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        config.values().forEach((key, value) -> fields.put(key.key(), value));
        fields.put("seedUsed", seedUsed);
        fields.put("pluginVersion", pluginVersion);
        return fields;
    }
}
