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
 * What {@code train} is to make.
 *
 * @param config the path of the config; empty for the defaults
 * @param accuracyThreshold overrides the threshold of the config, 0…1; empty to keep it
 * @param certify overrides {@code certify} of the config; empty to keep it
 * @param haltOnFailure whether missing the gate fails the build; if not, there is only a warning
 * @param force whether to train even if everything is up to date
 * @param pluginVersion the version of the plugin, which is recorded in the weights
 * @param execution the id of the execution that makes this adder
 * @param executions the ids of all executions of {@code train} in the POM
 * @param resourceName the path of the weights inside the jar, without the file extension
 * @param onnx the precision of the ONNX model; empty for no such model
 * @param loaderClass the name of the loader to generate; empty for no loader
 * @param directories the directories of the module
 * @param outputs the directories of the adder's scope
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
     * Checks that the file system allows the name of the loader.
     *
     * @throws ParameterException if it does not
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

    /** Returns the paths of the adder files. */
    public AdderPaths adder() {
        return new AdderPaths(resourceName, directories, outputs);
    }

    Optional<Path> loader() {
        return loaderClass.map(it -> source(outputs, it));
    }

    /** Returns the path of every file that this execution may make. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>(adder().files());
        loader().ifPresent(files::add);
        return files;
    }
}
