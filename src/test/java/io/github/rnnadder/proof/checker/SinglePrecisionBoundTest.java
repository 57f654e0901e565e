package io.github.rnnadder.proof.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.model.network.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two units: the error of a sum is 6·2⁻²⁴ = 3.6e-7 of its terms, that of tanh 4.8e-7; p needs an o of 9.5e-7. */
class SinglePrecisionBoundTest {

    private static Weights weights(double w, double u, double v) {
        return new Weights(
                new double[][] {{0, 0}, {u / 2, -u / 2}},
                new double[][] {{w / 4, -3 * w / 4}, {0, 0}},
                new double[] {v / 2, -v / 2});
    }

    @ParameterizedTest
    @CsvSource({
        "12.6, 0, 1, true",
        "12.7, 0, 1, false",
        "0, 12.6, 1, true",
        "0, 12.7, 1, false",
        "6, 6.6, 1, true",
        "6, 6.7, 1, false",
        "1, 1, 11.3, true",
        "1, 1, 11.4, false",
    })
    void halfOfTheToleranceIsForTheProgram(double w, double u, double v, boolean within) {
        assertThat(SinglePrecision.isWithin(1e-5, weights(w, u, v))).isEqualTo(within);
    }

    @Test
    void theErrorInTheTubeIsRelativeToWhatItHolds() {
        assertThat(SinglePrecision.relative(weights(40, 9, 9).w(), 0.5))
                .isCloseTo(6 * 0x1p-24 * (10 * 0.5 + 30 * 0.5) + 0x1p-21, within(1e-15));
        assertThat(SinglePrecision.relative(weights(1, 9, 9).w(), 0.5))
                .as("tanh(z)/z errs with z as large as s")
                .isCloseTo(6 * 0x1p-24 + 0x1p-21, within(1e-15));
    }
}
