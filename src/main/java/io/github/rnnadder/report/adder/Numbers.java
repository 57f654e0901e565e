package io.github.rnnadder.report.adder;

import java.math.BigDecimal;
import java.util.Locale;

/** Formats numbers for people. */
final class Numbers {

    private Numbers() {}

    /** Returns a value as text, a double without an exponent. */
    static String plain(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    /** Returns a count with a comma between thousands, e.g. {@code 16,384}. */
    static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
