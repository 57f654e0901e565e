package io.github.rnnadder.mojo;

import io.github.rnnadder.loader.Adders;
import io.github.rnnadder.loader.Addition;
import io.github.rnnadder.text.Excerpt;
import io.github.rnnadder.text.ParameterException;
import io.github.rnnadder.weights.WeightsFile;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Adds two numbers with a trained network and shows the sum column by column.
 *
 * @since 1.0.0
 */
@Mojo(name = "add", requiresProject = false, threadSafe = true)
public final class AddMojo extends AbstractWeightsMojo {

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

    @Override
    boolean isNamed() {
        return weightsFile().isPresent() || isOnCommandLine("resourceName");
    }

    @Override
    void run() {
        BigInteger first = operand("a", a);
        BigInteger second = operand("b", b);
        Addition addition = Addition.of(
                Adders.of(WeightsFile.read(
                        weightsFile().orElseGet(() -> adderOfProject().safetensors()))),
                first,
                second);
        addition.drawing().forEach(getLog()::info);
        getLog().info(addition.verdict());
    }

    private static BigInteger operand(String name, String value) {
        if (!DECIMAL.matcher(value).matches()) {
            throw new ParameterException(
                    name + " is '" + Excerpt.of(value) + "'; allowed is a non-negative decimal such as 37");
        }
        return new BigInteger(value);
    }
}
