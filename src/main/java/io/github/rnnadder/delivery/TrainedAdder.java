package io.github.rnnadder.delivery;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.certificate.InvalidCertificateException;
import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.network.TensorBytes;
import io.github.rnnadder.progress.Progress;
import io.github.rnnadder.training.CurvePoint;
import io.github.rnnadder.weights.CurveFile;
import io.github.rnnadder.weights.Provenance;
import io.github.rnnadder.weights.StoredAdder;
import io.github.rnnadder.weights.WeightsFile;
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
 * @param evaluation how well it adds
 * @param curve its learning curve; empty where there is none
 * @param certificate the proof that it is right at every width, checked again; empty where there is none
 * @param digests the SHA-256 of its files and of its tensors, by name
 */
public record TrainedAdder(
        Check check,
        Provenance provenance,
        Evaluation evaluation,
        List<CurvePoint> curve,
        Optional<Certificate> certificate,
        Map<String, String> digests) {

    /**
     * Reads the adder of a module: the one that is packaged, else the one that the gate rejected.
     *
     * @param progress hears how far the measuring is
     * @throws InvalidCertificateException if there is a certificate, and it proves nothing
     */
    public static TrainedAdder read(ModuleAdder module, Progress progress) throws IOException {
        Path curve = module.curve();
        Check check = Files.exists(module.json())
                ? Check.ofModule(module, module.record().gate())
                : Check.ofRejected(module.rejected());
        Map<String, String> digests = new LinkedHashMap<>();
        for (Path file : List.of(
                check.file(),
                check.beside(WeightsFile.SAFETENSORS),
                check.beside(".onnx"),
                check.certificate(),
                check.beside(".cdx.json"))) {
            if (Files.exists(file)) {
                digests.put(file.getFileName().toString(), Output.KIND.sha256(file));
            }
        }
        digests.put("U, W and V", TensorBytes.sha256(check.adder().weights()));
        return new TrainedAdder(
                check,
                check.adder().provenance(),
                check.evaluate(progress),
                Files.exists(curve) ? CurveFile.read(curve) : List.of(),
                check.proof(),
                digests);
    }

    /** Says whether there is one. */
    public static boolean exists(ModuleAdder adder) {
        return Files.exists(adder.json()) || Files.exists(adder.rejected());
    }

    /** Returns the weights as they are stored. */
    public StoredAdder stored() {
        return check.adder();
    }
}
