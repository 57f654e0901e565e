package io.github.rnnadder.delivery;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.loader.LoaderClass;
import io.github.rnnadder.proof.certificate.Precision;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a build asks of the goal {@code train}.
 *
 * @param config where the training config lies; empty for the defaults
 * @param accuracyThreshold overrides the config's, 0…1
 * @param certify overrides the config's
 * @param haltOnFailure whether the gate fails the build, or only warns
 * @param force whether to train even if everything is up to date
 * @param pluginVersion goes into the weights
 * @param execution the id of the execution in the POM that makes this adder
 * @param executions the ids of all executions of {@code train} in the POM
 * @param resourceName the path of the weights inside the jar
 * @param onnx what a model for ONNX computes in; empty for no such model
 * @param loaderClass the loader to generate; empty for none
 * @param directories the module's
 * @param outputs those of them that the adder goes to
 */
public record TrainRequest(
        Optional<Path> config,
        OptionalDouble accuracyThreshold,
        Optional<Boolean> certify,
        boolean haltOnFailure,
        boolean force,
        String pluginVersion,
        String execution,
        Set<String> executions,
        ResourceName resourceName,
        Optional<Precision> onnx,
        Optional<LoaderClass> loaderClass,
        ModuleDirectories directories,
        OutputDirectories outputs) {

    /**
     * Asks for a build.
     *
     * @throws ParameterException if no file can have the name of the loader
     */
    public TrainRequest {
        loaderClass.ifPresent(it -> source(outputs, it));
    }

    private static Path source(OutputDirectories outputs, LoaderClass loader) {
        try {
            return outputs.sources().resolve(loader.sourcePath());
        } catch (InvalidPathException e) {
            throw new ParameterException(
                    "loaderClass is '" + loader.name()
                            + "', which this file system cannot hold; choose another, or an environment such as LC_ALL=C.UTF-8");
        }
    }

    /** Returns the adder that is asked for. */
    public AdderPaths adder() {
        return new AdderPaths(resourceName, directories, outputs);
    }

    Optional<Path> loader() {
        return loaderClass.map(it -> source(outputs, it));
    }

    /** Returns all files that this execution may ever make. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>(adder().files());
        loader().ifPresent(files::add);
        return files;
    }
}
