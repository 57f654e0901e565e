package io.github.rnnadder.model.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The config of a training: everything that its result depends on.
 *
 * @param bits T, the width of a sum, 2…62; operands are 0 … 2^(bits−1)−1
 * @param hiddenSize H, the number of hidden units, 1…512
 * @param initializer the distribution of the initial weights
 * @param learningRate η, above 0 and at most 10
 * @param iterations the number of sums to learn from, 1…10⁹
 * @param seed the seed of the initial weights and of the sums, any 64-bit integer
 * @param restarts the number of further tries if the gate fails, 0…1000
 * @param accuracyThreshold the fraction of all sums that must be right, 0…1
 * @param weightDecay the factor d in w ← w − η·(gradient + d·w), 0…1
 * @param certify whether the gate also requires a proof for every width
 * @param curveInterval the iterations per point of the learning curve, {@link #leastCurveInterval}…10⁹
 */
public record TrainingConfig(
        int bits,
        int hiddenSize,
        Initializer initializer,
        double learningRate,
        int iterations,
        long seed,
        int restarts,
        double accuracyThreshold,
        double weightDecay,
        boolean certify,
        int curveInterval) {

    /** The values of all keys that a config does not set. */
    public static final TrainingConfig DEFAULTS =
            new TrainingConfig(8, 16, Initializer.UNIFORM_FAN_IN, 0.1, 20_000, 1, 0, 1.0, 0.0, false, 1000);

    /** The maximum number of points of a learning curve. It bounds the memory for any number of iterations. */
    public static final int MAX_CURVE_POINTS = 100_000;

    /** Returns the minimum {@code curveInterval} that is allowed for a number of iterations. */
    public static int leastCurveInterval(int iterations) {
        return (iterations + MAX_CURVE_POINTS - 1) / MAX_CURVE_POINTS;
    }

    /** Returns the default of {@code curveInterval}: the smallest multiple of 1000 that is allowed. */
    public static int defaultCurveInterval(int iterations) {
        return (leastCurveInterval(iterations) + 999) / 1000 * 1000;
    }

    /** Returns a config with the given values, and with the default for every other key. */
    public static TrainingConfig of(Map<ConfigKey, Object> given) {
        int iterations = (int) value(given, ConfigKey.ITERATIONS);
        return new TrainingConfig(
                (int) value(given, ConfigKey.BITS),
                (int) value(given, ConfigKey.HIDDEN_SIZE),
                (Initializer) value(given, ConfigKey.INITIALIZER),
                (double) value(given, ConfigKey.LEARNING_RATE),
                iterations,
                (long) value(given, ConfigKey.SEED),
                (int) value(given, ConfigKey.RESTARTS),
                (double) value(given, ConfigKey.ACCURACY_THRESHOLD),
                (double) value(given, ConfigKey.WEIGHT_DECAY),
                (boolean) value(given, ConfigKey.CERTIFY),
                (int) given.getOrDefault(ConfigKey.CURVE_INTERVAL, defaultCurveInterval(iterations)));
    }

    private static Object value(Map<ConfigKey, Object> given, ConfigKey key) {
        return given.getOrDefault(key, key.of(DEFAULTS));
    }

    /** Returns the values of all keys, in the order of {@link ConfigKey}. */
    public Map<ConfigKey, Object> values() {
        Map<ConfigKey, Object> values = new EnumMap<>(ConfigKey.class);
        for (ConfigKey key : ConfigKey.values()) {
            values.put(key, key.of(this));
        }
        return values;
    }

    /** Returns a copy of this config with another accuracy threshold, 0…1. */
    public TrainingConfig withAccuracyThreshold(double threshold) {
        return with(ConfigKey.ACCURACY_THRESHOLD, threshold);
    }

    /** Returns a copy of this config that requires a proof, or one that does not. */
    public TrainingConfig withCertify(boolean certify) {
        return with(ConfigKey.CERTIFY, certify);
    }

    /** Returns a copy of this config with another initializer. */
    public TrainingConfig withInitializer(Initializer other) {
        return with(ConfigKey.INITIALIZER, other);
    }

    private TrainingConfig with(ConfigKey key, Object value) {
        Map<ConfigKey, Object> values = values();
        values.put(key, value);
        return of(values);
    }

    /** Returns a sentence about a contradiction between values; empty if there is none. */
    public Optional<String> complaint() {
        int least = leastCurveInterval(iterations);
        return curveInterval >= least
                ? Optional.empty()
                : Optional.of(ConfigKey.CURVE_INTERVAL.key() + " is " + curveInterval + "; with " + iterations
                        + " iterations it must be at least " + least + ", which makes at most " + MAX_CURVE_POINTS
                        + " points of the learning curve");
    }
}
