package io.github.rnnadder.delivery;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.certificate.InvalidCertificateException;
import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.network.TensorBytes;
import io.github.rnnadder.progress.Progress;
import io.github.rnnadder.training.CurvePoint;
import io.github.rnnadder.verdict.Certification;
import io.github.rnnadder.verdict.Verdict;
import io.github.rnnadder.weights.AdderModel;
import io.github.rnnadder.weights.CurveFile;
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
 * @param evaluation how well it adds
 * @param curve its learning curve; empty where there is none
 * @param verdict what is known of it at every width: a certificate that was checked again, or where the gate asks for one and
 *     there is none, what a search finds; empty where nobody asked
 * @param loader the simple name of the loader that was written for it, if one was
 * @param digests the SHA-256 of its files and of its tensors, by name
 */
public record TrainedAdder(
        Check check,
        Evaluation evaluation,
        List<CurvePoint> curve,
        Optional<Verdict> verdict,
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
        Check check = packaged ? Check.ofModule(adder, adder.record().gate()) : Check.ofRejected(adder.rejected());
        Map<String, String> digests = new LinkedHashMap<>();
        for (Path file : List.of(
                check.file(), check.beside(WeightsFile.SAFETENSORS), check.beside(".onnx"), check.certificate())) {
            if (Files.exists(file)) {
                digests.put(file.getFileName().toString(), Output.KIND.sha256(file));
            }
        }
        digests.put("U, W and V", TensorBytes.sha256(check.model().weights()));
        Path curve = adder.curve();
        Evaluation evaluation = check.evaluate(progress);
        return new TrainedAdder(
                check,
                evaluation,
                Files.exists(curve) ? CurveFile.read(curve) : List.of(),
                verdict(check, evaluation, progress),
                packaged ? loader(adder.record()) : Optional.empty(),
                digests);
    }

    private static Optional<Verdict> verdict(Check check, Evaluation evaluation, Progress progress) throws IOException {
        Optional<Verdict> proved = check.proof().map(Verdict.Certified::new);
        boolean asked = check.gate().certify() && check.gate().passes(evaluation);
        return proved.isPresent() || !asked
                ? proved
                : Optional.of(Certification.decide(check.model().weights(), progress::hear));
    }

    private static Optional<String> loader(BuildRecord record) {
        return record.outputs().stream()
                .map(output -> output.place().file().getFileName().toString())
                .filter(name -> name.endsWith(SOURCE))
                .map(name -> name.substring(0, name.length() - SOURCE.length()))
                .findFirst();
    }

    /** Says whether there is one. */
    public static boolean exists(ModuleAdder adder) {
        return Files.exists(adder.json()) || Files.exists(adder.rejected());
    }

    /** Returns the weights with their provenance. */
    public AdderModel model() {
        return check.model();
    }

    /** Returns the name of its files, without their endings. */
    public String name() {
        String file = check.file().getFileName().toString();
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** Returns the proof that it is right at every width, if there is one. */
    public Optional<Certificate> certificate() {
        return verdict.map(it -> it instanceof Verdict.Certified certified ? certified.certificate() : null);
    }

    /** Returns the sum that is known to come out wrong at some width, if the search found one. */
    public Optional<Verdict.Counterexample> counterexample() {
        return verdict.map(it -> it instanceof Verdict.Counterexample wrong ? wrong : null);
    }

    /** Says whether it has all that the gate asks for. */
    public boolean passes() {
        return check.gate().passes(evaluation) && check.gate().passes(verdict);
    }
}
