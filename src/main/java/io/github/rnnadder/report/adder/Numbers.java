package io.github.rnnadder.report.adder;

import java.math.BigDecimal;
import java.math.MathContext;

/** How numbers are written where people read them. */
final class Numbers {

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Numbers() {}

    /** Writes a value of a file, a number without an exponent. */
    static String plain(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    /** Writes three significant digits, e.g. {@code 0.0417}. */
    static String round(double number) {
        return BigDecimal.valueOf(number)
                .round(THREE_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
