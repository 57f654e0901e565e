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
 * An adder as a weights file has it. Only its weights need be there; what else the file says may be anything, and is
 * understood when somebody asks for it.
 *
 * @param file where it lies
 * @param bits T, the width that it was trained for, 2…62
 * @param weights U, W and V
 * @param training what the file says of its training, as text under the names of {@link Provenance}
 * @param evaluation what it says was measured, under those of {@link Measurement}
 */
public record StoredAdder(
        String file, int bits, Weights weights, Map<String, String> training, Map<String, String> evaluation) {

    /** Says whether the gate asked for a proof, in a file that says so at all by true or false. */
    static final String CERTIFY = "certify";

    /**
     * Says whether the gate asked for a proof.
     *
     * @throws WeightsException if the file does not say so; those that {@code train} writes do
     */
    public boolean certify() {
        String certify = training.get(CERTIFY);
        if (certify == null) {
            throw new WeightsException(file + " has no training.certify; train writes true or false");
        }
        return Boolean.parseBoolean(certify);
    }

    /** Returns the version of the plugin that trained it, if the file names one. */
    public Optional<String> pluginVersion() {
        return Optional.ofNullable(training.get("pluginVersion"));
    }

    /**
     * Returns how it was trained.
     *
     * @throws ConfigException if the file does not say so in full, or what no config may
     * @throws WeightsException if it contradicts itself
     */
    public Provenance provenance() {
        int h = weights.hiddenSize();
        // Which safetensors has once, for both.
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
                    + ", since " + name + " is " + is);
        }
    }

    /**
     * Returns the iteration at which the first window without a wrong sum ended; empty if there was none.
     *
     * @throws WeightsException if the file says something else there
     */
    public OptionalLong firstPerfectWindow() {
        String text = evaluation.get("firstPerfectWindow");
        return text == null
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Numerals.integer(text).orElseThrow(() -> wrong("firstPerfectWindow", text, "an integer")));
    }

    /**
     * Returns what was found out about it at every width; empty if nobody asked.
     *
     * @throws WeightsException if the file says something else there
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
