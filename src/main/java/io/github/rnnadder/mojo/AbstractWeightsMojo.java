package io.github.rnnadder.mojo;

import io.github.rnnadder.build.ResourceName;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A goal that works on weights that are there: those of the module, or any. */
abstract class AbstractWeightsMojo extends AbstractRnnAdderMojo {

    /**
     * The weights to use, JSON or safetensors. Default: those of the module.
     *
     * <pre>{@code <weightsFile>models/adder.safetensors</weightsFile>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.weightsFile")
    private File weightsFile;

    /**
     * Where {@code train} wrote the weights of the module. Default: {@code target/generated-resources/rnn-adder}.
     *
     * <pre>{@code <outputDirectory>target/adders</outputDirectory>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(
            property = "rnn-adder.outputDirectory",
            defaultValue = "${project.build.directory}/generated-resources/rnn-adder",
            required = true)
    private File outputDirectory;

    /**
     * The path of the module's weights inside the jar, without its ending. Default: {@code META-INF/rnn-adder/} and the
     * artifactId.
     *
     * <pre>{@code <resourceName>com/acme/adder</resourceName>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(
            property = "rnn-adder.resourceName",
            defaultValue = "META-INF/rnn-adder/${project.artifactId}",
            required = true)
    private String resourceName;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    /** Returns the weights that the user named. */
    final Optional<Path> weightsFile() {
        return Optional.ofNullable(weightsFile).map(File::toPath);
    }

    /** Returns the module's weights as JSON. */
    final Path json() {
        return ofModule(".json");
    }

    /** Returns the module's weights as safetensors. */
    final Path safetensors() {
        return ofModule(".safetensors");
    }

    private Path ofModule(String ending) {
        if (project.getFile() == null) {
            throw new IllegalArgumentException(
                    "weightsFile is not given, and there is no project here whose weights could be"
                            + " used; allowed is a .json or .safetensors file of an adder");
        }
        return new ResourceName(resourceName).below(outputDirectory.toPath(), ending);
    }
}
