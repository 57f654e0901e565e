package io.github.rnnadder.model.config;

import java.util.Locale;

/**
 * The distribution of the initial weights (section 7 of the report). Networks learn fastest with the first constant,
 * later with the second, and hardly ever with the third.
 */
public enum Initializer {
    /** Uniform in −1/√n … 1/√n, where n is the length of the vector that the matrix multiplies. */
    UNIFORM_FAN_IN,
    /** Uniform in −1…1. */
    UNIFORM_SYMMETRIC,
    /** Uniform in 0…1. */
    UNIFORM_POSITIVE;

    /** Returns the name of this distribution in a config, for example {@code uniform-fan-in}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return key();
    }
}
