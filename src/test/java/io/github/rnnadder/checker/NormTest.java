package io.github.rnnadder.checker;

import static io.github.rnnadder.numeric.TestMatrices.diagonal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Norms of two coordinates, worked out by hand. */
class NormTest {

    private static void assertRefused(double[][] t, String reason) {
        assertThatThrownBy(() -> new Norm(t))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    private static void assertAccepted(double[][] t) {
        assertThatCode(() -> new Norm(t)).doesNotThrowAnyException();
    }

    @Test
    void aMetricIsNotTooLarge() {
        assertAccepted(diagonal(9_900, 9_900));
        assertRefused(diagonal(10_100, 10_100), "a metric is too large");
        assertRefused(new double[][] {{6_000, 6_000}, {-6_000, 6_000}}, "a metric is too large");
    }

    @Test
    void nothingThatIsNoNumberIsAMetric() {
        assertRefused(diagonal(1, Double.NaN), "a metric is too large");
        assertRefused(diagonal(1, Double.POSITIVE_INFINITY), "a metric is too large");
    }

    @Test
    void itsInverseIsNotTooLarge() {
        assertAccepted(diagonal(1.01e-4, 1.01e-4));
        assertRefused(diagonal(0.99e-4, 0.99e-4), "the inverse of a metric is too large");
    }

    @Test
    void aSingularMetricHasNoInverse() {
        assertRefused(diagonal(1, 0), "the inverse of a metric is too large");
        assertRefused(new double[][] {{1, 2}, {2, 4}}, "the inverse of a metric is too large");
    }

    @Test
    void itIsWellConditioned() {
        assertAccepted(diagonal(310, 1 / 310.0));
        assertRefused(diagonal(320, 1 / 320.0), "a metric is nearly singular");
    }

    /** Nearly Wilkinson's matrix: far from singular, but elimination with row pivots loses a bit with every column. */
    @Test
    void itsInverseIsAccurate() {
        assertAccepted(wilkinson(16));
        assertRefused(wilkinson(64), "the inverse of a metric comes out too inaccurate");
    }

    private static double[][] wilkinson(int n) {
        double[][] t = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                t[i][j] = j == n - 1 || i == j ? 1 : j < i ? -0.97 : 0;
            }
        }
        return t;
    }

    @Test
    void aBallIsAsWideAsItsRadiusAllowsAndALittleMore() {
        StateSet ball = new Norm(diagonal(2, 0.5)).ball(new double[] {7, 8}, 3);
        assertThat(ball.centre()).containsExactly(7, 8);
        double[][] m = ball.m();
        assertThat(m[0][0]).isBetween(1.5 * (1 + 0.9e-7), 1.5 * (1 + 1.1e-7));
        assertThat(m[1][1]).isBetween(6 * (1 + 0.9e-7), 6 * (1 + 1.1e-7));
        assertThat(m[0][1]).isZero();
        assertThat(m[1][0]).isZero();
    }

    @Test
    void coordinatesAreThoseInWhichTheNormIsEuclidean() {
        Norm norm = new Norm(new double[][] {{1, 2}, {0, 3}});
        assertThat(norm.coordinates(new double[] {4, 5})).containsExactly(14, 15);
        assertThat(norm.inverse[0]).containsExactly(new double[] {1, -2 / 3.0}, Offset.offset(1e-15));
    }
}
