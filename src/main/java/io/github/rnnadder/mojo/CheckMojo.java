package io.github.rnnadder.mojo;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.delivery.Check;
import io.github.rnnadder.gate.Judgement;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.maven.plugin.MojoExecutionException;
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
public final class CheckMojo extends AbstractWeightsMojo {

    /**
     * The fraction of all sums that must be exactly right, as a fraction or a percentage. Default: what the module's
     * weights were trained to; {@code 1.0} for a {@code weightsFile}.
     *
     * <pre>{@code <accuracyThreshold>99.5%</accuracyThreshold>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.accuracyThreshold")
    private String accuracyThreshold;

    /**
     * Whether weights that miss the gate fail the build; otherwise there is a warning.
     *
     * <pre>{@code <haltOnFailure>false</haltOnFailure>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.haltOnFailure", defaultValue = "true")
    private String haltOnFailure;

    /**
     * Whether the weights must be proved right at every width: by the certificate beside them, or by one that is looked
     * for. Default: as the module's weights were trained; {@code false} for a {@code weightsFile}.
     *
     * <pre>{@code <certify>true</certify>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.certify")
    private String certify;

    /**
     * Whether the weights must come out the same to the last bit when they are trained again from what their file says
     * of their training.
     *
     * <pre>{@code <reproduce>true</reproduce>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.reproduce", defaultValue = "false")
    private String reproduce;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String pluginVersion;

    @Override
    boolean isNamed() {
        return weightsFile().isPresent();
    }

    @Override
    void run() throws IOException, MojoFailureException {
        boolean halts = isOn("haltOnFailure", haltOnFailure);
        Judgement judgement = judge();
        if (halts && judgement.complaint().isPresent()) {
            throw verdictFile().writeFailure(judgement);
        }
        verdictFile().write(judgement, getLog());
        if (judgement.complaint().isEmpty()) {
            judgement.summary().lines().forEach(line -> tell(true, line));
        } else {
            getLog().warn(judgement.complaint().get());
        }
    }

    @Override
    MojoExecutionException error(String sentence, Exception cause) {
        return verdictFile().writeError(super.error(sentence, cause));
    }

    private Judgement judge() throws IOException {
        OptionalDouble threshold = threshold(accuracyThreshold);
        Optional<Boolean> proof = Optional.ofNullable(certify).map(value -> isOn("certify", value));
        Optional<String> trainer = isOn("reproduce", reproduce) ? Optional.of(pluginVersion) : Optional.empty();
        Progress progress = new Progress(getLog()::info, System::nanoTime);
        return weightsFile().isPresent()
                ? Check.ofFile(weightsFile().get(), threshold, proof).run(trainer, progress)
                : Check.ofModule(adderOfProject(), threshold, proof, trainer, progress);
    }
}
