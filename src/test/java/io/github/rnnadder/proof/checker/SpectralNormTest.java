package io.github.rnnadder.proof.checker;

import static io.github.rnnadder.base.numeric.TestMatrices.random;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.numeric.Matrices;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralNormTest {

    /** The bound exceeds the norm by a factor of at most n^{1/32}. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e93, 1e-93, 1e155, 1e-155, 1e300, 1e-300})
    void theLargestSingularValueKeepsTheLimitAtAnyScale(double scale) {
        Random random = new Random(1);
        for (int n = 1; n <= 64; n += 7) {
            double[] singular = new double[n];
            for (int i = 0; i < n; i++) {
                singular[i] = scale * (i == n / 2 ? 1 : random.nextDouble());
            }
            double[][] a = withSingularValues(singular, random);
            assertThat(SpectralNorm.isAtMost(scale * Math.pow(n, 1 / 32.0) * (1 + 1e-8), a))
                    .isTrue();
            assertThat(SpectralNorm.isAtMost(scale, a)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1.0218971486541166", "64, 1.1387886347566916"})
    void whereAllSingularValuesAreOneItTakesThatFactor(int n, double expected) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[][] orthogonal = withSingularValues(ones, new Random(2));
        assertThat(SpectralNorm.isAtMost(expected * (1 + 1e-8), orthogonal)).isTrue();
        assertThat(SpectralNorm.isAtMost(expected * (1 - 1e-8), orthogonal)).isFalse();
    }

    @Test
    void whatIsNotFiniteKeepsNoLimit() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[][] a = {{1, 0, 0}, {0, 1, bad}, {0, 0, 1}};
            assertThat(SpectralNorm.isAtMost(Double.MAX_VALUE, a)).isFalse();
            assertThat(SpectralNorm.isAtMost(Double.POSITIVE_INFINITY, a)).isFalse();
        }
    }

    @Test
    void zeroKeepsEveryLimitAboveZero() {
        assertThat(SpectralNorm.isAtMost(1e-300, new double[3][3])).isTrue();
        assertThat(SpectralNorm.isAtMost(0, new double[3][3])).isFalse();
        assertThat(SpectralNorm.isAtMost(-1, new double[3][3])).isFalse();
        assertThat(SpectralNorm.isAtMost(Double.NaN, new double[3][3])).isFalse();
    }

    /** Returns P·diag(singular)·Q for reflections P and Q. */
    private static double[][] withSingularValues(double[] singular, Random random) {
        int n = singular.length;
        double[][] a = new double[n][n];
        double[] p = direction(n, random);
        double[] q = direction(n, random);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    double left = (i == k ? 1 : 0) - 2 * p[i] * p[k];
                    double right = (k == j ? 1 : 0) - 2 * q[k] * q[j];
                    a[i][j] += left * singular[k] * right;
                }
            }
        }
        return a;
    }

    private static double[] direction(int n, Random random) {
        double[] x = random(n, random);
        return Matrices.scaled(x, 1 / Matrices.norm(x));
    }
}
