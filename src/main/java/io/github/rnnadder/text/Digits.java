package io.github.rnnadder.text;

import java.math.BigInteger;

/** Integers of any length, of which a reader sees the beginning and the end. */
public final class Digits {

    private static final int LENGTH = 60;
    private static final int END = 20;

    private Digits() {}

    /** Returns a number in decimal; of more than 60 digits the first and the last 20 and how many there are. */
    public static String of(BigInteger number) {
        String digits = number.toString();
        return digits.length() <= LENGTH
                ? digits
                : digits.substring(0, END) + "…" + digits.substring(digits.length() - END) + " (" + digits.length()
                        + " digits)";
    }
}
