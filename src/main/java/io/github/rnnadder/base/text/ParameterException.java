package io.github.rnnadder.base.text;

/** A parameter of a goal that has a value which is not allowed, or which contradicts another. */
public final class ParameterException extends UserMistakeException {

    private static final long serialVersionUID = 1L;

    public ParameterException(String message) {
        super(message);
    }
}
