package io.github.rnnadder.base.text;

import java.util.stream.Collectors;

/** Makes text from outside the plugin safe for a message: short, on one line, and printable. */
public final class Sanitized {

    private static final int LENGTH = 60;

    private static final int MESSAGE_LENGTH = 200;

    private Sanitized() {}

    /** Returns {@code text} cut to 60 characters. Unprintable, invisible and terminal-control ones become {@code ?}. */
    public static String of(String text) {
        return of(text, LENGTH);
    }

    private static String of(String text, int most) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(most).map(c -> isPrintable(c) ? c : '?').forEach(printable::appendCodePoint);
        int length = text.codePointCount(0, text.length());
        return length <= most ? printable.toString() : printable + "… (" + length + " characters)";
    }

    /** Returns the whole text, with its line breaks. Replaces the same other characters as {@link #of} by {@code ?}. */
    public static String printable(String text) {
        return text.lines().map(line -> of(line, Integer.MAX_VALUE)).collect(Collectors.joining("\n"));
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT, // such as zero-width characters and marks of the direction of text
                    Character.SURROGATE, // half of a surrogate pair, without the other half
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> !isBlank(c);
        };
    }

    /**
     * Returns whether a character is a letter or mark that shows nothing: Hangul fillers, variation selectors, the
     * empty Braille pattern and the like.
     */
    private static boolean isBlank(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c >= 0x180B && c <= 0x180F
                || c == 0x2800
                || c == 0x3164
                || c >= 0xFE00 && c <= 0xFE0F
                || c == 0xFFA0
                || c >= 0xE0100 && c <= 0xE01EF;
    }

    /** Returns a parser's complaint on one line, without the advice to change a setting of the parser. */
    public static String ofMessage(String message) {
        String line = message.lines().findFirst().orElse("");
        String complaint = line.replaceFirst("[:,(]? *(enable|maybe a|was expecting|got this instead).*", "")
                .replaceFirst(", from `[^`]*`\\)", ")")
                .replaceFirst(" \\(start marker at .*", "");
        return of(complaint, MESSAGE_LENGTH).strip();
    }
}
