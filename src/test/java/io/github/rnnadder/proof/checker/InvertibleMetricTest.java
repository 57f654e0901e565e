package io.github.rnnadder.proof.checker;

import static io.github.rnnadder.base.numeric.TestMatrices.diagonal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics of two coordinates, worked out by hand. */
class InvertibleMetricTest {

    private static void assertRefused(double[][] t, String reason) {
        assertThatThrownBy(() -> new InvertibleMetric(t))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessage(reason);
    }

    private static void assertAccepted(double[][] t) {
        assertThatCode(() -> new InvertibleMetric(t)).doesNotThrowAnyException();
    }

    /** T is (a, b; c, d). */
    @ParameterizedTest
    @CsvSource({
        "10000, 0, 0, 10000,",
        "10100, 0, 0, 10100, a metric is too large",
        "6000, 6000, -6000, 6000, a metric is too large",
        "1, 0, 0, NaN, a metric is too large",
        "1, 0, 0, Infinity, a metric is too large",
        "1, 0, 0, 0, a metric is nearly singular",
        "1, 2, 2, 4, a metric is nearly singular",
        "1000, 0, 0, 0.01,",
        "320, 0, 0, 0.003125, a metric is nearly singular"
    })
    void aMetricIsNeitherTooLargeNorNearlySingular(double a, double b, double c, double d, String reason) {
        double[][] t = {{a, b}, {c, d}};
        if (reason == null) {
            assertAccepted(t);
        } else {
            assertRefused(t, reason);
        }
    }

    /** Nearly Wilkinson's matrix: far from singular, but elimination with row pivots loses one bit per column. */
    @Test
    void itsInverseIsAccurate() {
        assertAccepted(wilkinson(16));
        assertRefused(wilkinson(64), "the computed inverse of a metric is too inaccurate");
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
        EllipsoidZonotope ball = new InvertibleMetric(diagonal(2, 0.5)).ball(new double[] {7, 3}, 3);
        assertThat(ball.centre()).containsExactly(7, 3);
        double[][] m = ball.m();
        assertThat(m[0][0]).isBetween(1.5 * (1 + 0.9e-7), 1.5 * (1 + 1.1e-7));
        assertThat(m[1][1]).isBetween(6 * (1 + 0.9e-7), 6 * (1 + 1.1e-7));
        assertThat(m[0][1]).isZero();
        assertThat(m[1][0]).isZero();
    }

    @ParameterizedTest
    @CsvSource({"6.9, 0, true", "7.1, 0, false", "-6.9, 0, true", "-7.1, 0, false", "0, 7.9, true", "0, 8.1, false"})
    void noStateOfABallIsBeyondTen(double centre, double radius, boolean accepted) {
        InvertibleMetric norm = new InvertibleMetric(diagonal(1, 0.8));
        double[] point = {centre, 0};
        if (accepted) {
            assertThatCode(() -> norm.ball(point, 3)).doesNotThrowAnyException();
            assertThatCode(() -> norm.ball(new double[2], radius)).doesNotThrowAnyException();
        } else {
            double[] far = centre == 0 ? new double[2] : point;
            assertThatThrownBy(() -> norm.ball(far, Math.max(3, radius))).hasMessage("a set is too wide");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void noBallHasARadiusThatIsNoNumber(double radius) {
        assertThatThrownBy(() -> new InvertibleMetric(diagonal(1, 1)).ball(new double[2], radius))
                .hasMessage("a set is too wide");
    }

    @Test
    void itsInverseIsThatOfItsMatrix() {
        InvertibleMetric norm = new InvertibleMetric(new double[][] {{1, 2}, {0, 3}});
        assertThat(norm.inverse[0]).containsExactly(new double[] {1, -2 / 3.0}, Offset.offset(1e-15));
    }
}
