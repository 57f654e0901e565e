package io.github.rnnadder.base.text;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Numbers as a file has them, in ASCII: Java's own parsers also take digits of other scripts, suffixes, hexadecimals
 * and more.
 */
public final class Numerals {

    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

    private Numerals() {}

    /** Reads an integer of 64 bits, without a plus sign or leading zeros; empty if it is none. */
    public static OptionalLong integer(String text) {
        try {
            return INTEGER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty(); // of 19 digits, and too large
        }
    }

    /** Reads a finite number, in decimal with or without an exponent; empty if it is none. */
    public static OptionalDouble number(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789-+.eE".indexOf(text.charAt(i)) < 0) {
                return OptionalDouble.empty();
            }
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
