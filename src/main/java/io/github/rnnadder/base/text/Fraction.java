package io.github.rnnadder.base.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses and formats fractions from 0 to 1, also written as percentages: {@code 0.995} or {@code 99.5%}. */
public final class Fraction {

    /** Describes, for messages, the values that {@link #parse} accepts. */
    public static final String ALLOWED = "a fraction from 0 to 1 such as 0.995, or a percentage such as \"99.5%\"";

    private static final Pattern PERCENTAGE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,20})?)%");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,20})?(?:[eE]-?[0-9]{1,3})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Fraction() {}

    /**
     * Parses a fraction or a percentage.
     *
     * @throws IllegalArgumentException if the text is neither, or the value is not from 0 to 1
     */
    public static double parse(String text) {
        return DECIMAL.matcher(text).matches() ? inRange(new BigDecimal(text)) : parsePercentage(text);
    }

    /**
     * Parses a percentage.
     *
     * @throws IllegalArgumentException if the text is not a percentage, or the value is not from 0% to 100%
     */
    public static double parsePercentage(String text) {
        Matcher percentage = PERCENTAGE.matcher(text);
        if (!percentage.matches()) {
            throw new IllegalArgumentException(text);
        }
        return inRange(new BigDecimal(percentage.group(1)).movePointLeft(2));
    }

    private static double inRange(BigDecimal fraction) {
        if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(fraction.toString());
        }
        return fraction.doubleValue();
    }

    /** Returns a fraction as a percentage with all its digits, for example {@code 99.5%}. */
    public static String percent(double fraction) {
        return show(BigDecimal.valueOf(fraction).multiply(HUNDRED));
    }

    /** Returns a part of a whole as a percentage with two decimals. Rounds down, so only the whole gives 100%. */
    public static String percent(long part, long whole) {
        return show(BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN));
    }

    /** Returns a fraction as a percentage with two decimals, rounded down. */
    public static String share(double fraction) {
        return show(BigDecimal.valueOf(fraction).multiply(HUNDRED).setScale(2, RoundingMode.DOWN));
    }

    private static String show(BigDecimal percentage) {
        return percentage.stripTrailingZeros().toPlainString() + "%";
    }
}
