package io.github.rnnadder.delivery;

import io.github.rnnadder.weights.WeightsException;
import io.github.rnnadder.weights.WeightsFile;
import java.nio.file.Path;
import java.util.List;

/**
 * The adder that an execution of {@code train} makes in its module.
 *
 * @param name where it lies in the jar
 * @param directories the module's
 * @param outputs those that it goes to
 */
public record ModuleAdder(ResourceName name, ModuleDirectories directories, OutputDirectories outputs) {

    public static final String CERTIFICATE = ".certificate.json";

    static final String CARD = ".cdx.json";
    static final String ONNX = ".onnx";

    /** The endings of all files of weights that {@code train} may write. */
    public static final List<String> ENDINGS =
            List.of(WeightsFile.JSON, WeightsFile.SAFETENSORS, CERTIFICATE, CARD, ONNX);

    /** Returns all files of weights that {@code train} may write. */
    List<Path> files() {
        return ENDINGS.stream().map(this::file).toList();
    }

    public Path file(String ending) {
        return name.below(outputs.resources(), ending);
    }

    Path json() {
        return file(WeightsFile.JSON);
    }

    /** Returns where its tensors lie. */
    public Path safetensors() {
        return file(WeightsFile.SAFETENSORS);
    }

    /** Returns where the weights lie if the gate rejected them. */
    Path rejected(String ending) {
        return name.below(directories.work().resolve("rejected"), ending);
    }

    Path curve() {
        return name.below(directories.work().resolve("curves"), ".csv");
    }

    Path checkpoints() {
        return name.below(directories.work().resolve("checkpoints"), ".csv");
    }

    /**
     * Reads what is recorded of it.
     *
     * @throws WeightsException if there is no record
     */
    BuildRecord record() {
        return new Records(directories)
                .read(name)
                .orElseThrow(() -> new WeightsException("Nothing is known of an adder " + name.name()
                        + " in this module; run mvn rnn-adder:train, or mvn verify, first"));
    }
}
