package io.github.rnnadder.checker;

import io.github.rnnadder.numeric.Matrices;

/** An upper bound of the spectral norm ‖A‖₂, the largest factor by which A stretches a vector. */
final class SpectralNorm {

    /** How often AᵀA is squared. */
    private static final int SQUARINGS = 3;

    /** By what part of itself the bound is enlarged. */
    private static final double SLACK = 1e-9;

    private SpectralNorm() {}

    /**
     * Returns an upper bound of ‖A‖₂ for a square matrix A.
     *
     * <p>With X = AᵀA, ‖A‖₂² = λ(X), the largest eigenvalue, and λ(X)⁸ = λ(X⁸) ≤ ‖X⁸‖_F: the bound is
     * ‖(AᵀA)⁸‖_F^{1/16}, at most n^{1/32} times too large. A is first divided by its largest entry, and each power by
     * its own norm before it is squared. So nothing overflows or underflows: X has a diagonal entry of at least 1, and
     * the square of an X with ‖X‖_F = 1 has a norm of at least 1/n. Rounding is then below 1e-11 in relation, which the
     * last factor dominates. What is not finite gives NaN or infinity.
     */
    static double bound(double[][] matrix) {
        double largest = largest(matrix);
        if (largest == 0) {
            return 0;
        }
        if (!(largest < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        double[][] columns = Matrices.transposed(matrix);
        divide(columns, largest);
        // X = BᵀB for B = A/largest; X is symmetric, so that its rows serve as its columns.
        double[][] x = gram(columns);
        double[] norms = new double[SQUARINGS + 1];
        norms[0] = normalize(x);
        for (int k = 1; k <= SQUARINGS; k++) {
            x = gram(x);
            norms[k] = normalize(x);
        }
        double power = norms[SQUARINGS];
        for (int k = SQUARINGS - 1; k >= 0; k--) {
            power = norms[k] * Math.sqrt(power);
        }
        return largest * Math.sqrt(power) * (1 + SLACK);
    }

    /** Returns R·Rᵀ, of which only one half is computed. */
    private static double[][] gram(double[][] r) {
        int n = r.length;
        double[][] columns = Matrices.transposed(r);
        double[][] x = new double[n][n];
        for (int i = 0; i < n; i++) {
            Matrices.combine(r[i], columns, i + 1, x[i]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                x[j][i] = x[i][j];
            }
        }
        return x;
    }

    /** Divides by ‖X‖_F, which it returns. */
    private static double normalize(double[][] x) {
        double sum = 0;
        for (double[] row : x) {
            sum += Matrices.squareSum(row, row.length);
        }
        double norm = Math.sqrt(sum);
        divide(x, norm);
        return norm;
    }

    // The loops over entries are methods of their own. In bound itself, they would have the JIT compile all of it with
    // what it
    // calls, at once: for 0.1 to 0.2 s of a cold build, in which nothing else of the proof is compiled.

    private static double largest(double[][] x) {
        double largest = 0;
        for (double[] row : x) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        return largest;
    }

    private static void divide(double[][] x, double by) {
        for (double[] row : x) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= by;
            }
        }
    }
}
