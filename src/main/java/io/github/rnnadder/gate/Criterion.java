package io.github.rnnadder.gate;

import java.util.Locale;

/**
 * One requirement for an adder, and whether it is met.
 *
 * @param requirement what is required
 * @param result whether it is met
 * @param text what is known, or what is wrong: a sentence, and perhaps more lines
 */
public record Criterion(Requirement requirement, Result result, String text) {

    /** What may be required. */
    public enum Requirement {
        /** Enough sums are right. */
        ACCURACY,
        /** Every sum of every width is right, and that is proved. */
        PROOF,
        /** The files are those that {@code train} made. */
        FILES,
        /** Training again gives the same weights. */
        REPRODUCTION;

        /** Returns its name in files, e.g. {@code accuracy}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a requirement is met. */
    public enum Result {
        PASSED,
        FAILED,
        /** It was not looked at, because another one is not met. */
        SKIPPED
    }

    /** Returns this with one more line of text. */
    public Criterion and(String line) {
        return new Criterion(requirement, result, text + "\n" + line);
    }

    /** Returns a requirement that is met. */
    public static Criterion passed(Requirement requirement, String text) {
        return new Criterion(requirement, Result.PASSED, text);
    }

    /** Returns a requirement that is not met. */
    public static Criterion failed(Requirement requirement, String text) {
        return new Criterion(requirement, Result.FAILED, text);
    }
}
