package io.github.rnnadder.base.text;

/** Thrown if a parameter of a goal has an invalid value, or contradicts another parameter. */
public final class ParameterException extends UserErrorException {

    private static final long serialVersionUID = 1L;

    public ParameterException(String message) {
        super(message);
    }
}
