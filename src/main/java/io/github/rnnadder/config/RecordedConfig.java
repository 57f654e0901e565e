package io.github.rnnadder.config;

import io.github.rnnadder.text.Excerpt;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The config that a weights file says it was trained from, as far as the weights depend on it. */
public final class RecordedConfig {

    private static final List<ConfigKey> KEYS = List.of(
            ConfigKey.BITS,
            ConfigKey.HIDDEN_SIZE,
            ConfigKey.INITIALIZER,
            ConfigKey.LEARNING_RATE,
            ConfigKey.ITERATIONS,
            ConfigKey.SEED,
            ConfigKey.WEIGHT_DECAY,
            ConfigKey.CURVE_INTERVAL);

    private RecordedConfig() {}

    /**
     * Reads the config; what is left out has no default here.
     *
     * @param file where the values come from
     * @param training numbers as such or as text, since some formats have nothing else
     * @return a config whose seed is the one that was used; what the weights do not depend on has its default
     * @throws ConfigException with what is missing, or the first value that is not allowed
     */
    public static TrainingConfig read(String file, Map<String, Object> training) throws ConfigException {
        String missing = Stream.concat(KEYS.stream().map(RecordedConfig::name), Stream.of("pluginVersion"))
                .filter(name -> training.get(name) == null)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ConfigException(
                    file + " does not say how it was trained: training has no " + missing + "; train writes them all");
        }
        Map<ConfigKey, Object> values = new EnumMap<>(ConfigKey.class);
        KEYS.forEach(key -> values.put(key, value(file, key, training.get(name(key)))));
        TrainingConfig config = new ConfigValues(values).toConfig();
        ConfigValues.complaint(config).ifPresent(complaint -> {
            throw new ConfigException(file + ": training." + complaint);
        });
        return config;
    }

    private static String name(ConfigKey key) {
        return key == ConfigKey.SEED ? "seedUsed" : key.key;
    }

    private static Object value(String file, ConfigKey key, Object recorded) throws ConfigException {
        try {
            return key.value(recorded.toString(), true);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file + ": training." + name(key) + " is '" + Excerpt.of(recorded.toString())
                    + "'; allowed is " + key.allowed());
        }
    }
}
