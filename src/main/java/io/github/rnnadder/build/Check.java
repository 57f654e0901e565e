package io.github.rnnadder.build;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.certificate.CertificateFile;
import io.github.rnnadder.certificate.InvalidCertificateException;
import io.github.rnnadder.checker.CertificateChecker;
import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.evaluation.Evaluator;
import io.github.rnnadder.network.TensorBytes;
import io.github.rnnadder.text.Fraction;
import io.github.rnnadder.verdict.Certification;
import io.github.rnnadder.verdict.Verdict;
import io.github.rnnadder.weights.AdderModel;
import io.github.rnnadder.weights.WeightsException;
import io.github.rnnadder.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Measures weights again, independently of how they came about.
 *
 * @param model the weights
 * @param gate what they have to reach
 * @param certificate where their certificate lies, if they have one
 */
public record Check(AdderModel model, Gate gate, Path certificate) {

    /**
     * What a check found.
     *
     * @param summary what is known of the weights
     * @param complaint what the gate has against them; empty where they pass
     */
    public record Finding(String summary, Optional<String> complaint) {}

    /**
     * Reads weights from anywhere.
     *
     * @param threshold what they have to reach; empty for all sums
     * @param certify whether they must be proved right at every width; empty for no
     */
    public static Check ofFile(Path file, OptionalDouble threshold, Optional<Boolean> certify) throws WeightsException {
        return new Check(
                WeightsFile.read(file), new Gate(threshold.orElse(1), certify.orElse(false)), certificateOf(file));
    }

    /**
     * Reads the weights of a module, which both its files have to hold alike.
     *
     * @param json the one file
     * @param safetensors the other
     * @param threshold what they have to reach; empty for what they were trained to
     * @param certify whether they must be proved right at every width; empty for what they were trained to
     */
    public static Check ofModule(Path json, Path safetensors, OptionalDouble threshold, Optional<Boolean> certify)
            throws WeightsException {
        AdderModel model = WeightsFile.read(json);
        if (!TensorBytes.sha256(model.weights())
                .equals(TensorBytes.sha256(WeightsFile.read(safetensors).weights()))) {
            throw new WeightsException(json + " and " + safetensors + " hold different weights; train again");
        }
        Gate gate = new Gate(
                threshold.isPresent() ? threshold.getAsDouble() : trainedTo(model, json),
                certify.orElse(Boolean.TRUE.equals(model.training().get("certify"))));
        return new Check(model, gate, certificateOf(json));
    }

    private static double trainedTo(AdderModel model, Path file) throws WeightsException {
        Object threshold = model.training().getOrDefault("accuracyThreshold", 1.0);
        if (threshold instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw new WeightsException(
                file + ": training.accuracyThreshold is " + threshold + "; allowed is " + Fraction.ALLOWED);
    }

    private static Path certificateOf(Path weights) {
        String name = weights.getFileName().toString();
        return weights.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".certificate.json");
    }

    /** Measures every sum. */
    public Evaluation evaluate() {
        return Evaluator.evaluate(model.weights(), model.bits());
    }

    /**
     * Measures every sum, and where a proof is asked for, checks the certificate beside the weights, or looks for one if there
     * is none.
     *
     * @param console hears a line now and then while it looks
     * @throws IOException if the certificate cannot be read
     */
    public Finding run(Consumer<String> console) throws IOException {
        Evaluation evaluation = evaluate();
        String measured = Gate.counts(evaluation);
        if (!gate.passes(evaluation)) {
            return new Finding(measured, Optional.of(gate.complaint(evaluation)));
        }
        if (!gate.certify()) {
            return new Finding(measured, Optional.empty());
        }
        try {
            return proof().isPresent()
                    ? new Finding(measured + ", CERTIFIED at every width by " + certificate, Optional.empty())
                    : prove(measured, console);
        } catch (InvalidCertificateException e) {
            return new Finding(measured, Optional.of(e.getMessage()));
        }
    }

    /**
     * Returns the certificate beside the weights, if there is one.
     *
     * @throws InvalidCertificateException if it does not prove them right at every width
     * @throws IOException if it cannot be read
     */
    public Optional<Certificate> proof() throws InvalidCertificateException, IOException {
        if (!Files.exists(certificate)) {
            return Optional.empty();
        }
        try {
            Certificate proof = CertificateFile.read(certificate.toString(), Files.readAllBytes(certificate));
            CertificateChecker.check(model.weights(), proof);
            return Optional.of(proof);
        } catch (InvalidCertificateException e) {
            throw new InvalidCertificateException(certificate + " proves nothing: " + e.getMessage());
        }
    }

    private Finding prove(String measured, Consumer<String> console) {
        Verdict verdict = Certification.decide(model.weights(), console);
        return gate.passes(Optional.of(verdict))
                ? new Finding(measured + ", CERTIFIED at every width", Optional.empty())
                : new Finding(measured, Optional.of(Gate.complaint(verdict)));
    }
}
