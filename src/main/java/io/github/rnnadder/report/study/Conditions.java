package io.github.rnnadder.report.study;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.model.config.ConfigKey;
import io.github.rnnadder.model.config.TrainingConfig;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all runs of a study have in common.
 *
 * @param config everything that a run depends on but its initializer and its seed, which have their defaults here
 * @param pluginVersion what trained them
 */
public record Conditions(TrainingConfig config, String pluginVersion) {

    private static final String PLUGIN_VERSION = "pluginVersion";

    /** What differs from run to run, and what no run depends on, being one try that no gate judges. */
    private static final EnumSet<ConfigKey> OTHERS =
            EnumSet.of(ConfigKey.INITIALIZER, ConfigKey.SEED, ConfigKey.RESTARTS, ConfigKey.ACCURACY_THRESHOLD);

    /** The seeds that each initializer may have in one study, however short its curves are. */
    private static final int MOST_SEEDS = 100_000;

    /** The points of learning curves that each initializer may have in one study, over all its seeds. */
    private static final int MOST_POINTS = 2_000_000;

    /** Leaves out what is no condition. */
    public Conditions {
        Map<ConfigKey, Object> values = config.values();
        values.keySet().removeAll(OTHERS);
        config = TrainingConfig.of(values);
    }

    static Conditions of(Fields fields) throws StudyException {
        Map<ConfigKey, Object> values = new EnumMap<>(ConfigKey.class);
        for (ConfigKey key : EnumSet.complementOf(OTHERS)) {
            // Which is there where it is true.
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

    /**
     * Checks that a study fits into the memory of any build: 72 MB for its curves, half as much for its runs.
     *
     * @param seeds for each initializer
     * @param points of each learning curve
     * @throws ParameterException if there are none, or too many
     */
    static void requireBounded(int seeds, int points) {
        int most = mostSeeds(points);
        if (seeds < 1 || seeds > most) {
            throw new ParameterException("seeds is " + seeds + "; "
                    + (most < MOST_SEEDS ? "with " + points + " points of each learning curve " : "")
                    + "it must be 1 to " + most);
        }
    }

    /** Returns how many seeds each initializer may have in a study with learning curves of so many points. */
    static int mostSeeds(int points) {
        return Math.min(MOST_SEEDS, MOST_POINTS / Math.max(1, points));
    }

    /** Returns how many points the learning curve of a run has that did not diverge. */
    int points() {
        return config.iterations() / config.curveInterval();
    }

    /** Returns each condition under the name that it has in the files; {@code certify} is there where it is true. */
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

    /** Returns the conditions that differ in another study, e.g. {@code iterations 20000 and 2000}; empty if none do. */
    String difference(Conditions other) {
        Map<String, Object> mine = all();
        return other.all().entrySet().stream()
                .filter(theirs -> !theirs.getValue().equals(mine.get(theirs.getKey())))
                .map(theirs -> theirs.getKey() + " " + Sanitized.of(String.valueOf(mine.get(theirs.getKey()))) + " and "
                        + Sanitized.of(theirs.getValue().toString()))
                .reduce((one, next) -> one + ", " + next)
                .orElse("");
    }
}
