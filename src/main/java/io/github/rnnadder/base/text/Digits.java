package io.github.rnnadder.base.text;

import java.math.BigInteger;

/** Integers of any length, of which a reader sees the beginning and the end. */
public final class Digits {

    private static final int LENGTH = 60;
    private static final int END = 20;

    private static final int PARSED_AT_ONCE = 1000;

    private Digits() {}

    /** Reads a number in decimal, of any length: half by half, since the JDK takes the square of the length for it. */
    public static BigInteger parse(String digits) {
        if (digits.length() <= PARSED_AT_ONCE) {
            return new BigInteger(digits);
        }
        int low = digits.length() / 2;
        return parse(digits.substring(0, digits.length() - low))
                .multiply(BigInteger.TEN.pow(low))
                .add(parse(digits.substring(digits.length() - low)));
    }

    /** Returns a number in decimal; of more than 60 digits the first and the last 20 and how many there are. */
    public static String of(BigInteger number) {
        String digits = number.toString();
        return digits.length() <= LENGTH
                ? digits
                : digits.substring(0, END) + "…" + digits.substring(digits.length() - END) + " (" + digits.length()
                        + " digits)";
    }
}
