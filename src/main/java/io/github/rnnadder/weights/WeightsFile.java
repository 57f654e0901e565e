package io.github.rnnadder.weights;

import io.github.rnnadder.base.files.ReadLimit;
import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.text.UserErrorException;
import io.github.rnnadder.model.config.ConfigException;
import io.github.rnnadder.model.config.RecordedConfig;
import io.github.rnnadder.model.network.Weights;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a weights file. Only the weights are required. Other values about the training are kept as text and
 * checked when they are used.
 *
 * @param file the name of the file
 * @param bits T, the width of a sum that the network was trained for, 2…62
 * @param weights U, W and V
 * @param training the values about the training, by their names in {@link Provenance}
 */
public record WeightsFile(String file, int bits, Weights weights, Map<String, String> training) {

    /** The file name extension of the JSON format, for people and for any program. */
    public static final String JSON = ".json";

    /** The file name extension of the safetensors format, for machine-learning tools. */
    public static final String SAFETENSORS = ".safetensors";

    static final String FORMAT = "rnn-adder-weights";

    /** The version of the format. No other version is written or read. */
    static final int VERSION = 1;

    // The range of T, the width of a sum, that the formats allow.
    static final int MIN_BITS = 2;
    static final int MAX_BITS = 62;

    /** The maximum number of hidden units, H, that the formats allow. */
    public static final int MAX_HIDDEN_SIZE = 512;

    /** The name of the field that records whether the gate required a proof: {@code true} or {@code false}. */
    static final String CERTIFY = "certify";

    /** The maximum size of a file. The largest network takes 7 MB in JSON, or 11 MB with one number per line. */
    private static final ReadLimit KIND = new ReadLimit("the weights of an adder", 16 << 20);

    /**
     * Reads a weights file. The extension of its name determines the format.
     *
     * @throws UserErrorException if the file does not exist, cannot be read, or is not a complete network
     */
    public static WeightsFile read(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(JSON) && !name.endsWith(SAFETENSORS)) {
            throw new UnreadableFileException(
                    file + " ends neither in .json nor in .safetensors; its ending says how to read it");
        }
        byte[] bytes = KIND.read(file);
        return name.endsWith(JSON)
                ? JsonWeightsReader.read(file.toString(), bytes)
                : SafetensorsReader.read(file.toString(), bytes);
    }

    /**
     * Returns whether the gate required a proof.
     *
     * @throws UnreadableFileException if the file has no such value; {@code train} always writes one
     */
    public boolean certify() {
        String certify = training.get(CERTIFY);
        if (certify == null) {
            throw new UnreadableFileException(file + " has no training.certify; train writes true or false");
        }
        return Boolean.parseBoolean(certify);
    }

    /** Returns the version of the plugin that trained the network; empty if the file has no version. */
    public Optional<String> pluginVersion() {
        return Optional.ofNullable(training.get("pluginVersion"));
    }

    /**
     * Returns how the network was trained.
     *
     * @throws ConfigException if a value is missing or is one that no config allows
     * @throws UnreadableFileException if the file contradicts itself
     */
    public Provenance provenance() {
        int h = weights.hiddenSize();
        // A safetensors file has these two only once, for the network and for its training.
        Map<String, String> all =
                new LinkedHashMap<>(Map.of("bits", String.valueOf(bits), "hiddenSize", String.valueOf(h)));
        all.putAll(training);
        RecordedConfig recorded = RecordedConfig.read(file, all);
        requireSame("bits", recorded.config().bits(), bits);
        requireSame("hiddenSize", recorded.config().hiddenSize(), h);
        return new Provenance(recorded.config(), recorded.seedUsed(), all.getOrDefault("pluginVersion", ""));
    }

    private void requireSame(String name, int trained, int is) {
        if (trained != is) {
            throw new UnreadableFileException(file + ": training." + name + " is " + trained + "; it must be " + is
                    + ", because the file has " + name + " " + is);
        }
    }
}
