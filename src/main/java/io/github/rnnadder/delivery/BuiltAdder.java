package io.github.rnnadder.delivery;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Proof.Counterexample;
import io.github.rnnadder.model.evaluation.Accuracy;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.training.Checkpoint;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.weights.LearningFile;
import io.github.rnnadder.weights.Provenance;
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
 * The adder that {@code train} made in a module, measured again.
 *
 * @param check its weights, and the gate for them
 * @param provenance how they were trained
 * @param assessment what is known about it; if there is no certificate, the search for a proof is repeated
 * @param curve its learning curve; empty if there is none
 * @param checkpoints its weights at some iterations of its training; empty if none were kept
 * @param packaged whether it is in the jar; if not, the gate rejected it
 * @param loader the fully qualified name of its loader, if it has one
 * @param digests the SHA-256 of its files and of its tensors, by name
 */
public record BuiltAdder(
        Check check,
        Provenance provenance,
        Assessment assessment,
        List<CurvePoint> curve,
        List<Checkpoint> checkpoints,
        boolean packaged,
        Optional<String> loader,
        Map<String, String> digests) {

    private static final String SOURCE = ".java";

    /**
     * Reads the adder of a module: the packaged one, or else the one that the gate rejected.
     *
     * @param progress receives how far the measuring is
     * @throws InvalidCertificateException if its certificate does not prove it right
     */
    public static BuiltAdder read(AdderPaths adder, Progress progress) throws IOException {
        boolean packaged = Files.exists(adder.json());
        Check check = packaged
                ? Check.ofModule(adder, adder.record().gate())
                : Check.ofRejected(adder.rejected(WeightsFile.JSON));
        Map<String, String> digests = new LinkedHashMap<>();
        for (Path file : List.of(
                check.file(),
                check.beside(WeightsFile.SAFETENSORS),
                check.beside(AdderPaths.ONNX),
                check.certificate(),
                check.beside(AdderPaths.CARD))) {
            if (Files.exists(file)) {
                digests.put(file.getFileName().toString(), TrainOutput.KIND.sha256(file));
            }
        }
        digests.put("U, W and V", TensorBytes.sha256(check.adder().weights()));
        return new BuiltAdder(
                check,
                check.adder().provenance(),
                check.assess(progress),
                LearningFile.CURVE.read(adder.curve()),
                LearningFile.CHECKPOINTS.read(adder.checkpoints()),
                packaged,
                packaged ? loader(adder) : Optional.empty(),
                digests);
    }

    private static Optional<String> loader(AdderPaths adder) {
        return adder.record().outputs().keySet().stream()
                .filter(file -> file.toString().endsWith(SOURCE))
                .map(file -> adder.outputs().sources().relativize(file).toString())
                .map(file -> file.substring(0, file.length() - SOURCE.length()).replace(File.separatorChar, '.'))
                .findFirst();
    }

    /** Returns whether a module has an adder, packaged or rejected. */
    public static boolean exists(AdderPaths adder) {
        return Files.exists(adder.json()) || Files.exists(adder.rejected(WeightsFile.JSON));
    }

    /** Returns the content of its weights file. */
    public WeightsFile stored() {
        return check.adder();
    }

    /** Returns the name of its files, without their endings. */
    public String name() {
        String file = check.file().getFileName().toString();
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** Returns how many sums of its own width are right. */
    public Accuracy accuracy() {
        return assessment.accuracy();
    }

    /** Returns the proof that it is right at every width, if there is one. */
    public Optional<Certificate> certificate() {
        return assessment.certificate();
    }

    /** Returns a sum that comes out wrong at some width, if the search found one. */
    public Optional<Counterexample> counterexample() {
        return assessment.proof() instanceof Counterexample wrong ? Optional.of(wrong) : Optional.empty();
    }

    /** Returns whether it passes the gate. */
    public boolean passes() {
        return check.gate().missed(assessment).isEmpty();
    }
}
