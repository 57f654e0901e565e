package io.github.rnnadder.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against numbers worked out by hand, and sums of exact decimals. */
class MatricesTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    private static double[] random(int n, Random random) {
        double[] x = new double[n];
        for (int j = 0; j < n; j++) {
            x[j] = random.nextGaussian();
        }
        return x;
    }

    private static double[][] random(int rows, int columns, Random random) {
        double[][] a = new double[rows][];
        for (int i = 0; i < rows; i++) {
            a[i] = random(columns, random);
        }
        return a;
    }

    private static BigDecimal exact(double x) {
        return new BigDecimal(x);
    }

    @Test
    void combiningRowsIsAMatrixProductAtEveryLength() {
        Random random = new Random(3);
        for (int n = 1; n < 10; n++) {
            double[][] b = random(n, 5, random);
            double[] a = random(n, random);
            double[] out = {9, 9, 9, 9, 9};
            Matrices.combine(a, b, 4, out);
            for (int k = 0; k < 4; k++) {
                BigDecimal sum = BigDecimal.ZERO;
                for (int j = 0; j < n; j++) {
                    sum = sum.add(exact(a[j]).multiply(exact(b[j][k])));
                }
                assertThat(out[k]).isCloseTo(sum.doubleValue(), ROUNDING);
            }
            assertThat(out[4]).as("beyond the length").isEqualTo(9);
        }
    }

    @Test
    void productsAreThoseOfTheTextbook() {
        double[][] a = {{1, 2}, {3, 4}, {5, 6}};
        double[][] b = {{1, 0, -1}, {2, 1, 0}};
        assertThat(Matrices.product(a, b)).isDeepEqualTo(new double[][] {{5, 2, -1}, {11, 4, -3}, {17, 6, -5}});
        assertThat(Matrices.product(a, new double[] {10, 1})).containsExactly(12, 34, 56);
        assertThat(Matrices.product(new double[] {1, 0, 2}, a)).containsExactly(11, 14);
        assertThat(Matrices.dot(new double[] {1, 2, 3}, new double[] {4, -5, 6}))
                .isEqualTo(12);
        assertThat(Matrices.norm(new double[] {2, -3, 6})).isEqualTo(7);
    }

    @Test
    void sumsOfAbsoluteValuesAndOfSquaresAreRightAtEveryLength() {
        for (int n = 0; n < 10; n++) {
            double[] x = new double[n + 2];
            for (int k = 0; k < x.length; k++) {
                x[k] = (k % 2 == 0 ? 1 : -1) * (k + 1);
            }
            // 2 + 3 + … + (n+1), and 1 + 4 + … + n².
            assertThat(Matrices.absoluteSum(x, 1, n + 1)).isEqualTo(n * (n + 3) / 2.0);
            assertThat(Matrices.squareSum(x, n)).isEqualTo(n * (n + 1) * (2 * n + 1) / 6.0);
        }
    }

    @Test
    void aDistanceIsGivenOnlyBelowTheLimit() {
        double[] x = {0, 0, 0, 0, 1, 0, 7};
        double[] y = {0, 2, 0, 0, 1, 3, 1};
        assertThat(Matrices.distance(x, y, 7.1)).isEqualTo(7);
        assertThat(Matrices.distance(x, y, 7)).isInfinite();
        assertThat(Matrices.distance(x, y, 1)).as("seen after four coordinates").isInfinite();
        assertThat(Matrices.distance(x, y, -8)).isInfinite();
        assertThat(Matrices.distance(x, y, Double.NaN)).isInfinite();
        assertThat(Matrices.distance(new double[] {Double.NaN}, new double[] {0}, 1))
                .isInfinite();
    }

    @Test
    void theLargestRowSumCountsAbsoluteValuesAndKeepsWhatIsNoNumber() {
        assertThat(Matrices.maxRowSum(new double[][] {{1, -2}, {-3, 1}, {2, 1.5}}))
                .isEqualTo(4);
        assertThat(Matrices.maxRowSum(new double[][] {{Double.NaN, 1}, {5, 5}})).isNaN();
        assertThat(Matrices.maxRowSum(new double[][] {{5, 5}, {Double.NaN, 1}})).isNaN();
    }

    @Test
    void transposingSwapsRowsAndColumns() {
        assertThat(Matrices.transposed(new double[][] {{1, 2}, {3, 4}})).isDeepEqualTo(new double[][] {{1, 3}, {2, 4}});
        assertThat(Matrices.identity(2)).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
    }

    @Test
    void theInverseOfAKnownMatrixIsTheKnownOne() {
        // A Hilbert matrix, whose inverse has integers for entries.
        double[][] hilbert = {{1, 1 / 2.0, 1 / 3.0}, {1 / 2.0, 1 / 3.0, 1 / 4.0}, {1 / 3.0, 1 / 4.0, 1 / 5.0}};
        double[][] expected = {{9, -36, 30}, {-36, 192, -180}, {30, -180, 180}};
        double[][] inverse = Matrices.inverse(hilbert);
        for (int i = 0; i < 3; i++) {
            assertThat(inverse[i]).containsExactly(expected[i], Offset.offset(1e-10));
        }
    }

    @Test
    void aPivotIsTakenFromAnotherRowWhereItsOwnIsZeroOrTiny() {
        double[][] swap = {{0, 1}, {1, 0}};
        assertThat(Matrices.inverse(swap)).isDeepEqualTo(swap);
        double[][] cycle = {{0, 0, 2}, {1, 0, 0}, {0, 4, 0}};
        assertThat(Matrices.inverse(cycle)).isDeepEqualTo(new double[][] {{0, 1, 0}, {0, 0, 0.25}, {0.5, 0, 0}});
        // Without a swap, 1 − 1e20 would lose the 1.
        double[][] tiny = Matrices.inverse(new double[][] {{1e-20, 1}, {1, 1}});
        assertThat(tiny[0]).containsExactly(new double[] {-1, 1}, ROUNDING);
        assertThat(tiny[1]).containsExactly(new double[] {1, 0}, ROUNDING);
        double[][] negative = Matrices.inverse(new double[][] {{1e-20, 1}, {-1, 1}});
        assertThat(negative[0]).containsExactly(new double[] {1, -1}, ROUNDING);
    }

    @Test
    void theInverseInverts() {
        double[][] a = random(17, 17, new Random(2));
        double[][] inverse = Matrices.inverse(a);
        for (int i = 0; i < 17; i++) {
            for (int j = 0; j < 17; j++) {
                double sum = 0;
                for (int k = 0; k < 17; k++) {
                    sum += a[i][k] * inverse[k][j];
                }
                assertThat(sum).isCloseTo(i == j ? 1 : 0, Offset.offset(1e-10));
            }
        }
    }
}
