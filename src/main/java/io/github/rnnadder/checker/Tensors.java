package io.github.rnnadder.checker;

import io.github.rnnadder.certificate.Column;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.numeric.Matrices;

/**
 * The weights, laid out for the set arithmetic. The arrays are shared, not copied: whoever reads them leaves them as they are.
 *
 * @param w W, H×H
 * @param input U x for each of the four columns x, 4×H
 * @param v V, H entries
 */
public record Tensors(double[][] w, double[][] input, double[] v) {

    /** Takes the weights as they are. */
    public static Tensors of(Weights weights) {
        int h = weights.hiddenSize();
        double[][] w = new double[h][h];
        double[][] input = new double[Column.COUNT][h];
        double[] v = new double[h];
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < h; j++) {
                w[i][j] = weights.w(i, j);
            }
            for (int x = 0; x < Column.COUNT; x++) {
                input[x][i] = weights.u(i, 0) * Column.first(x) + weights.u(i, 1) * Column.second(x);
            }
            v[i] = weights.v(i);
        }
        return new Tensors(w, input, v);
    }

    /** Returns H. */
    public int hiddenSize() {
        return v.length;
    }

    /** Says whether every norm is within {@link Limits#WEIGHTS}. */
    boolean areModerate() {
        double u = 0;
        for (int i = 0; i < v.length; i++) {
            // ‖U‖∞ is at most the sum of the two columns' absolute values.
            u = Math.max(u, Math.abs(input[1][i]) + Math.abs(input[2][i]));
        }
        return Matrices.maxRowSum(w) <= Limits.WEIGHTS
                && u <= Limits.WEIGHTS
                && Matrices.absoluteSum(v, 0, v.length) <= Limits.WEIGHTS;
    }
}
