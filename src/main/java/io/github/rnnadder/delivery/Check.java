package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.ReadLimit;
import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.gate.GateResult;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.CertificateReader;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.checker.CertificateChecker;
import io.github.rnnadder.weights.StoredAdder;
import io.github.rnnadder.weights.WeightsException;
import io.github.rnnadder.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Measures weights again, independently of how they came about.
 *
 * @param adder the weights
 * @param bits T, the width of the sums that they are measured on, 2…62
 * @param gate what they have to reach
 * @param file where they lie
 */
public record Check(StoredAdder adder, int bits, Gate gate, Path file) {

    private static final ReadLimit CERTIFICATE = new ReadLimit("a certificate", CertificateReader.MAX_BYTES);

    /**
     * Reads weights from anywhere.
     *
     * @param bits the width that they are measured at; empty for the file's own
     * @param threshold what they have to reach; empty for all sums
     * @param certify whether they must be proved right at every width
     */
    public static Check ofFile(Path file, OptionalInt bits, OptionalDouble threshold, boolean certify) {
        StoredAdder adder = WeightsFile.read(file);
        return new Check(adder, bits.orElse(adder.bits()), new Gate(threshold.orElse(1), certify), file);
    }

    /** Reads what an execution of {@code train} made in its module. */
    static Check ofModule(AdderPaths module, Gate gate) {
        return of(alike(module.json(), module.safetensors()), gate, module.json());
    }

    /** Reads the weights that a gate rejected, and what they should have reached. */
    static Check ofRejected(Path json) {
        StoredAdder adder = alike(json, beside(json, WeightsFile.SAFETENSORS));
        TrainingConfig config = adder.provenance().config();
        return of(adder, new Gate(config.accuracyThreshold(), config.certify()), json);
    }

    private static Check of(StoredAdder adder, Gate gate, Path json) {
        return new Check(adder, adder.bits(), gate, json);
    }

    /** Reads both files of an adder, which have to say the same. */
    private static StoredAdder alike(Path json, Path safetensors) {
        StoredAdder adder = WeightsFile.read(json);
        StoredAdder other = WeightsFile.read(safetensors);
        if (adder.bits() != other.bits()
                || adder.certify() != other.certify()
                || !TensorBytes.sha256(adder.weights()).equals(TensorBytes.sha256(other.weights()))) {
            throw new WeightsException(json + " and " + safetensors + " hold different adders; train again");
        }
        return adder;
    }

    /** Returns where the certificate of the weights lies, if they have one. */
    public Path certificate() {
        return beside(AdderPaths.CERTIFICATE);
    }

    /** Returns where a file of the same adder with another ending lies. */
    Path beside(String ending) {
        return beside(file, ending);
    }

    private static Path beside(Path file, String ending) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
    }

    /**
     * Measures every sum.
     *
     * @param progress hears how far that is
     */
    public Evaluation evaluate(Progress progress) {
        return Assessment.measure(adder.weights(), bits, progress);
    }

    /**
     * Measures every sum, and where a proof is asked for, checks the certificate beside the weights, or looks for one
     * if there is none.
     *
     * @param trainer the version of the plugin that trains them again, to see whether the same comes out; empty for not
     * @param progress hears how far it is
     * @throws IOException if the certificate cannot be read
     */
    public GateResult run(Optional<String> trainer, Progress progress) throws IOException {
        if (trainer.isEmpty()) {
            return judge(progress);
        }
        Reproduction reproduction = Reproduction.of(adder, trainer.get());
        return judge(progress).and(reproduction.run(progress));
    }

    private GateResult judge(Progress progress) throws IOException {
        if (!gate.certify() || ReadLimit.isAbsent(certificate())) {
            return gate.judge(Assessment.of(adder.weights(), bits, gate, progress));
        }
        Evaluation evaluation = evaluate(progress);
        String measured = Gate.counts(evaluation);
        if (!gate.passes(evaluation)) {
            return gate.judgement(measured, Optional.of(gate.tooInaccurate(evaluation)));
        }
        try {
            String by =
                    " by " + certificate() + proof().map(Assessment::coverage).orElseThrow();
            return gate.judgement(measured + ", CERTIFIED at every width" + by, Optional.empty());
        } catch (InvalidCertificateException e) {
            return gate.judgement(measured, Optional.of(Criterion.failed(Requirement.PROOF, e.getMessage())));
        }
    }

    /**
     * Returns the certificate beside the weights, if there is one.
     *
     * @throws InvalidCertificateException if it does not prove them right at every width
     * @throws IOException if it cannot be read
     */
    public Optional<Certificate> proof() throws IOException {
        if (ReadLimit.isAbsent(certificate())) {
            return Optional.empty();
        }
        try {
            Certificate proof = CertificateReader.read(certificate().toString(), CERTIFICATE.read(certificate()));
            CertificateChecker.check(adder.weights(), proof);
            return Optional.of(proof);
        } catch (InvalidCertificateException e) {
            throw new InvalidCertificateException(certificate() + " proves nothing: " + e.getMessage());
        }
    }
}
