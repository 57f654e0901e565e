package io.github.rnnadder.mojo;

import io.github.rnnadder.delivery.AdderPaths;
import io.github.rnnadder.delivery.ModuleDirectories;
import io.github.rnnadder.delivery.ResourceName;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that works on the adder that {@code train} makes in a module. */
abstract class AbstractModuleMojo extends AbstractRnnAdderMojo {

    /**
     * Whether the adder belongs to the module ({@code main}) or only to its tests ({@code test}). An adder for the
     * tests is neither packaged nor attached.
     *
     * <pre>{@code <scope>test</scope>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.scope", defaultValue = "main")
    private String scope;

    /**
     * The path of the module's weights inside the jar, without the file extension. The default contains the groupId,
     * because jars on one class path may share an artifactId.
     *
     * <pre>{@code <resourceName>com/acme/adder</resourceName>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(
            property = "rnn-adder.resourceName",
            defaultValue = "META-INF/rnn-adder/${project.groupId}/${project.artifactId}")
    private String resourceName;

    final Scope scope() {
        return Scope.of(scope);
    }

    final ModuleDirectories directories() {
        return ModuleOutputs.directories(project());
    }

    /** Returns the paths of the module's adder files. */
    final AdderPaths adder() {
        return new AdderPaths(resourceName(), directories(), scope().of(directories()));
    }

    final ResourceName resourceName() {
        return new ResourceName(resourceName);
    }
}
