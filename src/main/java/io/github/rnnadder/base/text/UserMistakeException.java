package io.github.rnnadder.base.text;

/**
 * Something that only the user can mend. The message is one sentence: where (file, line, column or parameter), what was
 * found, what is allowed. Any other unexpected exception is a bug of ours, and is told as one.
 */
public abstract class UserMistakeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected UserMistakeException(String message) {
        super(message);
    }
}
