package io.github.rnnadder.gate;

import java.util.Locale;

/**
 * One thing that is asked of an adder, and what came of it.
 *
 * @param requirement what is asked for
 * @param result what came of it
 * @param text what is known, or what is wrong: a sentence, and perhaps more lines
 */
public record Criterion(Requirement requirement, Result result, String text) {

    /** What may be asked for. */
    public enum Requirement {
        /** Enough sums come out right. */
        ACCURACY,
        /** All of them do, at every width, and that is proved. */
        PROOF,
        /** The files are what {@code train} made. */
        FILES,
        /** Training again gives the same weights. */
        REPRODUCTION;

        /** Returns its name in the files, e.g. {@code accuracy}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What came of it. */
    public enum Result {
        /** It is met. */
        PASSED,
        /** It is missed. */
        FAILED,
        /** Nobody looked, since another one is missed. */
        SKIPPED
    }

    /** Adds a line to what is known. */
    public Criterion and(String line) {
        return new Criterion(requirement, result, text + "\n" + line);
    }

    /** Returns one that is met. */
    public static Criterion passed(Requirement requirement, String text) {
        return new Criterion(requirement, Result.PASSED, text);
    }

    /** Returns one that is missed. */
    public static Criterion failed(Requirement requirement, String text) {
        return new Criterion(requirement, Result.FAILED, text);
    }
}
