package io.github.rnnadder.base.text;

import java.math.BigInteger;

/** Parses and formats decimal integers of any length. */
public final class Digits {

    /** The largest number of digits that {@link #of} shows in full. */
    private static final int MAX_LENGTH = 60;

    private static final int SHOWN_AT_EACH_END = 20;

    private static final int MAX_PARSED_AT_ONCE = 1000;

    private Digits() {}

    /** Parses a decimal number. Long numbers are split into halves, because the JDK's parser takes quadratic time. */
    public static BigInteger parse(String digits) {
        if (digits.length() <= MAX_PARSED_AT_ONCE) {
            return new BigInteger(digits);
        }
        int low = digits.length() / 2;
        return parse(digits.substring(0, digits.length() - low))
                .multiply(BigInteger.TEN.pow(low))
                .add(parse(digits.substring(digits.length() - low)));
    }

    /** Returns a number in decimal; if it has more than 60 digits, the first and last 20 and the number of digits. */
    public static String of(BigInteger number) {
        String digits = number.toString();
        return digits.length() <= MAX_LENGTH
                ? digits
                : digits.substring(0, SHOWN_AT_EACH_END) + "…" + digits.substring(digits.length() - SHOWN_AT_EACH_END)
                        + " (" + digits.length() + " digits)";
    }
}
