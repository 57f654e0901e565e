package io.github.rnnadder.mojo;

import io.github.rnnadder.base.files.ReadLimit;
import io.github.rnnadder.base.text.Digits;
import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.delivery.Check;
import io.github.rnnadder.loader.Adders;
import io.github.rnnadder.loader.Addition;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Adds two numbers with a trained network and shows the sum column by column. The goal warns about operands for which
 * the network was neither measured nor proved right.
 *
 * @since 1.0.0
 */
@Mojo(name = "add", requiresProject = false, threadSafe = true)
public final class AddMojo extends AbstractWeightsMojo {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]+");

    /**
     * The first operand, a non-negative decimal of any length. {@code -Da} is short for {@code -Drnn-adder.a}.
     *
     * <pre>{@code <a>37</a>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.a", defaultValue = "${a}")
    private @Nullable String a;

    /**
     * The second operand, a non-negative decimal of any length. {@code -Db} is short for {@code -Drnn-adder.b}.
     *
     * <pre>{@code <b>91</b>}</pre>
     *
     * @since 1.0.0
     */
    @Parameter(property = "rnn-adder.b", defaultValue = "${b}")
    private @Nullable String b;

    @Override
    boolean isNamed() {
        return weightsFile().isPresent() || isTyped("resourceName");
    }

    @Override
    void run() throws IOException {
        BigInteger first = operand("a", a);
        BigInteger second = operand("b", b);
        Path file = weightsFile().orElseGet(this::ownWeights);
        Check check = Check.ofFile(file, OptionalInt.empty(), OptionalDouble.empty(), false);
        int bits = check.adder().bits();
        Addition addition = Addition.of(Adders.of(bits, check.adder().weights(), false), first, second);
        addition.drawing().forEach(getLog()::info);
        tell(addition.isRight(), addition.verdict());
        if (addition.length() >= bits && check.proof().isEmpty()) {
            getLog().warn("Not proved beyond operands of " + (bits - 1)
                    + " bits; run check with -Drnn-adder.certify to look"
                    + " for a proof. There is no certificate beside " + file);
        }
    }

    private Path ownWeights() {
        Path file = adderOfProject().safetensors();
        if (ReadLimit.isAbsent(file)) {
            throw new ParameterException("There is no adder " + resourceName().name()
                    + " in this module yet; run mvn rnn-adder:train first, or name a weightsFile");
        }
        return file;
    }

    private static BigInteger operand(String name, @Nullable String value) {
        if (value == null) {
            throw new ParameterException(name + " is not given; say which numbers to add, as in -Da=37 -Db=91");
        }
        if (!DECIMAL.matcher(value).matches()) {
            throw new ParameterException(
                    name + " is '" + Sanitized.of(value) + "'; it must be a whole number, 0 or more, such as 37");
        }
        return Digits.parse(value);
    }
}
