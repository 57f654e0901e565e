package io.github.rnnadder.proof.prover;

/** Computes the Cholesky factorization P = TᵀT of a symmetric positive definite matrix P. T is upper triangular. */
final class Cholesky {

    private Cholesky() {}

    /** Returns T. If P is not positive definite, T contains NaN or infinities and is later rejected as a metric. */
    static double[][] root(double[][] p) {
        int n = p.length;
        double[][] t = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double rest = p[i][j];
                for (int k = 0; k < i; k++) {
                    rest -= t[k][i] * t[k][j];
                }
                t[i][j] = j == i ? Math.sqrt(rest) : rest / t[i][i];
            }
        }
        return t;
    }
}
