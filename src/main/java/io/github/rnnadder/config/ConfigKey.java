package io.github.rnnadder.config;

import io.github.rnnadder.text.Fraction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys of the config, each with the values that it allows. The JSON Schema says the same, and a test compares them. */
enum ConfigKey {
    BITS("bits", TrainingConfig::bits, Kind.INTEGER, 2, 62),
    HIDDEN_SIZE("hiddenSize", TrainingConfig::hiddenSize, Kind.INTEGER, 1, 512),
    INITIALIZER("initializer", config -> config.initializer().key(), Kind.INITIALIZER),
    LEARNING_RATE("learningRate", TrainingConfig::learningRate, Kind.POSITIVE, 0, 10),
    ITERATIONS("iterations", TrainingConfig::iterations, Kind.INTEGER, 1, 1_000_000_000),
    SEED("seed", TrainingConfig::seed, Kind.INTEGER, Long.MIN_VALUE, Long.MAX_VALUE),
    RESTARTS("restarts", TrainingConfig::restarts, Kind.INTEGER, 0, 1000),
    ACCURACY_THRESHOLD("accuracyThreshold", TrainingConfig::accuracyThreshold, Kind.FRACTION, 0, 1),
    WEIGHT_DECAY("weightDecay", TrainingConfig::weightDecay, Kind.NUMBER, 0, 1),
    CERTIFY("certify", TrainingConfig::certify, Kind.BOOLEAN),
    CURVE_INTERVAL("curveInterval", TrainingConfig::curveInterval, Kind.INTEGER, 1, 1_000_000_000);

    /** What kind of value a key takes. */
    enum Kind {
        INTEGER,
        /** A number, the lower end of the range included. */
        NUMBER,
        /** A number, the lower end of the range excluded. */
        POSITIVE,
        FRACTION,
        BOOLEAN,
        INITIALIZER
    }

    final String key;
    final Function<TrainingConfig, Object> of;
    final Kind kind;
    final long min;
    final long max;

    ConfigKey(String key, Function<TrainingConfig, Object> of, Kind kind) {
        this(key, of, kind, 0, 0);
    }

    ConfigKey(String key, Function<TrainingConfig, Object> of, Kind kind, long min, long max) {
        this.key = key;
        this.of = of;
        this.kind = kind;
        this.min = min;
        this.max = max;
    }

    /** Says in words which values are allowed. */
    String allowed() {
        return switch (kind) {
            case INTEGER -> "an integer from " + min + " to " + max;
            case NUMBER -> "a number from " + min + " to " + max;
            case POSITIVE -> "a number above " + min + ", at most " + max;
            case FRACTION -> Fraction.ALLOWED;
            case BOOLEAN -> "true or false";
            case INITIALIZER ->
                "one of "
                        + Arrays.stream(Initializer.values())
                                .map(Initializer::key)
                                .collect(Collectors.joining(", "));
        };
    }

    /**
     * Reads a value.
     *
     * @param plain whether it stands without quotes, as a number or a truth value has to
     * @throws IllegalArgumentException if it is not allowed
     */
    Object value(String scalar, boolean plain) {
        return switch (kind) {
            case INTEGER -> ScalarValues.integer(scalar, plain, min, max);
            case NUMBER -> ScalarValues.number(scalar, plain, min, max);
            case POSITIVE -> ScalarValues.number(scalar, plain, Double.MIN_VALUE, max);
            case FRACTION ->
                scalar.endsWith("%")
                        ? (Object) Fraction.parsePercentage(scalar)
                        : ScalarValues.number(scalar, plain, min, max);
            case BOOLEAN -> ScalarValues.bool(scalar, plain);
            case INITIALIZER -> ScalarValues.initializer(scalar);
        };
    }

    static Optional<ConfigKey> named(String key) {
        return Arrays.stream(values()).filter(known -> known.key.equals(key)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(known -> known.key).toList();
    }
}
