package io.github.rnnadder.proof.checker;

import static io.github.rnnadder.base.numeric.TestMatrices.diagonal;
import static io.github.rnnadder.base.numeric.TestMatrices.minus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.network.Reference;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbstractTransformerTest {

    /**
     * Propagates random sets, and points inside them, through random networks for many steps, from tiny
     * pre-activations to saturated ones.
     */
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 0.01", "5, 1", "6, 30", "8, 3", "16, 0.5", "16, 100"})
    void theImageOfEveryPointLiesInTheImageOfTheSet(int h, double scale) {
        Random random = new Random(h);
        for (int n = 0; n < 20; n++) {
            Weights weights =
                    new Weights(matrix(h, 2, scale, random), matrix(h, h, scale, random), vector(h, 1, random));
            AbstractTransformer step = new AbstractTransformer(weights, 1e-6);
            Reference reference = new Reference(weights, StrictMath::tanh);
            InvertibleMetric metric = new InvertibleMetric(plusIdentity(matrix(h, h, 0.2 / h, random)));
            double[] centre = vector(h, 1, random);
            double[][] m = matrix(h, h, 0.3 * random.nextDouble(), random);
            EllipsoidZonotope from = new EllipsoidZonotope(centre, m, new double[h][0]);
            double[][] points = new double[100][];
            for (int p = 0; p < points.length; p++) {
                points[p] = vector(h, 1, random);
                double[] xi = vector(h, 1, random);
                double norm = Matrices.norm(xi);
                double[] offset = Matrices.mult(m, xi);
                for (int i = 0; i < h; i++) {
                    points[p][i] = centre[i] + offset[i] / norm;
                }
            }
            // Enough steps for two or more order reductions.
            for (int t = 0; t < 400 / h; t++) {
                int x = random.nextInt(4);
                EllipsoidZonotope to;
                try {
                    to = step.apply(from, x, metric);
                } catch (InvalidCertificateException e) {
                    break;
                }
                int outside = 0;
                for (int p = 0; p < points.length; p++) {
                    reference.restart(points[p], 0);
                    reference.step(x & 1, x >> 1);
                    points[p] = reference.state();
                    outside += isInside(to, points[p], metric, random) ? 0 : 1;
                }
                assertThat(outside).isZero();
                from = to;
            }
        }
    }

    /**
     * One unit with U x = shift: the image of an interval is an interval that contains tanh of every point.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 1e-9",
        "0, 0.01",
        "0, 1",
        "0, 10",
        "0.5, 0.1",
        "-2, 1.5",
        "9.9, 0.3",
        "-10.6, 0.2",
        "11, 1",
        "15, 9",
        "0, 100",
        "30, 29",
        "500, 499",
        "-20, 0.001",
        "999, 0.9"
    })
    void anIntervalIsEnclosedTightly(double shift, double reach) {
        Weights weights = new Weights(new double[][] {{shift, 0}}, new double[][] {{1}}, new double[] {1});
        EllipsoidZonotope from = new EllipsoidZonotope(new double[1], new double[][] {{reach}}, new double[1][0]);
        EllipsoidZonotope to =
                new AbstractTransformer(weights, 1e-6).apply(from, 1, new InvertibleMetric(new double[][] {{1}}));
        double slope = to.m()[0][0] / reach;
        double secant = (StrictMath.tanh(shift + reach) - StrictMath.tanh(shift - reach)) / (2 * reach);
        assertThat(slope).isBetween(0.0, 1.0).isCloseTo(secant, within(1e-5));
        double roomAbove = Double.POSITIVE_INFINITY;
        double roomBelow = Double.POSITIVE_INFINITY;
        for (int n = 0; n <= 20_000; n++) {
            double xi = n / 10_000.0 - 1;
            // tanh is the centre, plus the linear part, plus at most the new generator.
            double rest = StrictMath.tanh(shift + reach * xi) - to.centre()[0] - slope * reach * xi;
            roomAbove = Math.min(roomAbove, to.g()[0][0] - rest);
            roomBelow = Math.min(roomBelow, to.g()[0][0] + rest);
        }
        assertThat(roomAbove).isBetween(0.99e-6, 4e-6);
        assertThat(roomBelow).isBetween(0.99e-6, 4e-6);
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0", "0, NaN", "0, Infinity", "Infinity, 0"})
    void whatIsNoNumberStaysNone(double centre, double reach) {
        Weights weights = new Weights(new double[1][2], new double[][] {{1}}, new double[] {1});
        EllipsoidZonotope from =
                new EllipsoidZonotope(new double[] {centre}, new double[][] {{reach}}, new double[1][0]);
        EllipsoidZonotope to =
                new AbstractTransformer(weights, 1e-6).apply(from, 0, new InvertibleMetric(new double[][] {{1}}));
        assertThat(to.maxNorm()).isNaN();
    }

    /** 129 generators and the new one are too many, and in this metric the reduced set is too wide. */
    @ParameterizedTest
    @CsvSource({"0.2, true", "0.01, false"})
    void whatReachesTooFarWhenTheOrderIsReducedIsRefused(double slant, boolean accepted) {
        Weights weights = new Weights(new double[2][2], diagonal(1, 1), new double[] {1, 1});
        EllipsoidZonotope from = new EllipsoidZonotope(new double[2], new double[2][2], new double[2][128]);
        from.g()[0][0] = 0.4;
        // Its axes are nearly the same.
        InvertibleMetric metric = new InvertibleMetric(new double[][] {{1, 1}, {1, 1 + slant}});
        AbstractTransformer step = new AbstractTransformer(weights, 1e-6);
        if (accepted) {
            assertThat(step.apply(from, 0, metric).maxNorm()).isBetween(0.4, 10.0);
        } else {
            assertThatThrownBy(() -> step.apply(from, 0, metric)).hasMessage("a set is too wide");
        }
    }

    private static boolean isInside(EllipsoidZonotope set, double[] point, InvertibleMetric metric, Random random) {
        double[] offset = minus(point, set.centre());
        double[] direction = vector(offset.length, 1, random);
        double length = Matrices.norm(Matrices.mult(metric.t(), offset));
        return Math.abs(Matrices.dot(direction, offset))
                        <= set.image(new double[][] {direction}).halfWidth(0)
                && !set.image(metric.t()).isWithin(0.999999 * length);
    }

    private static double[][] plusIdentity(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] += 1;
        }
        return matrix;
    }

    private static double[][] matrix(int rows, int columns, double scale, Random random) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = vector(columns, scale, random);
        }
        return matrix;
    }

    private static double[] vector(int n, double scale, Random random) {
        double[] vector = new double[n];
        for (int i = 0; i < n; i++) {
            vector[i] = scale * (2 * random.nextDouble() - 1);
        }
        return vector;
    }
}
