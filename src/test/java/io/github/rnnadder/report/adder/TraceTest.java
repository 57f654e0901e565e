package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.delivery.BuiltAdder;
import io.github.rnnadder.gate.Proof.Counterexample;
import io.github.rnnadder.gate.Proof.NotSought;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.weights.WeightsFile;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    @Test
    void theBitsAddUpToTheSum() {
        for (long a = 0; a < 128; a += 5) {
            for (long b = 0; b < 128; b += 3) {
                assertThat(Trace.of(Adders.TRAINED.weights(), 8, BigInteger.valueOf(a), BigInteger.valueOf(b))
                                .predicted())
                        .isEqualTo(a + b);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 8, 62})
    void theOperandsOfAnExampleFitTheWidth(int bits) {
        Trace example = Trace.right(new WeightsFile("", bits, Adders.TRAINED.weights(), Map.of()));
        assertThat(example.isRight()).isTrue();
        assertThat(example.a().max(example.b()).bitLength()).isLessThan(bits);
        assertThat(example.a().min(example.b())).as("a sum with a carry").isPositive();
    }

    /** It predicts 1 wherever it has seen a 1, so that even 1 + 1 is wrong. */
    @Test
    void anAdderThatAddsNothingRightAddsNothingAndNothing() {
        Weights ones = new Weights(new double[][] {{1, 1}}, new double[][] {{1}}, new double[] {1});
        WeightsFile adder = new WeightsFile("", 8, ones, Map.of());
        assertThat(Trace.right(adder)).isEqualTo(new Trace(BigInteger.ZERO, BigInteger.ZERO, 8, BigInteger.ZERO));
    }

    @Test
    void aWrongSumSaysMostOfAnAdder() {
        BuiltAdder refuted = Pages.decided("wrong-22");
        Counterexample wrong = refuted.counterexample().orElseThrow();
        assertThat(Trace.mostTelling(refuted))
                .isEqualTo(new Trace(wrong.a(), wrong.b(), wrong.width(), wrong.predicted()));
        assertThat(Trace.mostTelling(Pages.wrong()).predicted())
                .isEqualTo(Pages.wrong()
                        .assessment()
                        .evaluation()
                        .examples()
                        .get(0)
                        .predicted());
        assertThat(Trace.mostTelling(Pages.adder(Adders.TRAINED.weights(), 8, Adders.TRAINED, new NotSought())))
                .isEqualTo(new Trace(BigInteger.valueOf(57), BigInteger.valueOf(19), 8, BigInteger.valueOf(76)));
    }
}
