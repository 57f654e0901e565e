package io.github.rnnadder.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** How numbers are written where people read them. */
final class Numbers {

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Numbers() {}

    /** Writes three significant digits, e.g. {@code 0.0417}. */
    static String round(double number) {
        return BigDecimal.valueOf(number)
                .round(THREE_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
