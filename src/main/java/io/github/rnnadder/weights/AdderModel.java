package io.github.rnnadder.weights;

import io.github.rnnadder.network.Weights;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trained adder with its provenance, as both file formats hold it.
 *
 * @param bits T, the width that it was trained for, 2…62
 * @param weights U, W and V
 * @param training every effective config value, {@code seedUsed} and {@code pluginVersion}; empty where the file is silent
 * @param evaluation what was measured; empty where the file is silent
 */
public record AdderModel(int bits, Weights weights, Map<String, Object> training, Map<String, Object> evaluation) {

    /** Names the format in its files. */
    public static final String FORMAT = "rnn-adder-weights";

    /** The version of the format that is written, and the only one that is read. */
    public static final int VERSION = 1;

    /** The widths that the formats allow. */
    public static final int MIN_BITS = 2;

    public static final int MAX_BITS = 62;

    /** The largest H that the formats allow. */
    public static final int MAX_HIDDEN_SIZE = 512;

    /** Keeps the order of the entries, which is the order in the files. */
    public AdderModel {
        training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
        evaluation = Collections.unmodifiableMap(new LinkedHashMap<>(evaluation));
    }
}
