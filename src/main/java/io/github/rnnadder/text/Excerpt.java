package io.github.rnnadder.text;

/** What a message repeats of a text that it did not choose: short, on one line, and printable. */
public final class Excerpt {

    private static final int LENGTH = 60;

    private Excerpt() {}

    /** Returns the beginning of {@code text} with everything unprintable as {@code ?}. */
    public static String of(String text) {
        String shown =
                text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "… (" + text.length() + " characters)";
        StringBuilder printable = new StringBuilder(shown.length());
        shown.codePoints()
                .map(c -> Character.isISOControl(c)
                                || !Character.isDefined(c)
                                || Character.getType(c) == Character.SURROGATE
                        ? '?'
                        : c)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /** Returns what a parser complains of, on one line and without its advice to loosen the parser. */
    public static String ofMessage(String message) {
        String line = message.lines().findFirst().orElse("");
        return of(line.replaceFirst("[:,(]? *(enable|maybe a|was expecting|got this instead).*", ""))
                .strip();
    }
}
