package io.github.rnnadder.loader;

import static io.github.rnnadder.base.numeric.TestMatrices.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.network.ForwardPass;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.weights.Models;
import io.github.rnnadder.weights.SafetensorsWeights;
import io.github.rnnadder.weights.TrainedModel;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.math.BigInteger;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PretrainedAdderTest extends GeneratedLoaderTest {

    private static final String RESOURCE = "META-INF/rnn-adder/com.acme/model.safetensors";

    private final Weights weights = TestNetworks.load("decay-1");
    private final TrainedModel model = Models.model(8, weights);
    private final PretrainedAdder certified = Adders.of(8, weights, true);
    private final PretrainedAdder measured = Adders.of(8, weights, false);

    private static BigInteger number(int bits, Random random) {
        return new BigInteger(bits, random).setBit(bits - 1);
    }

    /** Includes sizes that are not multiples of four, and activations from 0 to far beyond saturation. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 15, 16, 17, 62})
    void itComputesWhatTheNetworkComputesForAnyNumberOfHiddenUnits(int hiddenSize) {
        Random random = new Random(hiddenSize);
        for (int n = 0; n < 300; n++) {
            double scale = Math.pow(10, 4 * random.nextDouble() - 3);
            Weights weights = new Weights(
                    Matrices.scaled(random(hiddenSize, 2, random), scale),
                    Matrices.scaled(random(hiddenSize, hiddenSize, random), 1.0 / hiddenSize),
                    Matrices.scaled(random(hiddenSize, random), scale));
            BigInteger a = new BigInteger(70, random);
            BigInteger b = new BigInteger(70, random);
            double[] p = Adders.of(8, weights, false).probabilities(a, b);
            ForwardPass network = new ForwardPass(weights);
            for (int t = 0; t < p.length; t++) {
                double expected = network.step(a.testBit(t) ? 1 : 0, b.testBit(t) ? 1 : 0);
                assertThat(p[t]).isEqualTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void operandsOfAnyLengthTakeOneColumnMoreThanTheLongerOne() {
        Random random = new Random(5);
        for (int bits : new int[] {1, 6, 7, 8, 62, 63, 64, 65, 127, 128, 129, 300, 10_000}) {
            BigInteger a = number(bits, random);
            BigInteger b = new BigInteger(1 + random.nextInt(bits), random);
            int columns = Math.max(8, bits + 1);
            assertThat(certified.probabilities(a, b)).hasSize(columns);
            assertThat(measured.probabilities(b, a)).hasSize(columns);
            assertThat(certified.add(a, b)).isEqualTo(a.add(b));
            assertThat(certified.add(b, a)).isEqualTo(a.add(b));
            if (bits < 63) {
                assertThat(certified.add(a.longValueExact(), b.longValueExact()))
                        .isEqualTo(a.longValueExact() + b.longValueExact());
                assertThat(certified.probabilities(a.longValueExact(), b.longValueExact()))
                        .isEqualTo(certified.probabilities(a, b));
            }
        }
    }

    /** Nor on what other threads add; they are not JUnit's, which would take one after the other. */
    @Test
    void aSumNeverDependsOnTheOneBefore() throws Exception {
        Random random = new Random(6);
        List<BigInteger> numbers = IntStream.range(1, 200)
                .mapToObj(n -> number(1 + random.nextInt(200), random))
                .toList();
        Callable<Long> wrong = () -> numbers.stream()
                .flatMap(a -> numbers.stream().filter(b -> !certified.add(a, b).equals(a.add(b))))
                .count();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (Future<Long> future : threads.invokeAll(Collections.nCopies(3, wrong))) {
                assertThat(future.get()).isZero();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void withoutACertificateItAddsWhatWasMeasuredAndRefusesLongerOnes() {
        String refusal =
                "An operand has 8 bits, but this network was measured only on operands of up to 7 bits; a network"
                        + " trained with certify: true is proved to add numbers of any length";
        assertThat(measured.certified()).isFalse();
        assertThat(measured.add(127, 127)).isEqualTo(254);
        assertThat(measured.add(BigInteger.valueOf(127), BigInteger.ZERO)).isEqualTo(127);
        for (long[] operands : new long[][] {{128, 0}, {0, 128}, {255, 255}}) {
            assertThatThrownBy(() -> measured.add(operands[0], operands[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(refusal);
            assertThatThrownBy(() -> measured.add(BigInteger.valueOf(operands[0]), BigInteger.valueOf(operands[1])))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(refusal);
            assertThat(measured.probabilities(operands[0], operands[1])).hasSize(9);
        }
        assertThat(certified.certified()).isTrue();
        assertThat(certified.add(128, 255)).isEqualTo(383);
    }

    @Test
    void negativeOperandsAreRefused() {
        BigInteger minus = BigInteger.ONE.negate();
        for (PretrainedAdder adder : List.of(certified, measured)) {
            assertRefused(() -> adder.add(-1, 2));
            assertRefused(() -> adder.add(2, Long.MIN_VALUE));
            assertRefused(() -> adder.add(BigInteger.ONE, minus));
            assertRefused(() -> adder.add(minus, BigInteger.ONE));
            assertRefused(() -> adder.probabilities(1, -2));
            assertRefused(() -> adder.probabilities(minus, BigInteger.ONE));
        }
    }

    private static void assertRefused(Runnable addition) {
        assertThatThrownBy(addition::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An operand is negative; the network adds whole numbers, 0 and up");
    }

    @Test
    void aPredictedSumThatDoesNotFitALongIsAnArithmeticException() {
        assertThat(certified.add(Long.MAX_VALUE, 0)).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> certified.add(Long.MAX_VALUE, Long.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("The predicted sum 18446744073709551614 does not fit a long");
    }

    @Test
    void aSumOfLongsAllocatesNothingAndALongOneItsBitsOnly() {
        certified.add(37, 91);
        assertThat(allocated(() -> {
                    for (int n = 0; n < 1000; n++) {
                        certified.add(n, n);
                    }
                }))
                .isLessThan(1000);
        Random random = new Random(7);
        BigInteger a = number(1_000_000, random);
        BigInteger b = number(1_000_000, random);
        assertThat(allocated(() -> certified.add(a, b))).isLessThan(4 * 1_000_000 / Byte.SIZE);
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void missingOrForeignWeightsAreAnIllegalStateThatNamesTheResourceAndWhereItCameFrom() throws Exception {
        Path source = generate("com.acme.Sums", RESOURCE, model, false);
        compile(source, "com.acme.Sums", RESOURCE, model);
        Path classes = directory.resolve("classes");
        Path foreign = directory.resolve("foreign");
        Path file = Files.createDirectories(foreign.resolve(RESOURCE).getParent())
                .resolve(Path.of(RESOURCE).getFileName());
        byte[] weights = SafetensorsWeights.write(model);
        Files.write(file, weights);
        assertThat(add(isolated(foreign, classes), 37, 91)).isEqualTo(128);

        weights[weights.length - 1] ^= 1;
        Files.write(file, weights);
        assertThatThrownBy(() -> load(isolated(foreign, classes)))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The weights in " + RESOURCE + " are not those that this class was generated for: SHA-256 is "
                                + Sha256.of(weights) + ", expected "
                                + Sha256.of(SafetensorsWeights.write(model)) + "; they were loaded from "
                                + file.toUri().toURL());

        Files.delete(file);
        assertThatThrownBy(() -> load(isolated(foreign, classes)))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The weights in " + RESOURCE + " are missing from the class path");
    }

    private static Class<?> isolated(Path... path) throws Exception {
        URL[] urls = new URL[path.length];
        for (int i = 0; i < path.length; i++) {
            urls[i] = path[i].toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()).loadClass("com.acme.Sums");
    }
}
