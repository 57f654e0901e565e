package io.github.rnnadder.base.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fraction of 0…1, which people also write as a percentage: {@code 0.995} or {@code 99.5%}. */
public final class Fraction {

    /** What is allowed, for messages. */
    public static final String ALLOWED = "a fraction from 0 to 1 such as 0.995, or a percentage such as \"99.5%\"";

    private static final Pattern PERCENTAGE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,20})?)%");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,20})?(?:[eE]-?[0-9]{1,3})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Fraction() {}

    /**
     * Reads either form.
     *
     * @throws IllegalArgumentException if it is neither, or outside 0…1
     */
    public static double parse(String text) {
        return DECIMAL.matcher(text).matches() ? inRange(new BigDecimal(text)) : parsePercentage(text);
    }

    /**
     * Reads a percentage.
     *
     * @throws IllegalArgumentException if it is none, or outside 0…100
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

    /** Writes a fraction as a percentage with all its digits, e.g. {@code 99.5%}. */
    public static String percent(double fraction) {
        return show(BigDecimal.valueOf(fraction).multiply(HUNDRED));
    }

    /** Writes a share as a percentage of two decimals, rounded down so that only what is complete reads as 100%. */
    public static String percent(long part, long whole) {
        return show(BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN));
    }

    /** Writes a share that is known only as a fraction, likewise. */
    public static String share(double fraction) {
        return show(BigDecimal.valueOf(fraction).multiply(HUNDRED).setScale(2, RoundingMode.DOWN));
    }

    private static String show(BigDecimal percentage) {
        return percentage.stripTrailingZeros().toPlainString() + "%";
    }
}
