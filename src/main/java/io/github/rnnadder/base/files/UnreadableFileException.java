package io.github.rnnadder.base.files;

import io.github.rnnadder.base.text.UserMistakeException;

/**
 * A file that cannot be read, or is not to be. The message is one sentence: which file, what was found, what is
 * allowed.
 */
public final class UnreadableFileException extends UserMistakeException {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message) {
        super(message);
    }
}
