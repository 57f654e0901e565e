package io.github.rnnadder.model.network;

/**
 * A matrix, column by column. Everything that costs time in training is a sum of scaled columns, and all of it ends in
 * the one loop {@link #combine}.
 *
 * <p>There is room for a multiple of eight columns and rows. What lies beyond the matrix is 0 and stays so.
 */
final class ColumnMatrix {

    private static final int GROUP = 8;

    private final double[][] columns;

    /** Makes a matrix of zeros. */
    ColumnMatrix(int rows, int columns) {
        this.columns = new double[padded(columns)][padded(rows)];
    }

    /** Returns {@code size} rounded up to a multiple of eight. */
    static int padded(int size) {
        return (size + GROUP - 1) / GROUP * GROUP;
    }

    /** Returns the column {@code j}, not a copy. */
    double[] get(int j) {
        return columns[j];
    }

    /** Makes the column {@code j} of this matrix the same array as {@code column}. */
    void share(int j, double[] column) {
        columns[j] = column;
    }

    /** out ← in + M x. */
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

    /** M ← M + L Rᵀ: adds Σ l_t r_tᵀ, l_t and r_t being the columns of {@code left} and {@code right}. */
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
            // m[j] is named twice: JDK 17 leaves the loop scalar where it sees at once that in and out are the same.
            combine(m[j], m[j], l0, l1, l2, l3, l4, l5, l6, l7, r0[j], r1[j], r2[j], r3[j], r4[j], r5[j], r6[j], r7[j]);
        }
    }

    /** M ← factor·M. */
    void scale(double factor) {
        for (double[] column : columns) {
            scale(column, factor);
        }
    }

    /** v ← factor·v. */
    static void scale(double[] v, double factor) {
        for (int i = 0; i < v.length; i++) {
            v[i] *= factor;
        }
    }

    /** M ← Sᵀ, of a square matrix. */
    void setTransposed(ColumnMatrix source) {
        double[][] s = source.columns;
        for (int j = 0; j < s.length; j += 4) {
            setRows(j, s[j], s[j + 1], s[j + 2], s[j + 3]);
        }
    }

    /** Four rows at a time, because each visit to a column costs more than the entry. */
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
     * out ← in + c₀w₀ + … + c₇w₇, for vectors of one length; {@code out} and {@code in} may be the same.
     *
     * <p>Three things make the JIT of every JDK vectorize this loop, which is most of a training. Eight columns
     * amortize reading and writing the sum, and are as many as it takes. The products are added up in two chains:
     * neither one long chain, for their latency, nor in pairs, which C2 leaves scalar. And the bound, which no array
     * reaches, tells it that no index overflows, which saves JDK 17 three instructions per array and with them its
     * limit on the size of a loop to unroll. The commonest lengths have loops of their own, since a number of rows that
     * is known spares C2 the checks around short loops: a tenth of a warm iteration.
     *
     * <p>All of them together are more than the 325 bytes that C2 inlines, and have to be. Inlined in its six places,
     * this loop makes one step of training half a second's work for C2: more than a whole training, and until then
     * everything that comes after it waits to be compiled.
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
