package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.FileKind;
import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Examination;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.gate.Judgement;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Measures weights again, independently of how they came about.
 *
 * @param adder the weights
 * @param gate what they have to reach
 * @param file where they lie
 */
public record Check(StoredAdder adder, Gate gate, Path file) {

    private static final FileKind CERTIFICATE = new FileKind("a certificate", CertificateReader.MAX_BYTES);

    /**
     * Reads weights from anywhere.
     *
     * @param threshold what they have to reach; empty for all sums
     * @param certify whether they must be proved right at every width; empty for no
     */
    public static Check ofFile(Path file, OptionalDouble threshold, Optional<Boolean> certify) {
        return new Check(WeightsFile.read(file), new Gate(threshold.orElse(1), certify.orElse(false)), file);
    }

    /**
     * Measures what an execution of {@code train} made in its module, if it is still what it was.
     *
     * @param threshold what it has to reach; empty for what the gate asked for when it was made
     * @param certify whether it must be proved right at every width; empty for what the gate asked for
     * @param trainer the version of the plugin that trains it again, to see whether the same comes out; empty for not
     * @param progress hears a line now and then while it looks for a proof
     * @throws IOException if a file cannot be read
     */
    public static Judgement ofModule(
            ModuleAdder module,
            OptionalDouble threshold,
            Optional<Boolean> certify,
            Optional<String> trainer,
            Progress progress)
            throws IOException {
        BuildRecord record = module.record();
        List<Path> damaged = record.damaged();
        if (!damaged.isEmpty()) {
            String files = damaged.stream().map(Path::toString).collect(Collectors.joining(", "));
            return new Judgement(
                    "Damaged",
                    List.of(Criterion.failed(Requirement.FILES, files + ": not what train made; train again")));
        }
        Gate gate = new Gate(
                threshold.orElse(record.gate().threshold()),
                certify.orElse(record.gate().certify()));
        return ofModule(module, gate).run(trainer, progress);
    }

    /** Reads what an execution of {@code train} made in its module. */
    static Check ofModule(ModuleAdder module, Gate gate) {
        return new Check(alike(module.json(), module.safetensors()), gate, module.json());
    }

    /** Reads the weights that a gate rejected, and what they should have reached. */
    static Check ofRejected(Path json) {
        StoredAdder adder = alike(json, beside(json, WeightsFile.SAFETENSORS));
        TrainingConfig config = adder.provenance().config();
        return new Check(adder, new Gate(config.accuracyThreshold(), config.certify()), json);
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
        return beside(".certificate.json");
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
        return Examination.measure(adder.weights(), adder.bits(), progress);
    }

    /**
     * Measures every sum, and where a proof is asked for, checks the certificate beside the weights, or looks for one
     * if there is none.
     *
     * @param trainer the version of the plugin that trains them again, to see whether the same comes out; empty for not
     * @param progress hears how far it is
     * @throws IOException if the certificate cannot be read
     */
    public Judgement run(Optional<String> trainer, Progress progress) throws IOException {
        if (trainer.isEmpty()) {
            return judge(progress);
        }
        Reproduction reproduction = Reproduction.of(adder, trainer.get());
        return judge(progress).and(reproduction.run(progress));
    }

    private Judgement judge(Progress progress) throws IOException {
        if (!gate.certify() || FileKind.isAbsent(certificate())) {
            return gate.judge(Examination.of(adder.weights(), adder.bits(), gate, progress));
        }
        Evaluation evaluation = evaluate(progress);
        String measured = Gate.counts(evaluation);
        if (!gate.passes(evaluation)) {
            return gate.judgement(measured, Optional.of(gate.tooInaccurate(evaluation)));
        }
        try {
            String by =
                    " by " + certificate() + proof().map(Examination::coverage).orElseThrow();
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
        if (FileKind.isAbsent(certificate())) {
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
