package io.github.rnnadder.model.config;

import java.util.Locale;

/**
 * How the weights are drawn before training (section 7 of the student's report), in the order in which they learn:
 * soon, later, hardly ever.
 */
public enum Initializer {
    /** Uniform in ±1/√n, n the length of the vector that the matrix multiplies. */
    UNIFORM_FAN_IN,
    /** Uniform in ±1. */
    UNIFORM_SYMMETRIC,
    /** Uniform in 0…1. */
    UNIFORM_POSITIVE;

    /** Returns the name that the config uses, e.g. {@code uniform-fan-in}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the same. */
    @Override
    public String toString() {
        return key();
    }
}
