package io.github.rnnadder.report.adder;

import java.math.BigDecimal;
import java.util.Locale;

/** Formats numbers for people to read. */
final class Numbers {

    private Numbers() {}

    /** Returns a value as text. A double is written without an exponent. */
    static String plain(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    /** Returns a count with a comma between thousands, for example {@code 16,384}. */
    static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
