package io.github.rnnadder.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.network.Reference;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.numeric.Matrices;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetStepTest {

    /** Random networks and sets, from tiny pre-activations to saturated ones, followed for many steps with points inside. */
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 0.01", "5, 1", "6, 30", "8, 3", "16, 0.5", "16, 100"})
    void theImageOfEveryPointLiesInTheImageOfTheSet(int h, double scale) {
        Random random = new Random(h);
        for (int n = 0; n < 20; n++) {
            Weights weights =
                    new Weights(matrix(h, 2, scale, random), matrix(h, h, scale, random), vector(h, 1, random));
            SetStep step = new SetStep(Tensors.of(weights));
            Norm metric = new Norm(plusIdentity(matrix(h, h, 0.2 / h, random)));
            StateSet from = new StateSet(h);
            StateSet to = new StateSet(h);
            double[] centre = vector(h, 1, random);
            double[][] m = matrix(h, h, 0.3 * random.nextDouble(), random);
            from.setBall(centre, m);
            double[][] points = new double[100][];
            for (int p = 0; p < points.length; p++) {
                points[p] = vector(h, 1, random);
                double[] xi = vector(h, 1, random);
                double norm = Matrices.norm(xi);
                double[] offset = Matrices.product(m, xi);
                for (int i = 0; i < h; i++) {
                    points[p][i] = centre[i] + offset[i] / norm;
                }
            }
            // Enough steps for the box columns to be enclosed twice or more.
            for (int t = 0; t < 400 / h; t++) {
                int x = random.nextInt(4);
                if (!step.apply(from, x, metric, to)) {
                    break;
                }
                for (int p = 0; p < points.length; p++) {
                    Reference reference = new Reference(weights, StrictMath::tanh);
                    reference.restart(points[p], 0);
                    reference.step(x & 1, x >> 1);
                    points[p] = reference.state();
                    assertInside(to, points[p], metric, random);
                }
                StateSet swap = from;
                from = to;
                to = swap;
            }
        }
    }

    private static void assertInside(StateSet set, double[] point, Norm metric, Random random) {
        double[] offset = point.clone();
        for (int i = 0; i < offset.length; i++) {
            offset[i] -= set.centre()[i];
        }
        double[] direction = vector(offset.length, 1, random);
        assertThat(Math.abs(Matrices.dot(direction, offset))).isLessThanOrEqualTo(set.reach(direction));
        assertThat(Matrices.norm(metric.coordinates(offset))).isLessThanOrEqualTo(metric.radius(set));
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
