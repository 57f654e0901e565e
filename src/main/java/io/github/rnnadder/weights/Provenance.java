package io.github.rnnadder.weights;

import io.github.rnnadder.model.config.TrainingConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an adder was trained.
 *
 * @param config the effective config
 * @param seedUsed the seed of the try that was kept; the config's, if there was no restart
 * @param pluginVersion what trained it
 */
public record Provenance(TrainingConfig config, long seedUsed, String pluginVersion) {

    /** Returns everything under the names that it has in the files. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        config.values().forEach((key, value) -> fields.put(key.key(), value));
        fields.put("seedUsed", seedUsed);
        fields.put("pluginVersion", pluginVersion);
        return fields;
    }
}
