package io.github.rnnadder.mojo;

import io.github.rnnadder.build.Outcome;
import io.github.rnnadder.build.TrainBuild;
import io.github.rnnadder.build.TrainRequest;
import io.github.rnnadder.config.ConfigException;
import io.github.rnnadder.loader.LoaderClass;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Trains a recurrent network to add binary numbers, fails the build if it is not good enough, and writes its weights as a
 * resource of the module.
 *
 * @since 1.0.0
 */
@Mojo(name = "train", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class TrainMojo extends AbstractModuleMojo {

    /**
     * The training config, YAML or JSON. Default: {@code src/main/rnn-adder/adder.yaml}, else {@code .yml} or
     * {@code .json}; where there is none, the defaults of the config apply.
     *
     * <pre>{@code <configFile>src/main/rnn-adder/adder.yaml</configFile>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.configFile")
    private File configFile;

    /**
     * The fraction of all sums that must be exactly right, as a fraction or a percentage; overrides the config. Default: the
     * config's.
     *
     * <pre>{@code <accuracyThreshold>99.5%</accuracyThreshold>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.accuracyThreshold")
    private String accuracyThreshold;

    /**
     * Whether an adder that misses the gate fails the build; otherwise it is used with a warning. Default: {@code true}.
     *
     * <pre>{@code <haltOnFailure>false</haltOnFailure>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.haltOnFailure", defaultValue = "true")
    private boolean haltOnFailure;

    /**
     * The fully qualified name of the class that loads the weights, to be generated. Default: none, only the resource is made.
     *
     * <pre>{@code <loaderClass>com.acme.PretrainedAdder</loaderClass>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.loaderClass")
    private String loaderClass;

    /**
     * Where the loader is written; it becomes a source root of the module. Default:
     * {@code target/generated-sources/rnn-adder}.
     *
     * <pre>{@code <generatedSourcesDirectory>target/loaders</generatedSourcesDirectory>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(
            property = "rnn-adder.generatedSourcesDirectory",
            defaultValue = "${project.build.directory}/generated-sources/rnn-adder",
            required = true)
    private File generatedSourcesDirectory;

    /**
     * Whether to attach the weights to the module, to be installed and deployed with it. Default: {@code true}.
     *
     * <pre>{@code <attach>false</attach>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.attach", defaultValue = "true")
    private boolean attach;

    /**
     * The classifier of the attached weights. Default: {@code weights}.
     *
     * <pre>{@code <classifier>weights-8-bit</classifier>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.classifier", defaultValue = "weights", required = true)
    private String classifier;

    /**
     * Whether to train even if everything is up to date. Default: {@code false}.
     *
     * <pre>{@code <force>true</force>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.force", defaultValue = "false")
    private boolean force;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String pluginVersion;

    private final MavenProjectHelper projectHelper;

    @Inject
    TrainMojo(MavenProjectHelper projectHelper) {
        this.projectHelper = projectHelper;
    }

    @Override
    void run() throws ConfigException, IOException, InterruptedException, MojoFailureException {
        Outcome outcome = new TrainBuild(request(), getLog()::info).run();
        getLog().info(outcome.summary());
        if (outcome.verdict() == Outcome.Verdict.REJECTED) {
            throw new MojoFailureException(outcome.complaint().orElseThrow());
        }
        outcome.complaint().ifPresent(getLog()::warn);
        ModuleOutputs module = new ModuleOutputs(project(), projectHelper);
        module.addResources(outputDirectory());
        if (loaderClass != null) {
            module.addSources(generatedSourcesDirectory);
        }
        if (attach) {
            module.attach(outcome.files().orElseThrow(), classifier);
        }
    }

    private TrainRequest request() throws ConfigException {
        return new TrainRequest(
                config(configFile, project().getBasedir()),
                threshold(accuracyThreshold),
                haltOnFailure,
                force,
                pluginVersion,
                resourceName(),
                Optional.ofNullable(loaderClass).map(LoaderClass::new),
                new TrainRequest.Places(
                        absolute(outputDirectory()),
                        absolute(generatedSourcesDirectory),
                        absolute(new File(project().getBuild().getOutputDirectory())),
                        workDirectory()));
    }
}
