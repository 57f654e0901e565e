package io.github.rnnadder.base.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests the name that a user may have meant. Suggestions are used only in messages. */
public final class DidYouMean {

    /** The largest share of wrong letters for which an unknown name counts as a misspelling. */
    private static final double LENIENT = 0.45;

    /** A stricter share, for a name that may be correct because it belongs to something else. */
    private static final double STRICT = 0.3;

    private DidYouMean() {}

    /** Returns the known name most similar to {@code wrong}; empty if no name is similar. */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        return nearest(wrong, known, LENIENT);
    }

    /** Returns the known name that {@code name} is almost certainly a misspelling of; empty if there is none. */
    public static Optional<String> meant(String name, Collection<String> known) {
        return nearest(name, known, STRICT);
    }

    private static Optional<String> nearest(String wrong, Collection<String> known, double most) {
        String plain = plain(wrong);
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(plain, plain(name))))
                .filter(name -> distance(plain, plain(name)) <= most * name.length());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }

    /** Returns the edit distance between two strings (Levenshtein, 1966). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
