package io.github.rnnadder.base.text;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Parses ASCII numbers strictly. Java's own parsers also accept other scripts, suffixes, hexadecimal and more. */
public final class Numerals {

    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

    private Numerals() {}

    /** Parses a 64-bit integer without a plus sign or leading zeros; empty if the text is not such an integer. */
    public static OptionalLong integer(String text) {
        try {
            return INTEGER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty(); // 19 digits, but too large for a long
        }
    }

    /** Parses a finite decimal number, with or without an exponent; empty if the text is not such a number. */
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
