package io.github.rnnadder.base.numeric;

/** Matrices that tests make by hand. */
public final class TestMatrices {

    private TestMatrices() {}

    /** Returns the square matrix with this diagonal, 0 elsewhere. */
    public static double[][] diagonal(double... entries) {
        double[][] matrix = new double[entries.length][entries.length];
        for (int i = 0; i < entries.length; i++) {
            matrix[i][i] = entries[i];
        }
        return matrix;
    }
}
