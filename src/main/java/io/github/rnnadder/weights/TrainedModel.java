package io.github.rnnadder.weights;

import io.github.rnnadder.model.network.Weights;

/**
 * A trained network as the files describe it when they are written. Reading gives a {@link StoredAdder}.
 *
 * @param weights U, W and V
 * @param provenance how they were trained
 * @param measurement what was measured
 */
public record TrainedModel(Weights weights, Provenance provenance, Measurement measurement) {

    /** The name of the format. */
    public static final String FORMAT = "rnn-adder-weights";

    /** The version of the format; no other is written or read. */
    public static final int VERSION = 1;

    /** The smallest T that the formats allow. */
    public static final int MIN_BITS = 2;

    /** The largest T that the formats allow. */
    public static final int MAX_BITS = 62;

    /** The largest H that the formats allow. */
    public static final int MAX_HIDDEN_SIZE = 512;

    /** Returns T, the width that the network was trained for. */
    public int bits() {
        return provenance.config().bits();
    }
}
