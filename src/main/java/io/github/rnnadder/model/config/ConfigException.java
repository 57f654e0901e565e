package io.github.rnnadder.model.config;

import io.github.rnnadder.base.text.UserErrorException;

/** Thrown if a config cannot be used. The message is one sentence: the place, what was found, and what is allowed. */
public final class ConfigException extends UserErrorException {

    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}
