package io.github.rnnadder.base.numeric;

import java.util.Arrays;

/**
 * Linear algebra on small dense matrices, stored as rows. Every order of summation is fixed, so results are the same on
 * every JVM; no linear-algebra library guarantees that. The checker relies on every method of this class.
 */
public final class Matrices {

    private Matrices() {}

    /**
     * Checks the dimensions of a matrix.
     *
     * @throws IllegalArgumentException if the matrix is empty or does not have these dimensions
     */
    public static void requireShape(String name, double[][] a, int rows, int columns) {
        boolean fits = a.length == rows && Arrays.stream(a).allMatch(row -> row.length == columns);
        if (!fits || rows == 0 || columns == 0) {
            throw new IllegalArgumentException(name + " is empty, or not " + rows + "×" + columns);
        }
    }

    /** Returns a deep copy of A. */
    public static double[][] copy(double[][] a) {
        return Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
    }

    /** Returns Aᵀx, the innermost loop of prover and checker. Adding four rows at a time halves the memory traffic. */
    public static double[] multTransA(double[][] a, double[] x) {
        double[] y = new double[a[0].length];
        int j = x.length & 3;
        for (int i = 0; i < j; i++) {
            add(x[i], a[i], y);
        }
        for (; j < x.length; j += 4) {
            add(x, a[j], a[j + 1], a[j + 2], a[j + 3], j, y);
        }
        return y;
    }

    private static void add(double x, double[] a, double[] out) {
        for (int k = 0; k < a.length; k++) {
            out[k] += x * a[k];
        }
    }

    private static void add(double[] x, double[] a, double[] b, double[] c, double[] d, int j, double[] out) {
        double x0 = x[j];
        double x1 = x[j + 1];
        double x2 = x[j + 2];
        double x3 = x[j + 3];
        for (int k = 0; k < a.length; k++) {
            out[k] += x0 * a[k] + x1 * b[k] + (x2 * c[k] + x3 * d[k]);
        }
    }

    /** Returns A·B. */
    public static double[][] mult(double[][] a, double[][] b) {
        double[][] c = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            c[i] = multTransA(b, a[i]);
        }
        return c;
    }

    /** Returns A·x. */
    public static double[] mult(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            y[i] = dot(a[i], x);
        }
        return y;
    }

    /** Returns factor·x. */
    public static double[] scaled(double[] x, double factor) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * factor;
        }
        return y;
    }

    /** Returns factor·A. */
    public static double[][] scaled(double[][] a, double factor) {
        double[][] b = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            b[i] = scaled(a[i], factor);
        }
        return b;
    }

    /** Returns Aᵀ. */
    public static double[][] transposed(double[][] a) {
        double[][] b = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                b[j][i] = a[i][j];
            }
        }
        return b;
    }

    /** Returns I − x yᵀ. If xᵀy = 1, this matrix projects along x onto the vectors z with yᵀz = 0. */
    public static double[][] projection(double[] x, double[] y) {
        double[][] projection = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            projection[i] = scaled(y, -x[i]);
            projection[i][i] += 1;
        }
        return projection;
    }

    /** Returns xᵀy. */
    public static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** Returns ‖x‖₂. */
    public static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    /** Returns ‖A‖_F. */
    public static double frobenius(double[][] a) {
        double squares = 0;
        for (double[] row : a) {
            squares += dot(row, row);
        }
        return Math.sqrt(squares);
    }

    /** Returns ‖x − y‖₂. */
    public static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return Math.sqrt(sum);
    }

    /** Returns max |x_i|; 0 if x is empty, NaN if any entry is NaN. */
    public static double largest(double[] x) {
        return Arrays.stream(x).map(Math::abs).max().orElse(0);
    }

    /** Returns Σ|x_i|. */
    public static double absoluteSum(double[] x) {
        double sum = 0;
        for (double entry : x) {
            sum += Math.abs(entry);
        }
        return sum;
    }

    /** Returns the row sums of |A|. */
    public static double[] rowSums(double[][] a) {
        double[] sums = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sums[i] = absoluteSum(a[i]);
        }
        return sums;
    }

    /** Returns ‖A‖∞, the largest row sum of |A|; NaN if any entry is NaN. */
    public static double maxRowSum(double[][] a) {
        return largest(rowSums(a));
    }
}
