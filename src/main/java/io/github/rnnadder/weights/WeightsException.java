package io.github.rnnadder.weights;

/** A weights file that cannot be used. The message is one sentence: which file, where, what was found, what is allowed. */
public final class WeightsException extends Exception {

    private static final long serialVersionUID = 1L;

    public WeightsException(String message) {
        super(message);
    }
}
