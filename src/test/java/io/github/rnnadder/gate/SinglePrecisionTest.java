package io.github.rnnadder.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.proof.checker.SecondChecker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a certificate says of programs in single precision, tried on two of them. */
class SinglePrecisionTest {

    /** Of each network; with {@code -Dsingle.steps=1000000}, by hand, all that the issue asked for. */
    private static final int STEPS = Integer.getInteger("single.steps", 250_000);

    private static final int ZERO_COLUMNS = 20_000;

    private static Certificate covering(String name) {
        Certificate certificate = TestNetworks.certificate(TestNetworks.load(name));
        assertThat(certificate.covers()).isEqualTo(Precision.SINGLE);
        return certificate;
    }

    /** From points of the certified set, half of the columns at random, half those that leave the least margin. */
    @ParameterizedTest
    @ValueSource(strings = {"decay-1", "strong-decay-2", "plain-26", "wide-1"})
    void aProgramInSinglePrecisionIsRightWhereTheCertificateCoversIt(String name) {
        Certificate certificate = covering(name);
        Random random = new Random(23);
        SinglePrecisionProgram program = new SinglePrecisionProgram(TestNetworks.load(name), random);
        int wrong = 0;
        for (int steps = 0; steps < STEPS; ) {
            CertifiedPoint point = CertifiedPoint.anyOf(certificate, random);
            float[] state = SinglePrecisionProgram.rounded(point.state());
            int carry = point.carry();
            for (int t = 0; t < 50; t++, steps++) {
                int x = random.nextInt(FullAdder.INPUT_VALUES);
                if (random.nextBoolean()) {
                    float least = Float.POSITIVE_INFINITY;
                    for (int other = 0; other < FullAdder.INPUT_VALUES; other++) {
                        float o = program.output(program.step(state, other));
                        float margin = FullAdder.sumBit(other, carry) == 1 ? o : -o;
                        if (margin < least) {
                            least = margin;
                            x = other;
                        }
                    }
                }
                state = program.step(state, x);
                wrong += program.bit(state) == FullAdder.sumBit(x, carry) ? 0 : 1;
                carry = FullAdder.carry(x, carry);
            }
        }
        assertThat(wrong).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"decay-1", "strong-decay-2", "wide-1"})
    void manyZeroColumnsAndThenAnyFourAreRightInSinglePrecision(String name) {
        covering(name);
        SinglePrecisionProgram program = new SinglePrecisionProgram(TestNetworks.load(name), new Random(29));
        for (int start = 1; start < FullAdder.INPUT_VALUES; start++) {
            float[] state = program.step(new float[TestNetworks.load(name).hiddenSize()], start);
            assertThat(program.bit(state)).isEqualTo(FullAdder.sumBit(start, 0));
            int carry = FullAdder.carry(start, 0);
            int wrong = 0;
            for (int t = 0; t < ZERO_COLUMNS; t++) {
                state = program.step(state, 0);
                wrong += program.bit(state) == carry ? 0 : 1;
                carry = 0;
            }
            assertThat(wrong).isZero();
            assertEveryWordRight(program, state, 0, 4);
        }
    }

    private static void assertEveryWordRight(SinglePrecisionProgram program, float[] state, int carry, int length) {
        for (int x = 0; length > 0 && x < FullAdder.INPUT_VALUES; x++) {
            float[] next = program.step(state, x);
            assertThat(program.bit(next)).isEqualTo(FullAdder.sumBit(x, carry));
            assertEveryWordRight(program, next, FullAdder.carry(x, carry), length - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"decay-1", "strong-decay-2"})
    void numpyIsRightInSinglePrecisionToo(String name, @TempDir Path directory) throws Exception {
        assumeTrue(SecondChecker.isHere(), "No python3 with numpy: single precision is tried in Java alone");
        covering(name);
        Weights weights = TestNetworks.load(name);
        Path json = Files.writeString(directory.resolve("weights.json"), SecondChecker.json(weights));
        Path program = Path.of(
                SinglePrecisionTest.class.getResource("/certificate/float32.py").toURI());
        Process python = new ProcessBuilder("python3", program.toString(), json.toString(), "" + ZERO_COLUMNS)
                .redirectErrorStream(true)
                .start();
        assertThat(new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo("0 wrong bits");
        assertThat(python.waitFor()).isZero();
    }
}
