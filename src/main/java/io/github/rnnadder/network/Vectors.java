package io.github.rnnadder.network;

/**
 * Vectors of the hidden layer, and the one kernel that all the work on matrices goes through.
 *
 * <p>A vector is as long as {@link #paddedLength} says; the entries beyond H are 0 and stay 0. A matrix is an array of its
 * columns, each a vector of its own: small arrays with a constant offset are what the JIT compiler makes vector instructions of.
 * And since a cold build spends its time in the JIT compiler, one small kernel that serves everything is faster there than
 * several that fit better.
 */
final class Vectors {

    /** The columns that the kernel takes at a time; lengths are a multiple of it. */
    static final int COLUMNS = 4;

    private Vectors() {}

    static int paddedLength(int n) {
        return (n + COLUMNS - 1) / COLUMNS * COLUMNS;
    }

    /** The kernel: {@code out} ← {@code in} + c₀w₀ + c₁w₁ + c₂w₂ + c₃w₃; {@code out} may be {@code in}. */
    static void combine(
            double[] out,
            double[] in,
            double[] w0,
            double[] w1,
            double[] w2,
            double[] w3,
            double c0,
            double c1,
            double c2,
            double c3) {
        for (int i = 0; i < out.length; i++) {
            out[i] = in[i] + (c0 * w0[i] + c1 * w1[i] + c2 * w2[i] + c3 * w3[i]);
        }
    }

    /** {@code out} ← {@code in} + M c, four columns of M at a time. */
    static void addProduct(double[] out, double[] in, double[][] m, double[] c) {
        double[] sum = in;
        for (int k = 0; k < c.length; k += COLUMNS) {
            combine(out, sum, m[k], m[k + 1], m[k + 2], m[k + 3], c[k], c[k + 1], c[k + 2], c[k + 3]);
            sum = out;
        }
    }

    /**
     * M ← M + Σ a_s b_rᵀ over eight pairs of rows, s = {@code fromA} … {@code fromA} + 7 and r likewise: the outer products of
     * eight time steps in one pass over M.
     */
    static void addOuterProducts(double[][] m, double[][] a, int fromA, double[][] b, int fromB) {
        double[] a0 = a[fromA];
        double[] a1 = a[fromA + 1];
        double[] a2 = a[fromA + 2];
        double[] a3 = a[fromA + 3];
        double[] a4 = a[fromA + 4];
        double[] a5 = a[fromA + 5];
        double[] a6 = a[fromA + 6];
        double[] a7 = a[fromA + 7];
        double[] b0 = b[fromB];
        double[] b1 = b[fromB + 1];
        double[] b2 = b[fromB + 2];
        double[] b3 = b[fromB + 3];
        double[] b4 = b[fromB + 4];
        double[] b5 = b[fromB + 5];
        double[] b6 = b[fromB + 6];
        double[] b7 = b[fromB + 7];
        for (int j = 0; j < m.length; j++) {
            double[] column = m[j];
            combine(column, column, a0, a1, a2, a3, b0[j], b1[j], b2[j], b3[j]);
            combine(column, column, a4, a5, a6, a7, b4[j], b5[j], b6[j], b7[j]);
        }
    }

    /** Returns xᵀy, in four partial sums. */
    static double dot(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = 0; i < x.length; i += COLUMNS) {
            s0 += x[i] * y[i];
            s1 += x[i + 1] * y[i + 1];
            s2 += x[i + 2] * y[i + 2];
            s3 += x[i + 3] * y[i + 3];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** {@code out} ← x + y. */
    static void add(double[] x, double[] y, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = x[i] + y[i];
        }
    }

    /** x ← c x. */
    static void scale(double[] x, double c) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= c;
        }
    }

    /** {@code out} ← Mᵀ. */
    static void transpose(double[][] m, double[][] out) {
        for (int j = 0; j < m.length; j++) {
            double[] column = m[j];
            for (int i = 0; i < column.length; i++) {
                out[i][j] = column[i];
            }
        }
    }
}
