package io.github.rnnadder.report.adder;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.base.numeric.PowerIteration;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.List;

/**
 * A plane through 0 that points are projected on: two directions of length 1 at a right angle. Where points have
 * no spread left, a direction is 0.
 *
 * @param first the horizontal direction
 * @param second the vertical one
 * @param kept the share of the points' variance that is seen on it, 0…1
 */
record Plane(double[] first, double[] second, double kept) {

    /** Enough for directions whose variances differ by 1 %; those that differ by less are as good as each other. */
    private static final int STEPS = 1000;

    /**
     * Returns the two principal directions of some points: no other plane keeps more of their variance.
     *
     * @param points at least one, of at least one dimension
     */
    static Plane ofMostVariance(List<double[]> points) {
        double[][] covariance = covariance(points);
        double all = trace(covariance);
        double[] first = leading(covariance);
        deflate(covariance, first);
        double[] second = leading(covariance);
        deflate(covariance, second);
        return new Plane(first, second, all == 0 ? 1 : 1 - trace(covariance) / all);
    }

    private static double trace(double[][] matrix) {
        double trace = 0;
        for (int i = 0; i < matrix.length; i++) {
            trace += matrix[i][i];
        }
        return trace;
    }

    /** Takes the variance along a direction away. */
    private static void deflate(double[][] covariance, double[] direction) {
        double variance = Matrices.dot(direction, Matrices.mult(covariance, direction));
        for (int i = 0; i < direction.length; i++) {
            for (int j = 0; j < direction.length; j++) {
                covariance[i][j] -= variance * direction[i] * direction[j];
            }
        }
    }

    private static double[][] covariance(List<double[]> points) {
        int n = points.get(0).length;
        double[] mean = new double[n];
        for (double[] point : points) {
            for (int i = 0; i < n; i++) {
                mean[i] += point[i] / points.size();
            }
        }
        double[][] covariance = new double[n][n];
        for (double[] point : points) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    covariance[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]) / points.size();
                }
            }
        }
        return covariance;
    }

    /** Returns the eigenvector of the largest eigenvalue, its largest entry positive; 0 if there is no variance. */
    private static double[] leading(double[][] covariance) {
        double[] start = new double[covariance.length];
        for (double[] row : covariance) {
            if (Matrices.norm(row) > Matrices.norm(start)) {
                start = row;
            }
        }
        double[] direction = PowerIteration.leading(covariance, 0, start, STEPS);
        double largest = 0;
        for (double entry : direction) {
            largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
        }
        double sign = Math.signum(largest);
        return Arrays.stream(direction).map(entry -> sign * entry).toArray();
    }

    /** Returns where a point falls. */
    Point2D point(double[] h) {
        return new Point2D.Double(Matrices.dot(first, h), Matrices.dot(second, h));
    }

    /**
     * Returns what makes the unit circle the shadow of {M ξ : ‖ξ‖₂ ≤ 1}: with N = QM for the projection Q, that is the
     * ellipse {Bη : ‖η‖₂ ≤ 1} for any B with BBᵀ = NNᵀ.
     */
    AffineTransform shadow(double[][] m) {
        double[] x = Matrices.multTransA(m, first);
        double[] y = Matrices.multTransA(m, second);
        double width = Matrices.norm(x);
        double slant = width == 0 ? 0 : Matrices.dot(x, y) / width;
        double rest = Math.sqrt(Math.max(0, Matrices.dot(y, y) - slant * slant));
        return new AffineTransform(width, slant, 0, rest, 0, 0);
    }
}
