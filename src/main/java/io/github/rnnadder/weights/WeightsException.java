package io.github.rnnadder.weights;

import io.github.rnnadder.base.text.UserErrorException;

/**
 * Thrown if a weights file cannot be used. The message is one sentence: which file, where, what was found, what is
 * allowed.
 */
public final class WeightsException extends UserErrorException {

    private static final long serialVersionUID = 1L;

    public WeightsException(String message) {
        super(message);
    }
}
