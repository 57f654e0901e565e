package io.github.rnnadder.mojo;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.delivery.TrainBuild;
import io.github.rnnadder.delivery.TrainRequest;
import io.github.rnnadder.delivery.TrainResult;
import io.github.rnnadder.loader.LoaderClass;
import io.github.rnnadder.proof.certificate.Precision;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Trains a recurrent network to add binary numbers and writes its weights as a resource of the module. Fails the build
 * if the network is not good enough.
 *
 * @since 1.0.0
 */
@Mojo(name = "train", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class TrainMojo extends AbstractModuleMojo {

    /** The key under which the executions of one build share the list of files that they made. */
    private static final String MADE = TrainMojo.class.getName() + ".made";

    private static final Pattern CLASSIFIER = Pattern.compile("[A-Za-z0-9._-]+");

    /**
     * The training config, YAML or JSON. Default: {@code src/main/rnn-adder/adder.yaml}, else {@code .yml} or
     * {@code .json}; if there is no such file, the defaults of the config.
     *
     * <pre>{@code <configFile>src/main/rnn-adder/adder.yaml</configFile>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.configFile")
    private @Nullable File configFile;

    /**
     * The fraction or percentage of all sums that must be exactly right. Overrides the config. Default: its value.
     *
     * <pre>{@code <accuracyThreshold>99.5%</accuracyThreshold>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.accuracyThreshold")
    private @Nullable String accuracyThreshold;

    /**
     * Whether the adder must also be proved right at every width. Overrides the config. Default: its value.
     *
     * <pre>{@code <certify>true</certify>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.certify")
    private @Nullable String certify;

    /**
     * Whether an adder that misses the gate fails the build. If {@code false}, the goal warns and uses the adder.
     *
     * <pre>{@code <haltOnFailure>false</haltOnFailure>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.haltOnFailure", defaultValue = "true")
    private String haltOnFailure;

    /**
     * Whether to write the adder also as an ONNX model, {@code <resourceName>.onnx}, which other runtimes can run.
     *
     * <pre>{@code <onnx>true</onnx>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.onnx", defaultValue = "false")
    private String onnx;

    /**
     * The precision of the ONNX model: {@code double}, or {@code single} for runtimes without doubles. For a certified
     * adder, {@code single} is rejected unless the proof covers it.
     *
     * <pre>{@code <onnxPrecision>single</onnxPrecision>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.onnxPrecision", defaultValue = "double")
    private String onnxPrecision;

    /**
     * The fully qualified name of a class to generate for loading the weights. Default: no class is generated.
     *
     * <pre>{@code <loaderClass>com.acme.PretrainedAdder</loaderClass>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.loaderClass")
    private @Nullable String loaderClass;

    /**
     * Whether to attach the weights to the module, so that Maven installs and deploys them with it.
     *
     * <pre>{@code <attach>false</attach>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.attach", defaultValue = "true")
    private String attach;

    /**
     * The classifier of the attached weights.
     *
     * <pre>{@code <classifier>weights-8-bit</classifier>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.classifier", defaultValue = "weights")
    private String classifier;

    /**
     * Whether to train even if everything is up to date.
     *
     * <pre>{@code <force>true</force>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.force", defaultValue = "false")
    private String force;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String pluginVersion;

    private final MavenProjectHelper projectHelper;

    @Inject
    TrainMojo(MavenProjectHelper projectHelper) {
        this.projectHelper = projectHelper;
    }

    @Override
    void run() throws IOException, InterruptedException, MojoFailureException {
        trainExecutions().phase().ifPresent(scope()::requireInTime);
        ModuleOutputs module = new ModuleOutputs(project(), scope());
        TrainRequest request = request();
        Optional<String> attached = attached();
        module.requireSole(request, madeInThisBuild());
        attached.ifPresent(it -> module.requireFree(it, request.adder()));
        verdictFile().deleteThoseOf("check");
        TrainResult result = new TrainBuild(request, progress()).run();
        Optional<String> complaint = result.gate().complaint();
        tell(complaint.isEmpty(), result.summary());
        if (result.ending() == TrainResult.Ending.REJECTED) {
            throw verdictFile().writeFailure(result.gate());
        }
        verdictFile().write(result.gate(), getLog());
        complaint.ifPresent(getLog()::warn);
        request.files().forEach(file -> madeInThisBuild().put(ModuleOutputs.key(file), request.execution()));
        module.addResources(projectHelper);
        if (loaderClass != null) {
            module.addSources();
        }
        attached.ifPresent(it -> module.attach(projectHelper, it, request.adder(), result.endings()));
    }

    @Override
    MojoExecutionException error(String sentence, Exception cause) {
        return verdictFile().writeError(super.error(sentence, cause));
    }

    /** Returns the files that {@code train} has made in this build of the module, with the ids of its executions. */
    @SuppressWarnings("unchecked") // no other code uses the key
    private Map<String, String> madeInThisBuild() {
        return (Map<String, String>) getPluginContext().computeIfAbsent(MADE, key -> new HashMap<String, String>());
    }

    private TrainRequest request() {
        Optional<Path> config = config(configFile, project().getBasedir());
        if (config.isEmpty()) {
            getLog().info("No config in src/main/rnn-adder: the defaults apply; mvn rnn-adder:init writes one");
        }
        return new TrainRequest(
                config,
                threshold(accuracyThreshold),
                Optional.ofNullable(certify).map(value -> isOn("certify", value)),
                isOn("haltOnFailure", haltOnFailure),
                isOn("force", force),
                pluginVersion,
                trainExecutions().id(),
                trainExecutions().ids(),
                resourceName(),
                Optional.of(precision()).filter(it -> isOn("onnx", onnx)),
                Optional.ofNullable(loaderClass).map(LoaderClass::new),
                directories(),
                scope().of(directories()));
    }

    private Precision precision() {
        return Stream.of(Precision.values())
                .filter(it -> it.name().equalsIgnoreCase(onnxPrecision))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        "onnxPrecision is '" + Sanitized.of(onnxPrecision) + "'; it must be double or single"));
    }

    /** Returns the classifier of the attached weights; empty if they are not attached. */
    private Optional<String> attached() {
        if (!CLASSIFIER.matcher(classifier).matches()) {
            throw new ParameterException("classifier is '" + Sanitized.of(classifier)
                    + "'; use letters, digits, dots, underscores and hyphens");
        }
        return isOn("attach", attach) && scope() == Scope.MAIN ? Optional.of(classifier) : Optional.empty();
    }
}
