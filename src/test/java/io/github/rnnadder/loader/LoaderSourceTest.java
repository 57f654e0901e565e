package io.github.rnnadder.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.network.ForwardPass;
import io.github.rnnadder.text.ParameterException;
import io.github.rnnadder.training.Trainer;
import io.github.rnnadder.weights.AdderModel;
import java.lang.reflect.InvocationTargetException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderSourceTest extends GeneratedLoaderTest {

    private static AdderModel model;

    @BeforeAll
    static void train() {
        model = new AdderModel(
                8, Trainer.train(TrainingConfig.DEFAULTS, 1, point -> {}).weights(), Map.of(), Map.of());
    }

    private Class<?> compile(String name) throws Exception {
        return compile(name, model);
    }

    @Test
    void theGeneratedLoaderPredictsTheBitsOfTheNetworkOnAllPairs() throws Exception {
        Class<?> type = compile("com.acme.Sums");
        Object adder = load(type);
        for (long a = 0; a < 128; a++) {
            for (long b = 0; b < 128; b++) {
                double[] p = (double[])
                        type.getMethod("probabilities", long.class, long.class).invoke(adder, a, b);
                assertThat(p).hasSize(8);
                ForwardPass network = new ForwardPass(model.weights());
                long sum = 0;
                for (int t = 0; t < 8; t++) {
                    double expected = network.step((int) (a >> t & 1), (int) (b >> t & 1));
                    assertThat(Math.abs(p[t] - expected)).isLessThanOrEqualTo(1e-12);
                    assertThat(p[t] > 0.5).isEqualTo(expected > 0.5);
                    sum |= (expected > 0.5 ? 1L : 0) << t;
                }
                assertThat(type.getMethod("add", long.class, long.class).invoke(adder, a, b))
                        .isEqualTo(sum);
            }
        }
        assertThat(type.getMethod("bits").invoke(adder)).isEqualTo(8);
    }

    @Test
    void longOperandsTakeOneColumnMoreThanTheLongerOne() {
        PretrainedAdder adder = Adders.of(model);
        Random random = new Random(5);
        for (int n = 0; n < 200; n++) {
            BigInteger a = new BigInteger(1 + random.nextInt(300), random);
            BigInteger b = new BigInteger(1 + random.nextInt(300), random);
            double[] p = adder.probabilities(a, b);
            assertThat(p).hasSize(Math.max(8, Math.max(a.bitLength(), b.bitLength()) + 1));
            ForwardPass network = new ForwardPass(model.weights());
            BigInteger sum = BigInteger.ZERO;
            for (int t = 0; t < p.length; t++) {
                double expected = network.step(a.testBit(t) ? 1 : 0, b.testBit(t) ? 1 : 0);
                assertThat(Math.abs(p[t] - expected)).isLessThanOrEqualTo(1e-12);
                sum = expected > 0.5 ? sum.setBit(t) : sum;
            }
            assertThat(adder.add(a, b)).isEqualTo(sum);
        }
    }

    @Test
    void negativeOperandsAreRefused() {
        PretrainedAdder adder = Adders.of(model);
        assertThatThrownBy(() -> adder.add(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> adder.probabilities(1, -2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> adder.add(BigInteger.ONE, BigInteger.TEN.negate()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPredictedSumThatDoesNotFitALongIsAnArithmeticException() {
        PretrainedAdder adder = Adders.of(model);
        BigInteger predicted = adder.add(BigInteger.valueOf(Long.MAX_VALUE), BigInteger.valueOf(Long.MAX_VALUE));
        assertThat(predicted.bitLength()).isEqualTo(64);
        assertThatThrownBy(() -> adder.add(Long.MAX_VALUE, Long.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining(predicted.toString());
    }

    @Test
    void missingOrAlteredWeightsAreAnIllegalStateThatNamesTheResource() throws Exception {
        Class<?> type = compile("com.acme.Sums");
        Path resource = directory.resolve("classes").resolve(RESOURCE);
        byte[] bytes = Files.readAllBytes(resource);
        bytes[bytes.length - 1] ^= 1;
        Files.write(resource, bytes);
        assertIllegalState(type, "are not those that this class was generated with");
        Files.delete(resource);
        assertIllegalState(type, "are missing from the class path");
    }

    private static void assertIllegalState(Class<?> type, String reason) {
        assertThatThrownBy(() -> load(type))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(RESOURCE)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sums", "com.acme.Größe", "a.b.c.d.E", "com.acme.PretrainedAdder"})
    void anyLegalNameCompiles(String name) throws Exception {
        Class<?> type = compile(name);
        assertThat(type.getMethod("add", long.class, long.class).invoke(load(type), 37L, 91L))
                .isEqualTo(128L);
        byte[] source = Files.readAllBytes(directory.resolve("src").resolve(name.replace('.', '/') + ".java"));
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(new String(source, StandardCharsets.UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "com..Adder",
                "com.acme.",
                ".Adder",
                "com.class.Adder",
                "com.acme.int",
                "com.acme.1Adder",
                "com acme",
                "../Adder",
                "com/acme/Adder",
                "com.acme.record"
            })
    void anIllegalNameIsRefusedInOneSentence(String name) {
        assertThatThrownBy(() -> new LoaderClass(name))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("loaderClass is '" + name + "'")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.String", "BigInteger", "com.acme.ByteArrayOutputStream", "Long"})
    void aNameThatTheLoaderItselfNeedsIsRefusedInOneSentence(String name) {
        assertThatThrownBy(() -> LoaderSource.requireNoClash(new LoaderClass(name)))
                .isInstanceOf(ParameterException.class)
                .hasMessage("loaderClass is '" + name + "', but the loader itself uses a class "
                        + name.substring(name.lastIndexOf('.') + 1) + "; choose another name");
    }

    @Test
    void theDrawingShowsEveryColumnAndTheVerdict() {
        Addition addition = Addition.of(Adders.of(model), BigInteger.valueOf(37), BigInteger.valueOf(91));
        assertThat(addition.verdict()).isEqualTo("37 + 91 = 128, predicted right");
        assertThat(addition.drawing())
                .hasSize(5)
                .contains(
                        "column     8     7     6     5     4     3     2     1",
                        "a          0     0     1     0     0     1     0     1",
                        "b          0     1     0     1     1     0     1     1",
                        "sum        1     0     0     0     0     0     0     0");
        assertThat(Addition.of(Adders.of(model), BigInteger.ONE.shiftLeft(40), BigInteger.ONE)
                        .drawing())
                .hasSize(3 * 5);
    }
}
