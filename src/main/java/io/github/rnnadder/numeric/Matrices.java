package io.github.rnnadder.numeric;

import java.util.Arrays;

/**
 * Linear algebra on small dense matrices, given as rows. Every order of summation is fixed, so that results are the
 * same on every JVM; no linear-algebra library promises that.
 */
public final class Matrices {

    private Matrices() {}

    /**
     * Sets {@code out[0…length)} to the sum of the rows {@code b[j]}, each times {@code a[j]}: one row of a matrix
     * product. Four rows are added at a time, which halves the memory traffic of this innermost loop of prover and
     * checker.
     */
    public static void combine(double[] a, double[][] b, int length, double[] out) {
        int n = a.length;
        int head = n & 3;
        Arrays.fill(out, 0, length, 0);
        for (int j = 0; j < head; j++) {
            add(out, length, a[j], b[j]);
        }
        for (int j = head; j < n; j += 4) {
            add(out, length, a[j], b[j], a[j + 1], b[j + 1], a[j + 2], b[j + 2], a[j + 3], b[j + 3]);
        }
    }

    private static void add(double[] out, int length, double a, double[] b) {
        for (int k = 0; k < length; k++) {
            out[k] += a * b[k];
        }
    }

    private static void add(
            double[] out,
            int length,
            double a0,
            double[] b0,
            double a1,
            double[] b1,
            double a2,
            double[] b2,
            double a3,
            double[] b3) {
        for (int k = 0; k < length; k++) {
            out[k] += a0 * b0[k] + a1 * b1[k] + (a2 * b2[k] + a3 * b3[k]);
        }
    }

    /** Returns A·B. */
    public static double[][] product(double[][] a, double[][] b) {
        int columns = b[0].length;
        double[][] c = new double[a.length][columns];
        for (int i = 0; i < a.length; i++) {
            combine(a[i], b, columns, c[i]);
        }
        return c;
    }

    /** Returns A·x. */
    public static double[] product(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            y[i] = dot(a[i], x);
        }
        return y;
    }

    /** Returns xᵀA. */
    public static double[] product(double[] x, double[][] a) {
        double[] y = new double[a[0].length];
        combine(x, a, y.length, y);
        return y;
    }

    /** Returns |A||x|, which bounds what any A·x comes to whose entries have these sizes. */
    public static double[] sizes(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += Math.abs(a[i][j] * x[j]);
            }
        }
        return y;
    }

    /** Returns max x_i, at least 1. */
    public static double largestFromOne(double[] x) {
        double largest = 1;
        for (double entry : x) {
            largest = Math.max(largest, entry);
        }
        return largest;
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

    /**
     * Returns ‖x − y‖₂ if that is below {@code limit}, else infinity; the first four coordinates mostly suffice to
     * tell.
     */
    public static double distance(double[] x, double[] y, double limit) {
        double sum = 0;
        double most = limit > 0 ? limit * limit : 0;
        for (int i = 0; i < x.length; i++) {
            double d = x[i] - y[i];
            sum += d * d;
            if ((i & 3) == 3 && !(sum < most)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return sum < most ? Math.sqrt(sum) : Double.POSITIVE_INFINITY;
    }

    /**
     * Returns Σ|x[k]| for k from {@code from} up to but without {@code to}, in four partial sums: each addition to a
     * single one would wait for the last.
     */
    public static double absoluteSum(double[] x, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = from;
        for (; k + 3 < to; k += 4) {
            s0 += Math.abs(x[k]);
            s1 += Math.abs(x[k + 1]);
            s2 += Math.abs(x[k + 2]);
            s3 += Math.abs(x[k + 3]);
        }
        for (; k < to; k++) {
            s0 += Math.abs(x[k]);
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Returns Σx[k]² over the first {@code n} entries. */
    public static double squareSum(double[] x, int n) {
        double s0 = 0;
        double s1 = 0;
        int k = 0;
        for (; k + 1 < n; k += 2) {
            s0 += x[k] * x[k];
            s1 += x[k + 1] * x[k + 1];
        }
        if (k < n) {
            s0 += x[k] * x[k];
        }
        return s0 + s1;
    }

    /** Returns the largest row sum of absolute values, ‖A‖∞; NaN if any entry is. */
    public static double maxRowSum(double[][] a) {
        double max = 0;
        for (double[] row : a) {
            max = Math.max(max, absoluteSum(row, 0, row.length));
        }
        return max;
    }

    /** Returns Aᵀ of a square matrix. */
    public static double[][] transposed(double[][] a) {
        double[][] b = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                b[j][i] = a[i][j];
            }
        }
        return b;
    }

    /** Returns the identity of size n. */
    public static double[][] identity(int n) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i][i] = 1;
        }
        return a;
    }

    /**
     * Returns an approximation of A⁻¹ (Gauss–Jordan with row pivots). Nothing is promised about it, not even that it is
     * finite: who uses it checks ‖A·A⁻¹ − I‖.
     */
    public static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, a[i], 0, n);
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
                    add(a[i], 2 * n, -a[i][p], pivot);
                }
            }
        }
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            inverse[i] = Arrays.copyOfRange(a[i], n, 2 * n);
        }
        return inverse;
    }
}
