package io.github.rnnadder.base.text;

/**
 * Thrown for an error that only the user can fix. The message is one sentence: where (file, line, column or parameter),
 * what was found, what is allowed. Any other unexpected exception is a bug and is reported as such.
 */
public abstract class UserErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected UserErrorException(String message) {
        super(message);
    }
}
