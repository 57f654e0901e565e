package io.github.rnnadder.config;

import java.util.Map;

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

    private int integer(ConfigKey key, int otherwise) {
        return given.containsKey(key) ? Math.toIntExact((long) given.get(key)) : otherwise;
    }
}
