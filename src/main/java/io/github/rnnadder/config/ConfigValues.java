package io.github.rnnadder.config;

import java.util.Map;
import java.util.Optional;

/** The values that a config gives, over the defaults. */
record ConfigValues(Map<ConfigKey, Object> given) {

    TrainingConfig toConfig() {
        TrainingConfig defaults = TrainingConfig.DEFAULTS;
        int iterations = integer(ConfigKey.ITERATIONS, defaults.iterations());
        return new TrainingConfig(
                integer(ConfigKey.BITS, defaults.bits()),
                integer(ConfigKey.HIDDEN_SIZE, defaults.hiddenSize()),
                (Initializer) given.getOrDefault(ConfigKey.INITIALIZER, defaults.initializer()),
                (double) given.getOrDefault(ConfigKey.LEARNING_RATE, defaults.learningRate()),
                iterations,
                (long) given.getOrDefault(ConfigKey.SEED, defaults.seed()),
                integer(ConfigKey.RESTARTS, defaults.restarts()),
                (double) given.getOrDefault(ConfigKey.ACCURACY_THRESHOLD, defaults.accuracyThreshold()),
                (double) given.getOrDefault(ConfigKey.WEIGHT_DECAY, defaults.weightDecay()),
                (boolean) given.getOrDefault(ConfigKey.CERTIFY, defaults.certify()),
                integer(ConfigKey.CURVE_INTERVAL, TrainingConfig.defaultCurveInterval(iterations)));
    }

    /** Says what is wrong with values that are each allowed; empty if nothing is. */
    static Optional<String> complaint(TrainingConfig config) {
        int least = TrainingConfig.leastCurveInterval(config.iterations());
        return config.curveInterval() >= least
                ? Optional.empty()
                : Optional.of(ConfigKey.CURVE_INTERVAL.key + " is " + config.curveInterval() + "; with "
                        + config.iterations() + " iterations allowed is at least " + least + ", which makes at most "
                        + TrainingConfig.MOST_CURVE_POINTS + " points of the learning curve");
    }

    private int integer(ConfigKey key, int otherwise) {
        return given.containsKey(key) ? Math.toIntExact((long) given.get(key)) : otherwise;
    }
}
