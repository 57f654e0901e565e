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
 * The conditions that all runs of a study have in common.
 *
 * @param config everything that a run depends on except its initializer and its seed, which have their defaults here
 * @param pluginVersion the version of the plugin that trained the runs
 */
public record Conditions(TrainingConfig config, String pluginVersion) {

    private static final String PLUGIN_VERSION = "pluginVersion";

    /** Keys that are not conditions: they differ between runs, or do not matter to one try without a gate. */
    private static final EnumSet<ConfigKey> OTHERS =
            EnumSet.of(ConfigKey.INITIALIZER, ConfigKey.SEED, ConfigKey.RESTARTS, ConfigKey.ACCURACY_THRESHOLD);

    /** The maximum number of seeds per initializer in one study. */
    static final int MAX_SEEDS = 100_000;

    /** The maximum number of curve points per initializer, over all seeds. All curves of a study then take 72 MB. */
    private static final int MAX_POINTS = 2_000_000;

    /** Resets every key that is not a condition to its default. */
    public Conditions {
        Map<ConfigKey, Object> values = config.values();
        values.keySet().removeAll(OTHERS);
        config = TrainingConfig.of(values);
    }

    static Conditions of(Fields fields) throws UnreadableFileException {
        Map<ConfigKey, Object> values = new EnumMap<>(ConfigKey.class);
        for (ConfigKey key : EnumSet.complementOf(OTHERS)) {
            // The file contains this key only if its value is true.
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

    /** Returns the maximum number of seeds per initializer with which a study fits into the memory of any build. */
    int maxSeeds() {
        return Math.min(MAX_SEEDS, MAX_POINTS / Math.max(1, points()));
    }

    /** Returns the number of points of a complete learning curve. The curve of a run that diverges has fewer. */
    int points() {
        return config.iterations() / config.curveInterval();
    }

    /** Returns the conditions by their names in the CSV file, which has {@code certify} only if it is true. */
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

    /** Returns the differences from the conditions of another study, for example {@code iterations 20000 and 2000}. */
    String difference(Conditions other) {
        Map<String, Object> mine = all();
        return other.all().entrySet().stream()
                .filter(theirs -> !theirs.getValue().equals(mine.get(theirs.getKey())))
                .map(theirs -> theirs.getKey() + " " + Sanitized.of(String.valueOf(mine.get(theirs.getKey()))) + " and "
                        + Sanitized.of(theirs.getValue().toString()))
                .collect(Collectors.joining(", "));
    }
}
