package io.github.rnnadder.base.numeric;

/** Power iteration, which finds an eigenvector of the dominant eigenvalue (von Mises and Pollaczek-Geiringer, 1929). */
public final class PowerIteration {

    /** The largest change of an entry that counts as mere rounding. */
    private static final double CONVERGED = 4e-16;

    private PowerIteration() {}

    /**
     * Returns (A + shift·I)ⁿ·start scaled to length 1, or 0 if that product is 0. For large n, this approaches an
     * eigenvector of the eigenvalue λ with the largest |λ + shift|.
     *
     * @param a the square matrix A
     * @param shift a positive shift favours positive eigenvalues over negative and complex ones of equal absolute value
     * @param start the initial vector, not modified
     * @param steps n, the maximum number of steps; the iteration ends early if a step changes nothing
     */
    public static double[] leading(double[][] a, double shift, double[] start, int steps) {
        double[] x = start;
        for (int k = 0; k < steps; k++) {
            double[] y = Matrices.mult(a, x);
            for (int i = 0; i < y.length; i++) {
                y[i] += shift * x[i];
            }
            double norm = Matrices.norm(y);
            double scale = norm == 0 ? 0 : 1 / norm;
            double change = 0;
            for (int i = 0; i < y.length; i++) {
                y[i] *= scale;
                change = Math.max(change, Math.abs(y[i] - x[i]));
            }
            x = y;
            if (change < CONVERGED) {
                break;
            }
        }
        return x;
    }
}
