package io.github.rnnadder.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TanhTest {

    private static final MathContext DIGITS = new MathContext(50);

    /** (e²ˣ − 1)/(e²ˣ + 1) to 50 digits: the series of e^(2x/2^k), squared k times. */
    private static BigDecimal exact(double x) {
        int halvings = 12;
        BigDecimal small = new BigDecimal(x).multiply(BigDecimal.valueOf(2)).divide(BigDecimal.valueOf(1L << halvings));
        // expm1 avoids cancellation near 0: e^2y − 1 = (e^y − 1)(e^y − 1 + 2).
        BigDecimal term = small;
        BigDecimal expm1 = small;
        for (int n = 2; term.precision() - term.scale() > small.precision() - small.scale() - 55; n++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            expm1 = expm1.add(term, DIGITS);
        }
        for (int k = 0; k < halvings; k++) {
            expm1 = expm1.multiply(expm1.add(BigDecimal.valueOf(2)), DIGITS);
        }
        return expm1.divide(expm1.add(BigDecimal.valueOf(2)), DIGITS);
    }

    @Test
    void theErrorIsAsStatedOverTheWholeRange() {
        Random random = new Random(1);
        double absolute = 0;
        double relative = 0;
        for (int n = 0; n < 20_000; n++) {
            double x = n % 2 == 0 ? random.nextDouble() * 20 : StrictMath.exp(-30 * random.nextDouble());
            BigDecimal exact = exact(x);
            double error = new BigDecimal(Tanh.of(x)).subtract(exact).abs().doubleValue();
            absolute = Math.max(absolute, error);
            relative = Math.max(relative, error / exact.doubleValue());
        }
        assertThat(absolute).isLessThanOrEqualTo(3.3e-16);
        assertThat(relative).isLessThanOrEqualTo(8.3e-16);
    }

    @Test
    void itIsOddNeverBeyondOneAndIncreasesButForTheRoundingOfNeighbours() {
        double previous = 0;
        for (double x = 0; x < 25; x += 3e-6) {
            double y = Tanh.of(x);
            assertThat(y >= previous * (1 - 6e-16) && y <= 1 && Tanh.of(-x) == -y)
                    .isTrue();
            previous = Math.max(previous, y);
        }
    }

    @Test
    void itIsExactAtZeroAndWhereItSaturatesAndOfTheSmallestNumbers() {
        assertThat(Tanh.of(0.0)).isEqualTo(0.0);
        assertThat(Tanh.of(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(Tanh.of(1e-300)).isEqualTo(1e-300);
        for (double x : new double[] {20, 100, 1e10, 1e200, Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
            assertThat(Tanh.of(x)).isEqualTo(1);
            assertThat(Tanh.of(-x)).isEqualTo(-1);
        }
        assertThat(Tanh.of(Double.NaN)).isNaN();
        assertThat(Sigmoid.of(0)).isEqualTo(0.5);
    }
}
