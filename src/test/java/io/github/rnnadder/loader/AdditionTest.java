package io.github.rnnadder.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.network.ForwardPass;
import io.github.rnnadder.model.network.Weights;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class AdditionTest {

    private final Weights weights = TestNetworks.load("decay-1");

    private Addition add(BigInteger a, BigInteger b) {
        return Addition.of(Adders.of(8, weights, false), a, b);
    }

    @Test
    void theDrawingShowsEveryColumnAndTheVerdict() {
        Addition addition = add(BigInteger.valueOf(37), BigInteger.valueOf(91));
        assertThat(addition.verdict()).isEqualTo("37 + 91 = 128, predicted right");
        assertThat(addition.drawing())
                .hasSize(6)
                .contains(
                        "column     8     7     6     5     4     3     2     1",
                        "carry      1     1     1     1     1     1     1     0",
                        "a          0     0     1     0     0     1     0     1",
                        "b          0     1     0     1     1     0     1     1",
                        "sum        1     0     0     0     0     0     0     0");
    }

    @Test
    void whereNothingIsKnownItShowsWhatTheNetworkMakesOfIt() {
        Weights wrong = TestNetworks.load("wrong-1");
        BigInteger a = BigInteger.TWO.pow(100).subtract(BigInteger.ONE);
        Addition addition = Addition.of(Adders.of(8, wrong, false), a, BigInteger.ONE);
        ForwardPass network = new ForwardPass(wrong);
        for (int t = 0; t <= 100; t++) {
            double p = network.step(a.testBit(t) ? 1 : 0, t == 0 ? 1 : 0);
            assertThat(addition.predicted().testBit(t)).isEqualTo(p > 0.5);
        }
        assertThat(add(BigInteger.ONE.shiftLeft(40), BigInteger.ONE).drawing()).hasSize(3 * 6);
    }

    /** With weights of 0, every p is 0.5. */
    @Test
    void aProbabilityOfOneHalfIsPredictedAsZero() {
        Weights silent = new Weights(new double[2][2], new double[2][2], new double[2]);
        Addition addition = Addition.of(Adders.of(8, silent, false), BigInteger.valueOf(37), BigInteger.valueOf(91));
        assertThat(addition.probabilities()).containsOnly(0.5);
        assertThat(addition.predicted()).isZero();
        assertThat(addition.drawing()).hasSize(7).endsWith("p = 0.500 is a tie, and a tie is a 0");
    }

    @Test
    void theProbabilitiesStandBelowTheirBitsWithThreeDigits() {
        Addition addition =
                new Addition(BigInteger.ONE, BigInteger.ONE, new double[] {0.00049, 0.9996, 0.25}, BigInteger.TWO);
        assertThat(addition.drawing())
                .containsExactly(
                        "column     3     2     1",
                        "carry      0     1     0",
                        "a          0     0     1",
                        "b          0     0     1",
                        "p      0.250 1.000 0.000",
                        "sum        0     1     0");
    }
}
