package io.github.rnnadder.mojo;

import io.github.rnnadder.delivery.ModuleAdder;
import io.github.rnnadder.delivery.ResourceName;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that knows where the module has its weights: {@code train} writes them there, others read them. */
abstract class AbstractModuleMojo extends AbstractRnnAdderMojo {

    /**
     * Where {@code train} writes the weights of the module; it becomes a resource directory of the scope. Default:
     * {@code target/generated-resources/rnn-adder}, or {@code target/generated-test-resources/rnn-adder} in the scope
     * {@code test}.
     *
     * <pre>{@code <outputDirectory>target/adders</outputDirectory>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.outputDirectory")
    private File outputDirectory;

    /**
     * Whether the adder is the module's ({@code main}), or that of its tests alone ({@code test}), which is neither
     * packaged nor attached.
     *
     * <pre>{@code <scope>test</scope>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.scope", defaultValue = "main")
    private String scope;

    /**
     * The path of the module's weights inside the jar, without its ending; by default with the groupId, since jars on
     * one class path may share an artifactId.
     *
     * <pre>{@code <resourceName>com/acme/adder</resourceName>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(
            property = "rnn-adder.resourceName",
            defaultValue = "META-INF/rnn-adder/${project.groupId}/${project.artifactId}")
    private String resourceName;

    final Path outputDirectory() {
        return outputDirectory == null ? inTarget(scope().generated("resources")) : absolute(outputDirectory);
    }

    final Scope scope() {
        return Scope.of(scope);
    }

    /** Returns the adder that {@code train} left here. */
    final ModuleAdder adder() {
        return new ModuleAdder(resourceName(), outputDirectory(), workDirectory());
    }

    final ResourceName resourceName() {
        return new ResourceName(resourceName);
    }

    /** Returns where everything is kept that is not packaged. */
    final Path workDirectory() {
        return inTarget("rnn-adder");
    }

    final Path inTarget(String path) {
        return absolute(new File(project().getBuild().getDirectory(), path));
    }
}
