package io.github.rnnadder.base.files;

import io.github.rnnadder.base.text.UserErrorException;

/** Thrown if a file cannot be used. The message is one sentence: which file, what was found, what is allowed. */
public final class UnreadableFileException extends UserErrorException {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }
}
