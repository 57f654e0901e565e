package io.github.rnnadder.config;

import io.github.rnnadder.text.Fraction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The keys of the config, each with the values that it allows. The JSON Schema says the same, and a test compares them. */
enum ConfigKey {
    BITS("bits", Kind.INTEGER, 2, 62),
    HIDDEN_SIZE("hiddenSize", Kind.INTEGER, 1, 512),
    INITIALIZER("initializer", Kind.INITIALIZER),
    LEARNING_RATE("learningRate", Kind.POSITIVE, 0, 10),
    ITERATIONS("iterations", Kind.INTEGER, 1, 1_000_000_000),
    SEED("seed", Kind.INTEGER, Long.MIN_VALUE, Long.MAX_VALUE),
    RESTARTS("restarts", Kind.INTEGER, 0, 1000),
    ACCURACY_THRESHOLD("accuracyThreshold", Kind.FRACTION, 0, 1),
    WEIGHT_DECAY("weightDecay", Kind.NUMBER, 0, 1),
    CERTIFY("certify", Kind.BOOLEAN),
    CURVE_INTERVAL("curveInterval", Kind.INTEGER, 1, 1_000_000_000);

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

    /** A key is taken for a misspelling of another when at most this share of it is wrong. */
    private static final double MISSPELT = 0.45;

    final String key;
    final Kind kind;
    final long min;
    final long max;

    ConfigKey(String key, Kind kind) {
        this(key, kind, 0, 0);
    }

    ConfigKey(String key, Kind kind, long min, long max) {
        this.key = key;
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

    static Optional<ConfigKey> named(String key) {
        return Arrays.stream(values()).filter(known -> known.key.equals(key)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(known -> known.key).toList();
    }

    /** Returns the key that {@code wrong} most likely was meant to be. */
    static Optional<ConfigKey> nearest(String wrong) {
        String plain = plain(wrong);
        return Arrays.stream(values())
                .min(Comparator.comparingInt(known -> distance(plain, plain(known.key))))
                .filter(known -> distance(plain, plain(known.key)) <= MISSPELT * known.key.length());
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }

    /** The edit distance of Levenshtein (1966). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
