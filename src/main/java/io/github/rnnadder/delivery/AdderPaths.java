package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.weights.WeightsFile;
import java.nio.file.Path;
import java.util.List;

/**
 * The paths of the adder files that an execution of {@code train} makes.
 *
 * @param name the path of the weights inside the jar, without the file extension
 * @param directories the directories of the module
 * @param outputs the directories of the scope, {@code main} or {@code test}
 */
public record AdderPaths(ResourceName name, ModuleDirectories directories, OutputDirectories outputs) {

    public static final String CERTIFICATE = ".certificate.json";

    static final String CARD = ".cdx.json";
    static final String ONNX = ".onnx";

    /** The extensions of all files, except the loader, that {@code train} may write. */
    public static final List<String> ENDINGS =
            List.of(WeightsFile.JSON, WeightsFile.SAFETENSORS, CERTIFICATE, CARD, ONNX);

    /** Returns the paths of all files, except the loader, that {@code train} may write. */
    List<Path> files() {
        return ENDINGS.stream().map(this::file).toList();
    }

    public Path file(String ending) {
        return name.below(outputs.resources(), ending);
    }

    Path json() {
        return file(WeightsFile.JSON);
    }

    /** Returns the path of the weights in safetensors format. */
    public Path safetensors() {
        return file(WeightsFile.SAFETENSORS);
    }

    /** Returns the path where weights are kept if the gate rejects them. */
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
     * Reads the record of the build that made the adder.
     *
     * @throws UnreadableFileException if the adder has no record
     */
    BuildRecord record() {
        return new Records(directories)
                .read(name)
                .orElseThrow(() -> new UnreadableFileException("There is no record of an adder " + name.name()
                        + " in this module; run mvn rnn-adder:train, or mvn verify, first"));
    }
}
