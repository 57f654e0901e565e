package io.github.rnnadder.model.config;

import java.util.Locale;

/**
 * The distribution of the initial weights (section 7 of the report), ordered by how fast networks learn from it: soon,
 * later, hardly ever.
 */
public enum Initializer {
    /** Uniform in ±1/√n, where n is the length of the vector that the matrix multiplies. */
    UNIFORM_FAN_IN,
    /** Uniform in ±1. */
    UNIFORM_SYMMETRIC,
    /** Uniform in 0…1. */
    UNIFORM_POSITIVE;

    /** Returns the name in the config, for example {@code uniform-fan-in}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return key();
    }
}
