package io.github.rnnadder.weights;

import io.github.rnnadder.base.text.Numerals;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.model.config.ConfigException;
import io.github.rnnadder.model.config.RecordedConfig;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Decision;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A network as a weights file contains it. Only the weights are required. The other values are kept as text and checked
 * when they are used.
 *
 * @param file the name of the file
 * @param bits T, the width that the network was trained for, 2…62
 * @param weights U, W and V
 * @param training what the file says about the training, by the names of {@link Provenance}
 * @param evaluation what the file says about the evaluation, by the names of {@link Measurement}
 */
public record StoredAdder(
        String file, int bits, Weights weights, Map<String, String> training, Map<String, String> evaluation) {

    /** The name of the value that says whether the gate required a proof; true or false if present. */
    static final String CERTIFY = "certify";

    /**
     * Returns whether the gate required a proof.
     *
     * @throws WeightsException if the file does not say; those that {@code train} writes do
     */
    public boolean certify() {
        String certify = training.get(CERTIFY);
        if (certify == null) {
            throw new WeightsException(file + " has no training.certify; train writes true or false");
        }
        return Boolean.parseBoolean(certify);
    }

    /** Returns the version of the plugin that trained the network, if the file names one. */
    public Optional<String> pluginVersion() {
        return Optional.ofNullable(training.get("pluginVersion"));
    }

    /**
     * Returns how the network was trained.
     *
     * @throws ConfigException if the file does not say so completely, or contains a value that no config allows
     * @throws WeightsException if the file contradicts itself
     */
    public Provenance provenance() {
        int h = weights.hiddenSize();
        // A safetensors file has these two once, for the network and for its training.
        Map<String, String> all =
                new LinkedHashMap<>(Map.of("bits", String.valueOf(bits), "hiddenSize", String.valueOf(h)));
        all.putAll(training);
        RecordedConfig recorded = RecordedConfig.read(file, all);
        requireSame("bits", recorded.config().bits(), bits);
        requireSame("hiddenSize", recorded.config().hiddenSize(), h);
        return new Provenance(recorded.config(), recorded.seedUsed(), all.get("pluginVersion"));
    }

    private void requireSame(String name, int trained, int is) {
        if (trained != is) {
            throw new WeightsException(file + ": training." + name + " is " + trained + "; allowed is " + is
                    + ", because the file has " + name + " " + is);
        }
    }

    /**
     * Returns the iteration at which the first window without a wrong sum ended; empty if there was none.
     *
     * @throws WeightsException if the value is not an integer
     */
    public OptionalLong firstPerfectWindow() {
        String text = evaluation.get("firstPerfectWindow");
        return text == null
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Numerals.integer(text).orElseThrow(() -> wrong("firstPerfectWindow", text, "an integer")));
    }

    /**
     * Returns what is known at every width; empty if nobody asked.
     *
     * @throws WeightsException if the value is not a {@link Decision}
     */
    public Optional<Decision> certificate() {
        String text = evaluation.get("certificate");
        return text == null
                ? Optional.empty()
                : Optional.of(Arrays.stream(Decision.values())
                        .filter(decision -> decision.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> wrong("certificate", text, "CERTIFIED, COUNTEREXAMPLE or UNKNOWN")));
    }

    private WeightsException wrong(String name, String text, String allowed) {
        return new WeightsException(
                file + ": evaluation." + name + " is '" + Sanitized.of(text) + "'; allowed is " + allowed);
    }
}
