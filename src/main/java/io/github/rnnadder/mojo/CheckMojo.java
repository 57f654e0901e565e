package io.github.rnnadder.mojo;

import io.github.rnnadder.base.text.Numerals;
import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.delivery.AdderPaths;
import io.github.rnnadder.delivery.Check;
import io.github.rnnadder.delivery.ModuleCheck;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.gate.GateResult;
import io.github.rnnadder.model.config.ConfigReader;
import io.github.rnnadder.model.config.ConfigSource;
import io.github.rnnadder.model.config.TrainingConfig;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Measures the weights of the module, or any weights file, again. Fails the build if the weights are not good enough.
 *
 * @since 1.0.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckMojo extends AbstractWeightsMojo {

    /**
     * The share of all sums that must be exactly right, as a fraction or a percentage. Default: the threshold of
     * {@code train} or its config; {@code 1.0} for a {@code weightsFile}.
     *
     * <pre>{@code <accuracyThreshold>99.5%</accuracyThreshold>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.accuracyThreshold")
    private @Nullable String accuracyThreshold;

    /**
     * Whether weights that miss the gate fail the build. If {@code false}, the goal only logs a warning.
     *
     * <pre>{@code <haltOnFailure>false</haltOnFailure>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.haltOnFailure", defaultValue = "true")
    private String haltOnFailure;

    /**
     * Whether the weights must be proved right at every width. Checks the certificate beside them or, if there is none,
     * looks for a proof. Default: the setting of {@code train} or its config; {@code false} for a {@code weightsFile}.
     *
     * <pre>{@code <certify>true</certify>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.certify")
    private @Nullable String certify;

    /**
     * The width in bits of the sums on which a {@code weightsFile} is measured, 2 to 62. Default: its {@code bits}.
     *
     * <pre>{@code <measuredBits>8</measuredBits>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.measuredBits")
    private @Nullable String measuredBits;

    /**
     * Whether to train again, with the config and seed in the file, and require the same weights to the last bit.
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
    void run() throws IOException, InterruptedException, MojoFailureException {
        boolean halts = isOn("haltOnFailure", haltOnFailure);
        GateResult result = judge();
        if (halts && result.complaint().isPresent()) {
            throw verdictFile().writeFailure(result);
        }
        verdictFile().write(result, getLog());
        if (result.complaint().isEmpty()) {
            result.summary().lines().forEach(line -> tell(true, line));
        } else {
            getLog().warn(result.complaint().get());
        }
    }

    @Override
    MojoExecutionException error(String sentence, Exception cause) {
        return verdictFile().writeError(super.error(sentence, cause));
    }

    private GateResult judge() throws IOException, InterruptedException {
        Optional<String> trainer = isOn("reproduce", reproduce) ? Optional.of(pluginVersion) : Optional.empty();
        if (weightsFile().isEmpty()) {
            return ofModule(trainer).run(progress());
        }
        return Check.ofFile(
                        weightsFile().get(),
                        measuredBits == null ? OptionalInt.empty() : OptionalInt.of(width(measuredBits)),
                        threshold(accuracyThreshold),
                        certify != null && isOn("certify", certify))
                .run(trainer, progress());
    }

    private ModuleCheck ofModule(Optional<String> trainer) {
        if (measuredBits != null) {
            throw new ParameterException(
                    "measuredBits is for a weightsFile; the module's own adder is measured at its" + " own width");
        }
        AdderPaths adder = adderOfProject();
        Map<String, Xpp3Dom> training = trainExecutions().making(this::isOfThisAdder);
        Optional<ConfigSource> source = config(
                        trained(training, "configFile")
                                .map(it -> absolute(project().getBasedir())
                                        .resolve(it)
                                        .toFile())
                                .orElse(null),
                        project().getBasedir())
                .map(ConfigSource::read);
        TrainingConfig config = source.map(ConfigReader::read).orElse(TrainingConfig.DEFAULTS);
        String asked = trained(training, "accuracyThreshold").orElse(null);
        Gate gate = new Gate(
                threshold(accuracyThreshold).orElseGet(() -> threshold(asked).orElse(config.accuracyThreshold())),
                Optional.ofNullable(certify)
                        .or(() -> trained(training, "certify"))
                        .map(it -> isOn("certify", it))
                        .orElse(config.certify()));
        return new ModuleCheck(adder, source, gate, trainExecutions().ids(), artifact(), trainer);
    }

    private boolean isOfThisAdder(Map<String, Xpp3Dom> training) {
        return trained(training, "resourceName")
                        .equals(Optional.of(resourceName().name()))
                && trained(training, "scope").map(Scope::of).equals(Optional.of(scope()));
    }

    /** Returns the value that a parameter of {@code train} has with the given configuration; empty if it has none. */
    private Optional<String> trained(Map<String, Xpp3Dom> training, String parameter) {
        return values().value(
                        execution()
                                .getMojoDescriptor()
                                .getPluginDescriptor()
                                .getMojo(TrainExecutions.GOAL)
                                .getMojoConfiguration(),
                        training,
                        parameter);
    }

    private Optional<Path> artifact() {
        return Optional.ofNullable(project().getArtifact())
                .map(Artifact::getFile)
                .filter(it -> scope() == Scope.MAIN)
                .map(File::toPath);
    }

    private static int width(String measuredBits) {
        long bits = Numerals.integer(measuredBits.strip()).orElse(0);
        if (bits < 2 || bits > 62) {
            throw new ParameterException(
                    "measuredBits is '" + Sanitized.of(measuredBits) + "'; it must be an integer from 2 to 62");
        }
        return (int) bits;
    }
}
