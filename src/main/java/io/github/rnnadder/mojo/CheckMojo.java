package io.github.rnnadder.mojo;

import io.github.rnnadder.build.Check;
import io.github.rnnadder.build.Gate;
import io.github.rnnadder.build.ResourceName;
import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.weights.WeightsException;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Measures the weights of the module, or any weights file, again, and fails the build if they are not good enough.
 *
 * @since 1.0.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractRnnAdderMojo {

    /**
     * The weights to check, JSON or safetensors. Default: those of the module.
     *
     * <pre>{@code <weightsFile>models/adder.safetensors</weightsFile>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.weightsFile")
    private File weightsFile;

    /**
     * The fraction of all sums that must be exactly right, as a fraction or a percentage. Default: what the module's weights
     * were trained to; {@code 1.0} for a {@code weightsFile}.
     *
     * <pre>{@code <accuracyThreshold>99.5%</accuracyThreshold>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.accuracyThreshold")
    private String accuracyThreshold;

    /**
     * Whether weights that miss the gate fail the build; otherwise there is a warning. Default: {@code true}.
     *
     * <pre>{@code <haltOnFailure>false</haltOnFailure>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.haltOnFailure", defaultValue = "true")
    private boolean haltOnFailure;

    /**
     * Where {@code train} wrote the weights of the module. Default: {@code target/generated-resources/rnn-adder}.
     *
     * <pre>{@code <outputDirectory>${project.build.directory}/adders</outputDirectory>}</pre>
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

    @Override
    void run() throws WeightsException, MojoFailureException {
        Check check = check();
        Evaluation evaluation = check.evaluate();
        Optional<String> complaint = check.complaint(evaluation);
        if (complaint.isEmpty()) {
            getLog().info(Gate.counts(evaluation));
        } else if (haltOnFailure) {
            throw new MojoFailureException(complaint.get());
        } else {
            getLog().warn(complaint.get());
        }
    }

    private Check check() throws WeightsException {
        if (weightsFile != null) {
            return Check.ofFile(weightsFile.toPath(), threshold(accuracyThreshold));
        }
        ResourceName name = new ResourceName(resourceName);
        return Check.ofModule(
                name.below(outputDirectory.toPath(), ".json"),
                name.below(outputDirectory.toPath(), ".safetensors"),
                threshold(accuracyThreshold));
    }
}
