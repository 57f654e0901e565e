package io.github.rnnadder.base.numeric;

/** The eigenvector to the eigenvalue that dominates the others (von Mises and Pollaczek-Geiringer, 1929). */
public final class PowerIteration {

    /** A change of an entry that is no more than rounding. */
    private static final double CONVERGED = 4e-16;

    private PowerIteration() {}

    /**
     * Returns (A + shift·I)ⁿ·start at length 1: nearer, with each of the n steps, to the eigenvector of the eigenvalue
     * λ with the largest |λ + shift|, by the ratio of the next largest to it. 0 if start, or A, is 0.
     *
     * @param a A, square
     * @param shift a positive one prefers positive eigenvalues to negative and complex ones of the same size
     * @param start where it begins, not changed
     * @param steps n; it ends sooner where a step changes nothing any more
     */
    public static double[] leading(double[][] a, double shift, double[] start, int steps) {
        double[] x = start;
        for (int k = 0; k < steps; k++) {
            double[] y = Matrices.product(a, x);
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
