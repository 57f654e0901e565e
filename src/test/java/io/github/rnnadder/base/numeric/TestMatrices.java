package io.github.rnnadder.base.numeric;

import java.util.Arrays;
import java.util.Random;

/** Matrices and vectors that tests make. */
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

    /** Returns a vector of normally distributed entries. */
    public static double[] random(int n, Random random) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> random.nextGaussian());
        return x;
    }

    /** Returns a matrix of normally distributed entries. */
    public static double[][] random(int rows, int columns, Random random) {
        double[][] a = new double[rows][];
        Arrays.setAll(a, i -> random(columns, random));
        return a;
    }

    /** Returns x − y. */
    public static double[] minus(double[] x, double[] y) {
        double[] difference = x.clone();
        Arrays.setAll(difference, i -> x[i] - y[i]);
        return difference;
    }
}
