package io.github.rnnadder.study;

import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.text.Excerpt;
import io.github.rnnadder.text.ParameterException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all runs of a study have in common: everything that a training depends on but its initializer and its seed.
 *
 * @param bits T, the width of the sums
 * @param hiddenSize H
 * @param learningRate η
 * @param iterations sums that each run learns from
 * @param weightDecay as in the config
 * @param certify whether each network was also to be proved right at every width
 * @param curveInterval iterations per point of the learning curves
 * @param pluginVersion what trained them
 */
public record Conditions(
        int bits,
        int hiddenSize,
        double learningRate,
        int iterations,
        double weightDecay,
        boolean certify,
        int curveInterval,
        String pluginVersion) {

    private static final int MOST_ITERATIONS = 1_000_000_000;

    /** The seeds that each initializer may have in one study, however short its curves are. */
    private static final int MOST_SEEDS = 100_000;

    /** The points of learning curves that each initializer may have in one study, over all its seeds. */
    private static final int MOST_POINTS = 2_000_000;

    /** Returns the conditions that a config sets. */
    public static Conditions of(TrainingConfig config, String pluginVersion) {
        return new Conditions(
                config.bits(),
                config.hiddenSize(),
                config.learningRate(),
                config.iterations(),
                config.weightDecay(),
                config.certify(),
                config.curveInterval(),
                pluginVersion);
    }

    static Conditions of(Fields fields) throws StudyException {
        Conditions conditions = new Conditions(
                fields.integer("bits"),
                fields.integer("hiddenSize"),
                fields.number("learningRate"),
                fields.integer("iterations"),
                fields.number("weightDecay"),
                fields.has("certify") && fields.bool("certify"),
                fields.integer("curveInterval"),
                fields.text("pluginVersion"));
        fields.requireRange("iterations", conditions.iterations, 1, MOST_ITERATIONS);
        fields.requireRange(
                "curveInterval",
                conditions.curveInterval,
                TrainingConfig.leastCurveInterval(conditions.iterations),
                MOST_ITERATIONS);
        return conditions;
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
                    + "allowed is 1 to " + most);
        }
    }

    /** Returns how many seeds each initializer may have in a study with learning curves of so many points. */
    static int mostSeeds(int points) {
        return Math.min(MOST_SEEDS, MOST_POINTS / Math.max(1, points));
    }

    /** Returns how many points the learning curve of a run has that did not diverge. */
    int points() {
        return iterations / curveInterval;
    }

    /** Returns each condition under the name that it has in the files; {@code certify} is there where it is true. */
    Map<String, Object> fields() {
        Map<String, Object> fields = all();
        fields.remove("certify", false);
        return fields;
    }

    private Map<String, Object> all() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("bits", bits);
        fields.put("hiddenSize", hiddenSize);
        fields.put("learningRate", learningRate);
        fields.put("iterations", iterations);
        fields.put("weightDecay", weightDecay);
        fields.put("certify", certify);
        fields.put("curveInterval", curveInterval);
        fields.put("pluginVersion", pluginVersion);
        return fields;
    }

    /** Says in which conditions another study differs, e.g. {@code iterations 20000 and 2000}; empty where in none. */
    String difference(Conditions other) {
        Map<String, Object> theirs = other.all();
        return all().entrySet().stream()
                .filter(mine -> !mine.getValue().equals(theirs.get(mine.getKey())))
                .map(mine -> mine.getKey() + " " + Excerpt.of(mine.getValue().toString()) + " and "
                        + Excerpt.of(theirs.get(mine.getKey()).toString()))
                .reduce((one, next) -> one + ", " + next)
                .orElse("");
    }
}
