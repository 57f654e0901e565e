package io.github.rnnadder.mojo;

import io.github.rnnadder.build.ResourceName;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A goal that knows where the module has its weights: {@code train} writes them there, others read them. */
abstract class AbstractModuleMojo extends AbstractRnnAdderMojo {

    /**
     * Where {@code train} writes the weights of the module; it becomes a resource directory. Default:
     * {@code target/generated-resources/rnn-adder}.
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
     * The path of the module's weights inside the jar, without its ending. Default:
     * {@code META-INF/rnn-adder/}, the groupId, a slash and the artifactId: jars on one class path may share an artifactId.
     *
     * <pre>{@code <resourceName>com/acme/adder</resourceName>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(
            property = "rnn-adder.resourceName",
            defaultValue = "META-INF/rnn-adder/${project.groupId}/${project.artifactId}",
            required = true)
    private String resourceName;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    final MavenProject project() {
        return project;
    }

    final File outputDirectory() {
        return outputDirectory;
    }

    final ResourceName resourceName() {
        return new ResourceName(resourceName);
    }

    /** Returns where everything is kept that is not packaged. */
    final Path workDirectory() {
        return absolute(new File(project.getBuild().getDirectory(), "rnn-adder"));
    }
}
