package io.github.rnnadder.weights;

import io.github.rnnadder.model.network.Weights;

/**
 * A trained adder with its provenance, as it is written; {@link StoredAdder} is what is read.
 *
 * @param weights U, W and V
 * @param provenance how they were trained
 * @param measurement what was measured of them
 */
public record AdderModel(Weights weights, Provenance provenance, Measurement measurement) {

    /** Names the format in its files. */
    public static final String FORMAT = "rnn-adder-weights";

    /** The version of the format that is written, and the only one that is read. */
    public static final int VERSION = 1;

    /** The widths that the formats allow. */
    public static final int MIN_BITS = 2;

    public static final int MAX_BITS = 62;

    /** The largest H that the formats allow. */
    public static final int MAX_HIDDEN_SIZE = 512;

    /** Returns T, the width that it was trained for. */
    public int bits() {
        return provenance.config().bits();
    }
}
