package io.github.rnnadder.delivery;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Proof.Counterexample;
import io.github.rnnadder.model.evaluation.Accuracy;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
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
 * The adder that {@code train} made in a module, read from its files and measured again.
 *
 * @param check the weights and their gate
 * @param provenance how the weights were trained
 * @param assessment what is known about the adder; without a certificate, the search for a proof is repeated
 * @param curve the learning curve; empty if there is no file of it
 * @param checkpoints its weights at some iterations of its training; empty if none were kept
 * @param packaged whether the adder is packaged in the jar; if not, the gate rejected it
 * @param loader the fully qualified name of the loader; empty if no loader was generated
 * @param digests the SHA-256 of each file, by file name, and of the tensors
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
     * Reads the adder of a module: the packaged adder, or else the adder that the gate rejected.
     *
     * @param progress is told how far the measurement has got
     * @throws InvalidCertificateException if the certificate does not prove the adder right
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
                checkpoints(adder, check.adder().weights()),
                packaged,
                packaged ? loader(adder) : Optional.empty(),
                digests);
    }

    /** Returns the checkpoints of the training that ended in the given weights, if they were kept. */
    private static List<Checkpoint> checkpoints(AdderPaths adder, Weights trained) {
        List<Checkpoint> kept = LearningFile.CHECKPOINTS.read(adder.checkpoints());
        boolean ends = !kept.isEmpty()
                && TensorBytes.sha256(kept.get(kept.size() - 1).weights()).equals(TensorBytes.sha256(trained));
        return ends ? kept : List.of();
    }

    private static Optional<String> loader(AdderPaths adder) {
        return adder.record().outputs().keySet().stream()
                .filter(file -> file.toString().endsWith(SOURCE))
                .map(file -> adder.outputs().sources().relativize(file).toString())
                .map(file -> file.substring(0, file.length() - SOURCE.length()).replace(File.separatorChar, '.'))
                .findFirst();
    }

    /** Returns whether a module has an adder, either packaged or rejected. */
    public static boolean exists(AdderPaths adder) {
        return Files.exists(adder.json()) || Files.exists(adder.rejected(WeightsFile.JSON));
    }

    /** Returns the content of the adder's weights file. */
    public WeightsFile stored() {
        return check.adder();
    }

    /** Returns the name of the adder's files, without their extensions. */
    public String name() {
        String file = check.file().getFileName().toString();
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** Returns how many sums of the adder's own width are right. */
    public Accuracy accuracy() {
        return assessment.accuracy();
    }

    /** Returns the proof that the adder is right at every width; empty if there is no proof. */
    public Optional<Certificate> certificate() {
        return assessment.certificate();
    }

    /** Returns a sum that the adder gets wrong at some width; empty if the search found no such sum. */
    public Optional<Counterexample> counterexample() {
        return assessment.proof() instanceof Counterexample wrong ? Optional.of(wrong) : Optional.empty();
    }

    /** Returns the last iteration of the training whose sum came out wrong; empty if that is not known. */
    public Optional<Integer> lastWrong() {
        return checkpoints.stream().reduce((one, next) -> next).map(Checkpoint::lastWrong);
    }

    /** Returns whether the adder passes the gate. */
    public boolean passes() {
        return check.gate().missed(assessment).isEmpty();
    }
}
