package io.github.rnnadder.model.config;

import io.github.rnnadder.base.text.Sanitized;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The config that a network was trained with, as its weights file records it.
 *
 * @param config the config; values that do not influence the weights have their defaults if the file lacks them, except
 *     that {@code seed} is then {@code seedUsed}
 * @param seedUsed the seed that the weights were trained with; after a restart, it differs from {@code seed}
 */
public record RecordedConfig(TrainingConfig config, long seedUsed) {

    private static final String SEED_USED = "seedUsed";

    private static final Set<ConfigKey> OPTIONAL =
            EnumSet.of(ConfigKey.SEED, ConfigKey.RESTARTS, ConfigKey.ACCURACY_THRESHOLD, ConfigKey.CERTIFY);

    /**
     * Reads the config from the values in a weights file.
     *
     * @param file the name of the file in messages
     * @param training the values as text, by their keys
     * @throws ConfigException if a value is missing or not allowed
     */
    public static RecordedConfig read(String file, Map<String, String> training) throws ConfigException {
        String missing = Stream.concat(
                        Arrays.stream(ConfigKey.values())
                                .filter(key -> key == ConfigKey.SEED || !OPTIONAL.contains(key))
                                .map(key -> key == ConfigKey.SEED ? SEED_USED : key.key),
                        Stream.of("pluginVersion"))
                .filter(name -> !training.containsKey(name))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ConfigException(
                    file + " does not say how it was trained: training has no " + missing + "; train writes them all");
        }
        Map<ConfigKey, Object> values = new EnumMap<>(ConfigKey.class);
        for (ConfigKey key : ConfigKey.values()) {
            if (training.containsKey(key.key)) {
                values.put(key, value(file, key, key.key, training));
            }
        }
        long seedUsed = (long) value(file, ConfigKey.SEED, SEED_USED, training);
        values.putIfAbsent(ConfigKey.SEED, seedUsed);
        TrainingConfig config = TrainingConfig.of(values);
        config.complaint().ifPresent(complaint -> {
            throw new ConfigException(file + ": training." + complaint);
        });
        return new RecordedConfig(config, seedUsed);
    }

    private static Object value(String file, ConfigKey key, String name, Map<String, String> training)
            throws ConfigException {
        String text = training.getOrDefault(name, "");
        try {
            return key.value(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    file + ": training." + name + " is '" + Sanitized.of(text) + "'; it must be " + key.allowed());
        }
    }
}
