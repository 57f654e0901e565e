package io.github.rnnadder.delivery;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.loader.LoaderClass;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a build asks of the goal {@code train}.
 *
 * @param config where the training config lies; empty for the defaults
 * @param accuracyThreshold overrides the config's, 0…1
 * @param haltOnFailure whether the gate fails the build, or only warns
 * @param force whether to train even if everything is up to date
 * @param pluginVersion goes into the weights
 * @param execution its id
 * @param resourceName the path of the weights inside the jar
 * @param claimed the paths that executions of the module claim, this one included, in any order
 * @param withOnnx whether the adder is also written as ONNX
 * @param loaderClass the loader to generate; empty for none
 * @param places where everything goes
 */
public record TrainRequest(
        Optional<Path> config,
        OptionalDouble accuracyThreshold,
        boolean haltOnFailure,
        boolean force,
        String pluginVersion,
        String execution,
        ResourceName resourceName,
        List<ResourceName> claimed,
        boolean withOnnx,
        Optional<LoaderClass> loaderClass,
        Places places) {

    /**
     * The directories of a module.
     *
     * @param outputDirectory resources, to be packaged
     * @param generatedSourcesDirectory sources, to be compiled
     * @param classesDirectory where Maven copies and compiles both to
     * @param workDirectory {@code target/rnn-adder}: records, rejects and temporary files
     */
    public record Places(
            Path outputDirectory, Path generatedSourcesDirectory, Path classesDirectory, Path workDirectory) {

        /** Returns where a loader goes, and its class. */
        Place loader(LoaderClass loader) {
            try {
                return new Place(
                        generatedSourcesDirectory.resolve(loader.sourcePath()),
                        classesDirectory.resolve(loader.classPath()));
            } catch (InvalidPathException e) {
                throw new ParameterException(
                        "loaderClass is '" + loader.name()
                                + "', which this file system cannot hold; choose another, or an environment such as LC_ALL=C.UTF-8");
            }
        }
    }

    /**
     * Asks for a build.
     *
     * @throws ParameterException if no file can have the name of the loader
     */
    public TrainRequest {
        loaderClass.ifPresent(places::loader);
    }

    Path json() {
        return resourceName.below(places.outputDirectory, ".json");
    }

    Path safetensors() {
        return resourceName.below(places.outputDirectory, ".safetensors");
    }

    Path certificate() {
        return resourceName.below(places.outputDirectory, ".certificate.json");
    }

    Path card() {
        return resourceName.below(places.outputDirectory, ".cdx.json");
    }

    Path onnx() {
        return resourceName.below(places.outputDirectory, ".onnx");
    }

    Path rejected(String ending) {
        return resourceName.below(places.workDirectory.resolve("rejected"), ending);
    }

    Path curve() {
        return resourceName.below(places.workDirectory.resolve("curves"), ".csv");
    }
}
