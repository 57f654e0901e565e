package io.github.rnnadder.base.text;

import java.util.stream.Collectors;

/** What a message repeats of a text that it did not choose: short, on one line, and printable. */
public final class Excerpt {

    private static final int LENGTH = 60;

    /** Longer than any sentence of a parser that quotes nothing. */
    private static final int MESSAGE_LENGTH = 200;

    private Excerpt() {}

    /**
     * Returns the beginning of {@code text} with everything that is unprintable, invisible or steers a terminal as
     * {@code ?}.
     */
    public static String of(String text) {
        return of(text, LENGTH);
    }

    private static String of(String text, int most) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(most).map(c -> isPrintable(c) ? c : '?').forEach(printable::appendCodePoint);
        int length = text.codePointCount(0, text.length());
        return length <= most ? printable.toString() : printable + "… (" + length + " characters)";
    }

    /** Returns all of a text, line by line, with the rest of what {@link #of} replaces as {@code ?}. */
    public static String printable(String text) {
        return text.lines().map(line -> of(line, Integer.MAX_VALUE)).collect(Collectors.joining("\n"));
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT, // zero width, and the direction of text
                    Character.SURROGATE, // without its other half
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> !isBlank(c);
        };
    }

    /**
     * Letters and marks that have no ink: the Hangul fillers, the selectors of variants, the empty Braille cell and
     * their like.
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

    /** Returns what a parser complains of, on one line and without its advice to loosen the parser. */
    public static String ofMessage(String message) {
        String line = message.lines().findFirst().orElse("");
        String complaint = line.replaceFirst("[:,(]? *(enable|maybe a|was expecting|got this instead).*", "")
                .replaceFirst(", from `[^`]*`\\)", ")")
                .replaceFirst(" \\(start marker at .*", "");
        return of(complaint, MESSAGE_LENGTH).strip();
    }
}
