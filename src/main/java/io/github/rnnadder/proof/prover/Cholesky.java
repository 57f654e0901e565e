package io.github.rnnadder.proof.prover;

/** The root T of a symmetric positive definite P, TᵀT = P, that is upper triangular: Cholesky's factor, transposed. */
final class Cholesky {

    private Cholesky() {}

    /** Returns T; NaN and infinities where P is not positive definite, which make a norm that is refused. */
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
