package io.github.rnnadder.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.network.ForwardPass;
import io.github.rnnadder.model.network.Weights;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AdditionTest {

    private static final BigInteger A = BigInteger.TEN.pow(99_999).add(BigInteger.valueOf(12345));

    private final Weights weights = TestNetworks.load("decay-1");

    private Addition add(BigInteger a, BigInteger b) {
        return Addition.of(Adders.of(8, weights, false), a, b);
    }

    @Test
    void theDrawingShowsEveryColumnAndTheVerdict() {
        Addition addition = add(BigInteger.valueOf(37), BigInteger.valueOf(91));
        assertThat(addition.verdict()).isEqualTo("37 + 91 = 128, predicted right");
        assertThat(addition.length()).isEqualTo(7);
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

    @Test
    void sixtyFourColumnsAreShownInFull() {
        assertThat(columns(addition(BigInteger.TWO.pow(62), BigInteger.ONE, 64, -1)))
                .hasSize(64);
        assertThat(addition(BigInteger.TWO.pow(62), BigInteger.ONE, 64, -1).drawing())
                .hasSize(4 * 6);
    }

    @Test
    void ofMoreThanThatTheLastAreShownAndItSaysHowManyAreLeftOut() {
        Addition addition = addition(A, BigInteger.ONE, 332_193, -1);
        assertThat(addition.drawing()).hasSize(1 + 4 * 6).startsWith("columns 64 to 1 of 332193; 332129 are left out");
        assertThat(columns(addition)).hasSize(64).startsWith(64).endsWith(1);
    }

    @Test
    void ofAWrongSumTheColumnsAroundTheFirstWrongOneAreShown() {
        assertThat(columns(addition(A, BigInteger.ONE, 332_193, 1000)))
                .startsWith(1032)
                .endsWith(969)
                .contains(1001);
        assertThat(columns(addition(A, BigInteger.ONE, 332_193, 3)))
                .startsWith(64)
                .endsWith(1);
        assertThat(columns(addition(A, BigInteger.ONE, 332_193, 332_190)))
                .startsWith(332_193)
                .endsWith(332_130);
    }

    @Test
    void theVerdictShortensNumbersButIsExact() {
        String sum = "10000000000000000000…00000000000000012345 (100000 digits) + 1 ="
                + " 10000000000000000000…00000000000000012346 (100000 digits), predicted ";
        assertThat(addition(A, BigInteger.ONE, 332_193, -1).verdict()).isEqualTo(sum + "right");
        assertThat(addition(A, BigInteger.ONE, 332_193, 1000).verdict())
                .startsWith(sum + "10000000000000000000…")
                .endsWith(" (100000 digits): wrong, first in column 1001");
        assertThat(addition(BigInteger.TWO, BigInteger.ONE, 8, 0).verdict())
                .isEqualTo("2 + 1 = 3, predicted 2: wrong, first in column 1");
        assertThat(addition(BigInteger.TEN.pow(59), BigInteger.ONE, 200, -1).verdict())
                .startsWith("1" + "0".repeat(59) + " + 1 = ");
    }

    /** @param wrong the bit that is predicted wrong, or -1 */
    private static Addition addition(BigInteger a, BigInteger b, int width, int wrong) {
        BigInteger sum = a.add(b);
        return new Addition(a, b, new double[width], wrong < 0 ? sum : sum.flipBit(wrong));
    }

    private static List<Integer> columns(Addition addition) {
        return addition.drawing().stream()
                .filter(line -> line.startsWith("column "))
                .flatMap(line -> List.of(line.substring(6).strip().split(" +")).stream())
                .map(Integer::valueOf)
                .collect(Collectors.toList());
    }
}
