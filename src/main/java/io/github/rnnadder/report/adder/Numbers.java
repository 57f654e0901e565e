package io.github.rnnadder.report.adder;

import java.math.BigDecimal;
import java.util.Locale;

/** How numbers are written where people read them. */
final class Numbers {

    private Numbers() {}

    /** Writes a value of a file, a number without an exponent. */
    static String plain(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    /** Writes a count with a comma between thousands, e.g. {@code 16,384}. */
    static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
