package io.github.rnnadder.mojo;

import io.github.rnnadder.build.ResourceName;
import io.github.rnnadder.config.Excerpt;
import io.github.rnnadder.loader.Adders;
import io.github.rnnadder.loader.Addition;
import io.github.rnnadder.weights.WeightsException;
import io.github.rnnadder.weights.WeightsFile;
import java.io.File;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Adds two numbers with a trained network and shows the sum column by column.
 *
 * @since 1.0.0
 */
@Mojo(name = "add", requiresProject = false, threadSafe = true)
public final class AddMojo extends AbstractRnnAdderMojo {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]+");

    /**
     * The first operand, a non-negative decimal of any length. Default: none, it must be given.
     *
     * <pre>{@code <a>37</a>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "a", required = true)
    private String a;

    /**
     * The second operand, a non-negative decimal of any length. Default: none, it must be given.
     *
     * <pre>{@code <b>91</b>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "b", required = true)
    private String b;

    /**
     * The weights to add with, JSON or safetensors. Default: those of the module.
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
    void run() throws WeightsException {
        BigInteger first = operand("a", a);
        BigInteger second = operand("b", b);
        Addition addition = Addition.of(Adders.of(WeightsFile.read(weights())), first, second);
        addition.drawing().forEach(getLog()::info);
        getLog().info(addition.verdict());
    }

    private Path weights() {
        return weightsFile != null
                ? weightsFile.toPath()
                : new ResourceName(resourceName).below(outputDirectory.toPath(), ".safetensors");
    }

    private static BigInteger operand(String name, String value) {
        if (!DECIMAL.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    name + " is '" + Excerpt.of(value) + "'; allowed is a non-negative decimal such as 37");
        }
        return new BigInteger(value);
    }
}
