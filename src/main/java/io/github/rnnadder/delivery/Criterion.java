package io.github.rnnadder.delivery;

/**
 * One thing that a gate asks for, and what came of it.
 *
 * @param name what it asks for, e.g. {@code accuracy}
 * @param result what came of it
 * @param text what is known, or what is wrong: a sentence, and perhaps more lines
 */
public record Criterion(String name, Result result, String text) {

    /** What came of it. */
    public enum Result {
        /** It is met. */
        PASSED,
        /** It is missed. */
        FAILED,
        /** Nobody looked, since another one is missed. */
        SKIPPED,
        /** Something went wrong, and nobody knows. */
        ERROR
    }
}
