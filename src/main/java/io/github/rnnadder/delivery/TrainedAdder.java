package io.github.rnnadder.delivery;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Examination;
import io.github.rnnadder.gate.Verdict;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.training.Checkpoint;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.weights.LearningFile;
import io.github.rnnadder.weights.Provenance;
import io.github.rnnadder.weights.StoredAdder;
import io.github.rnnadder.weights.WeightsFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code train} left of an adder, measured again.
 *
 * @param check its weights, and what they have to reach
 * @param provenance how they were trained
 * @param examination what was found out about it; where the gate asks for a proof and there is no certificate, by a new
 *     search
 * @param curve its learning curve; empty where there is none
 * @param checkpoints its weights at some iterations of its training; empty where none were kept
 * @param packaged whether it is in the jar; if not, the gate rejected it
 * @param loader the fully qualified name of the loader that was written for it, if one was
 * @param digests the SHA-256 of its files and of its tensors, by name
 */
public record TrainedAdder(
        Check check,
        Provenance provenance,
        Examination examination,
        List<CurvePoint> curve,
        List<Checkpoint> checkpoints,
        boolean packaged,
        Optional<String> loader,
        Map<String, String> digests) {

    private static final String SOURCE = ".java";

    /**
     * Reads the adder of a module: the one that is packaged, else the one that the gate rejected.
     *
     * @param progress hears how far the measuring is
     * @throws InvalidCertificateException if there is a certificate, and it proves nothing
     */
    public static TrainedAdder read(ModuleAdder adder, Progress progress) throws IOException {
        boolean packaged = Files.exists(adder.json());
        Check check = packaged
                ? Check.ofModule(adder, adder.record().gate())
                : Check.ofRejected(adder.rejected(WeightsFile.JSON));
        Map<String, String> digests = new LinkedHashMap<>();
        for (Path file : List.of(
                check.file(),
                check.beside(WeightsFile.SAFETENSORS),
                check.beside(ModuleAdder.ONNX),
                check.certificate(),
                check.beside(ModuleAdder.CARD))) {
            if (Files.exists(file)) {
                digests.put(file.getFileName().toString(), TrainOutput.KIND.sha256(file));
            }
        }
        digests.put("U, W and V", TensorBytes.sha256(check.adder().weights()));
        return new TrainedAdder(
                check,
                check.adder().provenance(),
                examine(check, progress),
                LearningFile.CURVE.read(adder.curve()),
                LearningFile.CHECKPOINTS.read(adder.checkpoints()),
                packaged,
                packaged ? loader(adder) : Optional.empty(),
                digests);
    }

    private static Examination examine(Check check, Progress progress) throws IOException {
        Optional<Verdict> proved = check.proof().map(Verdict.Certified::new);
        return proved.isPresent()
                ? new Examination(check.evaluate(progress), proved)
                : Examination.of(check.adder().weights(), check.bits(), check.gate(), progress);
    }

    private static Optional<String> loader(ModuleAdder adder) {
        return adder.record().outputs().keySet().stream()
                .filter(file -> file.toString().endsWith(SOURCE))
                .map(file -> adder.outputs().sources().relativize(file).toString())
                .map(file -> file.substring(0, file.length() - SOURCE.length()).replace(File.separatorChar, '.'))
                .findFirst();
    }

    /** Returns whether there is one. */
    public static boolean exists(ModuleAdder adder) {
        return Files.exists(adder.json()) || Files.exists(adder.rejected(WeightsFile.JSON));
    }

    /** Returns the weights as they are stored. */
    public StoredAdder stored() {
        return check.adder();
    }

    /** Returns the name of its files, without their endings. */
    public String name() {
        String file = check.file().getFileName().toString();
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** Returns how well it adds at its own width. */
    public Evaluation evaluation() {
        return examination.evaluation();
    }

    /** Returns the proof that it is right at every width, if there is one. */
    public Optional<Certificate> certificate() {
        return examination.certificate();
    }

    /** Returns the sum that is known to come out wrong at some width, if the search found one. */
    public Optional<Verdict.Counterexample> counterexample() {
        return examination.verdict().map(it -> it instanceof Verdict.Counterexample wrong ? wrong : null);
    }

    /** Returns whether it has all that the gate asks for. */
    public boolean passes() {
        return check.gate().missed(examination).isEmpty();
    }
}
