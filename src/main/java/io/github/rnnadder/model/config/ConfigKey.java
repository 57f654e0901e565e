package io.github.rnnadder.model.config;

import io.github.rnnadder.base.text.Fraction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys of the config, each with its accessor in {@link TrainingConfig} and its allowed values. A test compares the
 * keys with the JSON Schema.
 */
public enum ConfigKey {
    BITS("bits", TrainingConfig::bits, Kind.INTEGER, 2, 62),
    HIDDEN_SIZE("hiddenSize", TrainingConfig::hiddenSize, Kind.INTEGER, 1, 512),
    INITIALIZER("initializer", TrainingConfig::initializer, Kind.INITIALIZER),
    LEARNING_RATE("learningRate", TrainingConfig::learningRate, Kind.POSITIVE, 0, 10),
    ITERATIONS("iterations", TrainingConfig::iterations, Kind.INTEGER, 1, 1_000_000_000),
    SEED("seed", TrainingConfig::seed, Kind.LONG, Long.MIN_VALUE, Long.MAX_VALUE),
    RESTARTS("restarts", TrainingConfig::restarts, Kind.INTEGER, 0, 1000),
    ACCURACY_THRESHOLD("accuracyThreshold", TrainingConfig::accuracyThreshold, Kind.FRACTION, 0, 1),
    WEIGHT_DECAY("weightDecay", TrainingConfig::weightDecay, Kind.NUMBER, 0, 1),
    CERTIFY("certify", TrainingConfig::certify, Kind.BOOLEAN),
    CURVE_INTERVAL("curveInterval", TrainingConfig::curveInterval, Kind.INTEGER, 1, 1_000_000_000);

    /** The kind of value that a key takes. */
    enum Kind {
        INTEGER,
        LONG,
        /** A number. Its range includes the lower end. */
        NUMBER,
        /** A number. Its range excludes the lower end. */
        POSITIVE,
        FRACTION,
        BOOLEAN,
        INITIALIZER
    }

    final String key;
    private final Function<TrainingConfig, Object> of;
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

    /** Returns the name of the key in a config file, for example {@code hiddenSize}. */
    public String key() {
        return key;
    }

    /** Returns the value of this key in a config. */
    public Object of(TrainingConfig config) {
        return of.apply(config);
    }

    /** Returns the allowed values in words, for example {@code an integer from 2 to 62}. */
    public String allowed() {
        return switch (kind) {
            case INTEGER, LONG -> "an integer from " + min + " to " + max;
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
     * Parses the value of this key from a file that the plugin wrote.
     *
     * @throws IllegalArgumentException if the value is not allowed
     */
    public Object value(String scalar) {
        return value(scalar, true);
    }

    /**
     * Parses the value of this key.
     *
     * @param scalar the text of the value
     * @param plain whether the value is written without quotes, as is required for numbers and truth values
     * @throws IllegalArgumentException if the value is not allowed
     */
    Object value(String scalar, boolean plain) {
        return switch (kind) {
            case INTEGER -> (Object) (int) ScalarValues.integer(scalar, plain, min, max);
            case LONG -> ScalarValues.integer(scalar, plain, min, max);
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

    /** Returns the names of all keys in a config file. */
    public static List<String> names() {
        return Arrays.stream(values()).map(known -> known.key).toList();
    }
}
