package io.github.rnnadder.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest
    @CsvSource({
        "1.23456789, 1.23457",
        "-0.000123456789, -0.000123457",
        "1234565, 1234560",
        "1234575, 1234580",
        "1e-300, 1e-300",
        "0, 0",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
    })
    void sixDigitsStay(double x, double expected) {
        assertThat(Rounding.round(x)).isEqualTo(Double.valueOf(expected));
    }

    @Test
    void everySizeIsRoundedAsDecimalsAre() {
        Random random = new Random(4);
        for (int n = 0; n < 20_000; n++) {
            double x = random.nextGaussian() * StrictMath.pow(10, random.nextInt(60) - 40);
            assertThat(Rounding.round(x))
                    .isEqualTo(new BigDecimal(x).round(new MathContext(6)).doubleValue());
        }
    }

    @Test
    void everyEntryIsRoundedAndTheArgumentStaysAsItWas() {
        double[][] x = {{1.23456789, 2}, {3, 4.44444449}};
        assertThat(Rounding.round(x)).isDeepEqualTo(new double[][] {{1.23457, 2}, {3, 4.44444}});
        assertThat(x[0][0]).isEqualTo(1.23456789);
    }
}
