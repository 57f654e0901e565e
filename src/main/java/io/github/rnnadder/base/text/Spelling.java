package io.github.rnnadder.base.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses for a message, and for nothing else, what somebody meant to write. */
public final class Spelling {

    /** A name is taken for a misspelling of another when at most this share of it is wrong. */
    private static final double MISSPELT = 0.45;

    /** The same of a name that may as well be right and somebody's own. */
    private static final double SLIP = 0.3;

    private Spelling() {}

    /** Returns the known name that {@code wrong} most likely was meant to be; empty if it is like none. */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        return nearest(wrong, known, MISSPELT);
    }

    /** Returns the known name of which {@code name} is a slip of the pen; empty if it may be right. */
    public static Optional<String> meant(String name, Collection<String> known) {
        return nearest(name, known, SLIP);
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

    /** The edit distance of Levenshtein (1966). */
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
