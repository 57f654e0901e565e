package io.github.rnnadder.gate;

import java.util.Locale;

/**
 * A requirement for an adder, and whether the adder meets it.
 *
 * @param requirement what is required
 * @param result whether the adder meets the requirement
 * @param text one or more lines, beginning with a sentence: what is known, or what is wrong
 */
public record Criterion(Requirement requirement, Result result, String text) {

    public enum Requirement {
        /** Enough of the measured sums are right. */
        ACCURACY,
        /** A proof shows that every sum of every width is right. */
        PROOF,
        /** The files are exactly those that {@code train} made. */
        FILES,
        /** Training again gives the same weights. */
        REPRODUCTION;

        /** Returns the name of the requirement in files, e.g. {@code accuracy}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Result {
        PASSED,
        FAILED,
        /** The requirement was not checked, because another requirement is not met. */
        SKIPPED
    }

    /** Returns a copy with one more line of text. */
    public Criterion and(String line) {
        return new Criterion(requirement, result, text + "\n" + line);
    }

    /** Returns a criterion for a requirement that is met. */
    public static Criterion passed(Requirement requirement, String text) {
        return new Criterion(requirement, Result.PASSED, text);
    }

    /** Returns a criterion for a requirement that is not met. */
    public static Criterion failed(Requirement requirement, String text) {
        return new Criterion(requirement, Result.FAILED, text);
    }
}
