package io.github.rnnadder.base.numeric;

import static io.github.rnnadder.base.numeric.TestMatrices.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Compares with numbers worked out by hand and with exact decimal sums. */
class MatricesTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    private static BigDecimal exact(double x) {
        return new BigDecimal(x);
    }

    @Test
    void aRowTimesAMatrixIsExactAtEveryLength() {
        Random random = new Random(3);
        for (int n = 1; n < 10; n++) {
            double[][] b = random(n, 5, random);
            double[] a = random(n, random);
            double[] product = Matrices.multTransA(b, a);
            for (int k = 0; k < 5; k++) {
                BigDecimal sum = BigDecimal.ZERO;
                for (int j = 0; j < n; j++) {
                    sum = sum.add(exact(a[j]).multiply(exact(b[j][k])));
                }
                assertThat(product[k]).isCloseTo(sum.doubleValue(), ROUNDING);
            }
        }
    }

    @Test
    void productsAreThoseOfTheTextbook() {
        double[][] a = {{1, 2}, {3, 4}, {5, 6}};
        double[][] b = {{1, 0, -1}, {2, 1, 0}};
        assertThat(Matrices.mult(a, b)).isDeepEqualTo(new double[][] {{5, 2, -1}, {11, 4, -3}, {17, 6, -5}});
        assertThat(Matrices.mult(a, new double[] {10, 1})).containsExactly(12, 34, 56);
        assertThat(Matrices.multTransA(a, new double[] {1, 0, 2})).containsExactly(11, 14);
        assertThat(Matrices.dot(new double[] {1, 2, 3}, new double[] {4, -5, 6}))
                .isEqualTo(12);
        assertThat(Matrices.norm(new double[] {2, -3, 6})).isEqualTo(7);
    }

    @Test
    void sizesDistancesAndSumsAreThoseOfAbsoluteValues() {
        double[][] a = {{1, -2}, {-3, 4}};
        assertThat(Matrices.rowSums(a)).containsExactly(3, 7);
        assertThat(Matrices.absoluteSum(new double[] {1, -2, 3})).isEqualTo(6);
        assertThat(Matrices.absoluteSum(new double[0])).isZero();
        assertThat(Matrices.distance(new double[] {0, 5, 1, 3}, new double[] {2, 5, 1, -3}))
                .isCloseTo(Math.sqrt(40), ROUNDING);
        assertThat(Matrices.scaled(a, -2)).isDeepEqualTo(new double[][] {{-2, 4}, {6, -8}});
    }

    @Test
    void theLargestEntryIsThatInSizeAndWhatIsNoNumberStays() {
        assertThat(Matrices.largest(new double[] {1, -3, 2})).isEqualTo(3);
        assertThat(Matrices.largest(new double[0])).isZero();
        assertThat(Matrices.largest(new double[] {1, Double.NaN, 2})).isNaN();
        assertThat(Matrices.largest(new double[] {Double.NEGATIVE_INFINITY})).isInfinite();
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
    }
}
