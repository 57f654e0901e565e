package io.github.rnnadder.model.config;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Parses the scalars of a config without silent conversions. Each method throws an {@link IllegalArgumentException} if
 * the value is not allowed.
 */
final class ScalarValues {

    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(0|[1-9][0-9]*)?(\\.[0-9]*)?([eE][-+]?[0-9]+)?");
    private static final Pattern SWITCH = Pattern.compile("true|True|TRUE|false|False|FALSE");

    /** The maximum number of characters in an allowed integer. */
    private static final int MAX_INTEGER_LENGTH = 20;

    private ScalarValues() {}

    static long integer(String scalar, boolean plain, long min, long max) {
        require(plain
                && scalar.length() <= MAX_INTEGER_LENGTH
                && INTEGER.matcher(scalar).matches());
        BigInteger value = new BigInteger(scalar);
        require(value.compareTo(BigInteger.valueOf(min)) >= 0 && value.compareTo(BigInteger.valueOf(max)) <= 0);
        return value.longValue();
    }

    static double number(String scalar, boolean plain, double min, double max) {
        require(plain && NUMBER.matcher(scalar).matches());
        double value = Double.parseDouble(scalar); // throws if there is no digit
        require(value >= min && value <= max);
        return value == 0 ? 0 : value; // −0.0 has another bit pattern and means the same config
    }

    static boolean bool(String scalar, boolean plain) {
        // YAML 1.1 also has yes, no, on and off, which editors treat as strings.
        require(plain && SWITCH.matcher(scalar).matches());
        return scalar.equalsIgnoreCase("true");
    }

    static Initializer initializer(String scalar) {
        return Arrays.stream(Initializer.values())
                .filter(known -> known.key().equals(scalar))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }
}
