package io.github.rnnadder.prover;

import io.github.rnnadder.numeric.Matrices;

/**
 * A root T of a symmetric positive definite P, TᵀT = P, by Jacobi's rotations: T = Λ^{1/2}Qᵀ for P = QΛQᵀ.
 *
 * <p>Written out, since certificates must come out the same bytes on every JVM: only + − × ÷ √, in this order. No linear-algebra
 * library promises that.
 */
final class SquareRoot {

    private static final int MAX_SWEEPS = 40;

    private SquareRoot() {}

    static double[][] of(double[][] p) {
        int n = p.length;
        double[][] a = new double[n][];
        double scale = 0;
        for (int i = 0; i < n; i++) {
            a[i] = p[i].clone();
            scale = Math.max(scale, Math.abs(p[i][i]));
        }
        double[][] q = Matrices.identity(n); // row i becomes eigenvector i
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < MAX_SWEEPS; sweep++) {
            rotated = false;
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    if (Math.abs(a[i][j]) > 1e-15 * scale) {
                        rotate(a, q, i, j);
                        rotated = true;
                    }
                }
            }
        }
        for (int i = 0; i < n; i++) {
            double root = Math.sqrt(Math.max(a[i][i], 1e-12 * scale));
            for (int j = 0; j < n; j++) {
                q[i][j] *= root;
            }
        }
        return q;
    }

    /** Makes a[i][j] zero. */
    private static void rotate(double[][] a, double[][] q, int i, int j) {
        double theta = (a[j][j] - a[i][i]) / (2 * a[i][j]);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (double[] row : a) {
            double x = row[i];
            double y = row[j];
            row[i] = c * x - s * y;
            row[j] = s * x + c * y;
        }
        rotateRows(a[i], a[j], c, s);
        rotateRows(q[i], q[j], c, s);
    }

    private static void rotateRows(double[] first, double[] second, double c, double s) {
        for (int k = 0; k < first.length; k++) {
            double x = first[k];
            double y = second[k];
            first[k] = c * x - s * y;
            second[k] = s * x + c * y;
        }
    }
}
