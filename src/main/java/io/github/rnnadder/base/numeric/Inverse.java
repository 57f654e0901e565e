package io.github.rnnadder.base.numeric;

import java.util.Arrays;

/**
 * Approximates A⁻¹ by Gauss–Jordan elimination with partial pivoting. The result may be inaccurate or not finite, so
 * callers must check ‖A·A⁻¹ − I‖.
 */
public final class Inverse {

    private Inverse() {}

    /** Returns an approximation of the inverse of a square matrix. */
    public static double[][] of(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = Arrays.copyOf(matrix[i], 2 * n);
            a[i][n + i] = 1;
        }
        for (int p = 0; p < n; p++) {
            int best = p;
            for (int i = p + 1; i < n; i++) {
                if (Math.abs(a[i][p]) > Math.abs(a[best][p])) {
                    best = i;
                }
            }
            double[] pivot = a[best];
            a[best] = a[p];
            a[p] = pivot;
            double scale = 1 / pivot[p];
            for (int k = 0; k < 2 * n; k++) {
                pivot[k] *= scale;
            }
            for (int i = 0; i < n; i++) {
                if (i != p) {
                    subtract(a[i], a[i][p], pivot);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            a[i] = Arrays.copyOfRange(a[i], n, 2 * n);
        }
        return a;
    }

    private static void subtract(double[] row, double factor, double[] pivot) {
        for (int k = 0; k < row.length; k++) {
            row[k] -= factor * pivot[k];
        }
    }
}
