package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.ReadLimit;
import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.gate.GateResult;
import io.github.rnnadder.gate.Proof;
import io.github.rnnadder.gate.Proof.Certified;
import io.github.rnnadder.gate.Proof.NotSought;
import io.github.rnnadder.gate.ProofSearch;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.CertificateReader;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.checker.CertificateChecker;
import io.github.rnnadder.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Measures existing weights again and judges them by a gate.
 *
 * @param adder the content of the weights file
 * @param bits T, the width of the sums to measure, 2…62
 * @param gate the requirements for the weights
 * @param file the path of the weights
 */
public record Check(WeightsFile adder, int bits, Gate gate, Path file) {

    private static final ReadLimit CERTIFICATE = new ReadLimit("a certificate", CertificateReader.MAX_BYTES);

    /**
     * Reads any weights file.
     *
     * @param bits the width of the sums to measure; empty for the width that the file names
     * @param threshold the share of the sums that must be right; empty for all
     * @param certify whether the weights must be proved right at every width
     */
    public static Check ofFile(Path file, OptionalInt bits, OptionalDouble threshold, boolean certify) {
        WeightsFile adder = WeightsFile.read(file);
        return new Check(adder, bits.orElse(adder.bits()), new Gate(threshold.orElse(1), certify), file);
    }

    /** Reads the weights that an execution of {@code train} made. */
    static Check ofModule(AdderPaths module, Gate gate) {
        return of(alike(module.json(), module.safetensors()), gate, module.json());
    }

    /** Reads weights that the gate rejected, and the requirements that were in their config. */
    static Check ofRejected(Path json) {
        WeightsFile adder = alike(json, beside(json, WeightsFile.SAFETENSORS));
        TrainingConfig config = adder.provenance().config();
        return of(adder, new Gate(config.accuracyThreshold(), config.certify()), json);
    }

    private static Check of(WeightsFile adder, Gate gate, Path json) {
        return new Check(adder, adder.bits(), gate, json);
    }

    /** Reads the weights from both files, and checks that both contain the same adder. */
    private static WeightsFile alike(Path json, Path safetensors) {
        WeightsFile adder = WeightsFile.read(json);
        WeightsFile other = WeightsFile.read(safetensors);
        if (adder.bits() != other.bits()
                || adder.certify() != other.certify()
                || !TensorBytes.sha256(adder.weights()).equals(TensorBytes.sha256(other.weights()))) {
            throw new UnreadableFileException(json + " and " + safetensors + " hold different adders; train again");
        }
        return adder;
    }

    /** Returns the path of the certificate that belongs beside the weights. The file need not exist. */
    public Path certificate() {
        return beside(AdderPaths.CERTIFICATE);
    }

    /** Returns the path of the weights file with its extension replaced. */
    Path beside(String ending) {
        return beside(file, ending);
    }

    private static Path beside(Path file, String ending) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
    }

    /**
     * Judges the weights. If the gate requires a proof, checks the certificate beside the weights, or looks for a proof
     * if there is no certificate.
     *
     * @param trainer the version of this plugin if it should train the weights again and compare; empty if not
     * @param progress is told how far the check has got
     * @throws IOException if the certificate cannot be read
     */
    public GateResult run(Optional<String> trainer, Progress progress) throws IOException {
        GateResult result = judge(progress);
        return trainer.map(version -> result.and(Reproduction.of(adder, version, progress)))
                .orElse(result);
    }

    private GateResult judge(Progress progress) throws IOException {
        Evaluation evaluation = measure(progress);
        try {
            Assessment assessment = assess(evaluation, progress);
            String where = assessment.certificate().isEmpty() || ReadLimit.isAbsent(certificate())
                    ? ""
                    : " by " + certificate();
            return gate.result(assessment.summary(where), gate.missed(assessment));
        } catch (InvalidCertificateException e) {
            return gate.result(
                    evaluation.accuracy().toString(),
                    Optional.of(Criterion.failed(Requirement.PROOF, String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Measures the weights. If the gate requires a proof, checks the certificate beside the weights, or looks for a
     * proof if there is no certificate.
     *
     * @throws InvalidCertificateException if the certificate does not prove the weights right at every width
     * @throws IOException if the certificate cannot be read
     */
    Assessment assess(Progress progress) throws IOException {
        return assess(measure(progress), progress);
    }

    private Evaluation measure(Progress progress) {
        return Assessment.measure(adder.weights(), bits, progress);
    }

    private Assessment assess(Evaluation evaluation, Progress progress) throws IOException {
        if (!gate.seeksProof(evaluation.accuracy())) {
            return new Assessment(evaluation, new NotSought());
        }
        Optional<Proof> proof = proof().map(Certified::new);
        return new Assessment(evaluation, proof.orElseGet(() -> ProofSearch.decide(adder.weights(), progress)));
    }

    /**
     * Reads and checks the certificate beside the weights.
     *
     * @return the certificate; empty if there is no such file
     * @throws InvalidCertificateException if the certificate does not prove the weights right at every width
     * @throws IOException if the certificate cannot be read
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
