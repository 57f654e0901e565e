package io.github.rnnadder.model.network;

/**
 * A matrix stored by columns, padded with zeros to a multiple of eight rows and columns. Training spends nearly all of
 * its time adding scaled columns, always in the loop of {@link #combine}.
 */
final class ColumnMatrix {

    private static final int GROUP = 8;

    private final double[][] columns;

    /** Creates a matrix of zeros. */
    ColumnMatrix(int rows, int columns) {
        this.columns = new double[padded(columns)][padded(rows)];
    }

    /** Returns {@code size} rounded up to a multiple of eight. */
    static int padded(int size) {
        return (size + GROUP - 1) / GROUP * GROUP;
    }

    /** Returns the array of column {@code j}, not a copy. */
    double[] get(int j) {
        return columns[j];
    }

    /** Replaces the array of column {@code j} by {@code column}, without copying. */
    void share(int j, double[] column) {
        columns[j] = column;
    }

    /** Computes out ← in + M x for this matrix M. {@code out} may be the same array as {@code in}. */
    void multiply(double[] in, double[] x, double[] out) {
        double[][] m = columns;
        double[] sum = in;
        for (int j = 0; j < m.length; j += GROUP) {
            combine(
                    out, sum, m[j], m[j + 1], m[j + 2], m[j + 3], m[j + 4], m[j + 5], m[j + 6], m[j + 7], x[j],
                    x[j + 1], x[j + 2], x[j + 3], x[j + 4], x[j + 5], x[j + 6], x[j + 7]);
            sum = out;
        }
    }

    /** Adds L Rᵀ to this matrix: l_t r_tᵀ for each column l_t of {@code left} and r_t of {@code right}. */
    void addProduct(ColumnMatrix left, ColumnMatrix right) {
        for (int t = 0; t < left.columns.length; t += GROUP) {
            addProduct(left.columns, right.columns, t);
        }
    }

    private void addProduct(double[][] left, double[][] right, int t) {
        double[] l0 = left[t];
        double[] l1 = left[t + 1];
        double[] l2 = left[t + 2];
        double[] l3 = left[t + 3];
        double[] l4 = left[t + 4];
        double[] l5 = left[t + 5];
        double[] l6 = left[t + 6];
        double[] l7 = left[t + 7];
        double[] r0 = right[t];
        double[] r1 = right[t + 1];
        double[] r2 = right[t + 2];
        double[] r3 = right[t + 3];
        double[] r4 = right[t + 4];
        double[] r5 = right[t + 5];
        double[] r6 = right[t + 6];
        double[] r7 = right[t + 7];
        double[][] m = columns;
        for (int j = 0; j < m.length; j++) {
            // m[j] appears twice: if JDK 17 sees that in and out are the same array, it does not vectorize
            // the loop.
            combine(m[j], m[j], l0, l1, l2, l3, l4, l5, l6, l7, r0[j], r1[j], r2[j], r3[j], r4[j], r5[j], r6[j], r7[j]);
        }
    }

    /** Computes M ← factor·M for this matrix M. */
    void scale(double factor) {
        for (double[] column : columns) {
            scale(column, factor);
        }
    }

    /** Computes v ← factor·v. */
    static void scale(double[] v, double factor) {
        for (int i = 0; i < v.length; i++) {
            v[i] *= factor;
        }
    }

    /** Computes M ← Sᵀ for this matrix M and a square matrix S. */
    void setTransposed(ColumnMatrix source) {
        double[][] s = source.columns;
        for (int j = 0; j < s.length; j += 4) {
            setRows(j, s[j], s[j + 1], s[j + 2], s[j + 3]);
        }
    }

    /** Sets four rows at a time, because loading the array of a column costs more than writing an entry. */
    private void setRows(int row, double[] s0, double[] s1, double[] s2, double[] s3) {
        for (int i = 0; i < columns.length; i++) {
            double[] column = columns[i];
            column[row] = s0[i];
            column[row + 1] = s1[i];
            column[row + 2] = s2[i];
            column[row + 3] = s3[i];
        }
    }

    /**
     * Computes out ← in + c₀w₀ + … + c₇w₇. All vectors have the same length; {@code out} may be {@code in} itself.
     *
     * <p>Training spends most of its time in this loop, which is shaped so that the JIT compiler of every JDK
     * vectorizes it. Eight columns per pass mean fewer reads and writes of the sum. Two chains of additions have less
     * latency than one; C2, the optimizing JIT compiler, does not vectorize a tree of pairwise sums. The bound 2³⁰ is
     * never reached but shows C2 that no index overflows. Without it, JDK 17 needs three more instructions per array
     * and does not unroll the loop.
     *
     * <p>The common lengths have loops of their own, which keep the method above 325 bytes of bytecode, so that C2 does
     * not inline it. A single loop, inlined into the six callers, would make a warm iteration 3 to 11 % faster, but C2
     * would compile for so long that training and certifying in a new JVM would take a quarter longer.
     */
    static void combine(
            double[] out,
            double[] in,
            double[] w0,
            double[] w1,
            double[] w2,
            double[] w3,
            double[] w4,
            double[] w5,
            double[] w6,
            double[] w7,
            double c0,
            double c1,
            double c2,
            double c3,
            double c4,
            double c5,
            double c6,
            double c7) {
        int n = Math.min(out.length, 1 << 30);
        if (n == 16) {
            for (int i = 0; i < 16; i++) {
                out[i] = in[i]
                        + ((c0 * w0[i] + c1 * w1[i] + c2 * w2[i] + c3 * w3[i])
                                + (c4 * w4[i] + c5 * w5[i] + c6 * w6[i] + c7 * w7[i]));
            }
            return;
        }
        if (n == 32) {
            for (int i = 0; i < 32; i++) {
                out[i] = in[i]
                        + ((c0 * w0[i] + c1 * w1[i] + c2 * w2[i] + c3 * w3[i])
                                + (c4 * w4[i] + c5 * w5[i] + c6 * w6[i] + c7 * w7[i]));
            }
            return;
        }
        if (n == 64) {
            for (int i = 0; i < 64; i++) {
                out[i] = in[i]
                        + ((c0 * w0[i] + c1 * w1[i] + c2 * w2[i] + c3 * w3[i])
                                + (c4 * w4[i] + c5 * w5[i] + c6 * w6[i] + c7 * w7[i]));
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            out[i] = in[i]
                    + ((c0 * w0[i] + c1 * w1[i] + c2 * w2[i] + c3 * w3[i])
                            + (c4 * w4[i] + c5 * w5[i] + c6 * w6[i] + c7 * w7[i]));
        }
    }
}
