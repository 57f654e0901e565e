package io.github.rnnadder.report.study;

import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.model.config.ConfigKey;
import io.github.rnnadder.model.config.TrainingConfig;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What all runs of a study have in common.
 *
 * @param config everything that a run depends on except its initializer and its seed, which have their defaults here
 * @param pluginVersion the version of the plugin that trained them
 */
public record Conditions(TrainingConfig config, String pluginVersion) {

    private static final String PLUGIN_VERSION = "pluginVersion";

    /** The keys that differ between runs, and those without influence, because a run is one try without a gate. */
    private static final EnumSet<ConfigKey> OTHERS =
            EnumSet.of(ConfigKey.INITIALIZER, ConfigKey.SEED, ConfigKey.RESTARTS, ConfigKey.ACCURACY_THRESHOLD);

    /** The most seeds of an initializer in one study. */
    static final int MAX_SEEDS = 100_000;

    /** The most points of an initializer's learning curves in one study, over all seeds: 72 MB for all curves. */
    private static final int MAX_POINTS = 2_000_000;

    /** Resets the other keys to their defaults. */
    public Conditions {
        Map<ConfigKey, Object> values = config.values();
        values.keySet().removeAll(OTHERS);
        config = TrainingConfig.of(values);
    }

    static Conditions of(Fields fields) throws UnreadableFileException {
        Map<ConfigKey, Object> values = new EnumMap<>(ConfigKey.class);
        for (ConfigKey key : EnumSet.complementOf(OTHERS)) {
            // The file has it only if it is true.
            if (key != ConfigKey.CERTIFY || fields.has(key.key())) {
                values.put(key, fields.value(key));
            }
        }
        TrainingConfig config = TrainingConfig.of(values);
        config.complaint().ifPresent(complaint -> {
            throw fields.error(complaint);
        });
        return new Conditions(config, fields.text(PLUGIN_VERSION));
    }

    /** Returns the most seeds of an initializer in one study, so that it fits into the memory of any build. */
    int maxSeeds() {
        return Math.min(MAX_SEEDS, MAX_POINTS / Math.max(1, points()));
    }

    /** Returns the number of points of a learning curve, unless the run diverges. */
    int points() {
        return config.iterations() / config.curveInterval();
    }

    /** Returns the conditions by their names in the file, which has {@code certify} only if it is true. */
    Map<String, Object> fields() {
        Map<String, Object> fields = all();
        fields.remove(ConfigKey.CERTIFY.key(), false);
        return fields;
    }

    private Map<String, Object> all() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (ConfigKey key : EnumSet.complementOf(OTHERS)) {
            fields.put(key.key(), key.of(config));
        }
        fields.put(PLUGIN_VERSION, pluginVersion);
        return fields;
    }

    /** Returns the conditions that differ in another study, e.g. {@code iterations 20000 and 2000}. */
    String difference(Conditions other) {
        Map<String, Object> mine = all();
        return other.all().entrySet().stream()
                .filter(theirs -> !theirs.getValue().equals(mine.get(theirs.getKey())))
                .map(theirs -> theirs.getKey() + " " + Sanitized.of(String.valueOf(mine.get(theirs.getKey()))) + " and "
                        + Sanitized.of(theirs.getValue().toString()))
                .collect(Collectors.joining(", "));
    }
}
