package io.github.rnnadder.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatricesTest {

    private static double[][] random(int n, double scale, Random random) {
        double[][] a = new double[n][n];
        for (double[] row : a) {
            for (int j = 0; j < n; j++) {
                row[j] = scale * random.nextGaussian();
            }
        }
        return a;
    }

    /** Against the norm that power iteration finds, which is never above the true one. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e93, 1e-93, 1e155, 1e-155, 1e300, 1e-300})
    void theSpectralNormIsBoundedFromAboveAndTightlyAtAnyScale(double scale) {
        Random random = new Random(1);
        for (int n = 1; n <= 64; n += 7) {
            double[][] a = random(n, 1, random);
            double[] x = new double[n];
            x[0] = 1;
            for (int k = 0; k < 300; k++) {
                double[] y = Matrices.product(Matrices.product(a, x), a);
                double norm = Matrices.norm(y);
                for (int i = 0; i < n; i++) {
                    x[i] = y[i] / norm;
                }
            }
            double below = Matrices.norm(Matrices.product(a, x));
            for (double[] row : a) {
                for (int j = 0; j < n; j++) {
                    row[j] *= scale;
                }
            }
            assertThat(Matrices.spectralNorm(a) / scale).isBetween(below, below * 1.15);
        }
    }

    @Test
    void theSpectralNormOfWhatIsNotFiniteIsNoNumberThatPassesAComparison() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[][] a = Matrices.identity(3);
            a[1][2] = bad;
            assertThat(Matrices.spectralNorm(a) <= Double.MAX_VALUE).isFalse();
        }
        assertThat(Matrices.spectralNorm(new double[3][3])).isZero();
    }

    @Test
    void theInverseInverts() {
        double[][] a = random(17, 1, new Random(2));
        double[][] product = Matrices.product(a, Matrices.inverse(a));
        for (int i = 0; i < 17; i++) {
            product[i][i] -= 1;
        }
        assertThat(Matrices.maxRowSum(product)).isLessThan(1e-10);
    }

    @Test
    void combiningRowsIsAMatrixProductAtEveryLength() {
        Random random = new Random(3);
        for (int n = 1; n < 10; n++) {
            double[][] b = random(n, 1, random);
            double[] a = b[0].clone();
            double[] out = new double[n];
            Matrices.combine(a, b, n, out);
            for (int k = 0; k < n; k++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += a[j] * b[j][k];
                }
                assertThat(out[k]).isCloseTo(sum, Offset.offset(1e-12));
            }
            assertThat(Matrices.absoluteSum(a, 1, n))
                    .isCloseTo(Arrays.stream(a).skip(1).map(Math::abs).sum(), Offset.offset(1e-12));
        }
    }
}
