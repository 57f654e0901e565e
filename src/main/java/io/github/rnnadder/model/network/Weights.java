package io.github.rnnadder.model.network;

import io.github.rnnadder.base.numeric.Matrices;

/**
 * The weights of a network with H hidden units. All of them are finite, and at most {@value #LARGEST} in size, which
 * keeps every sum of the forward pass finite too. The arrays that are given are copied; those that are returned are
 * not: whoever reads them leaves them as they are.
 *
 * @param u H×2, input to hidden
 * @param w H×H, hidden to hidden
 * @param v H entries, hidden to output
 */
public record Weights(double[][] u, double[][] w, double[] v) {

    /** The rows of the input: one bit of either operand. */
    public static final int INPUTS = 2;

    /** The largest weight, and the largest negative one. */
    public static final double LARGEST = 1e7;

    /**
     * Copies the given matrices.
     *
     * @throws IllegalArgumentException if the shapes do not fit together or an entry is not finite or beyond {@link
     *     #LARGEST}
     */
    public Weights {
        u = copy("U", u, v.length, INPUTS);
        w = copy("W", w, v.length, v.length);
        v = copy("V", new double[][] {v}, 1, v.length)[0];
    }

    private static double[][] copy(String name, double[][] matrix, int rows, int columns) {
        Matrices.requireShape(name, matrix, rows, columns);
        double[][] copy = new double[rows][];
        for (int i = 0; i < rows; i++) {
            copy[i] = matrix[i].clone();
            for (int j = 0; j < columns; j++) {
                if (!isAllowed(copy[i][j])) {
                    throw new IllegalArgumentException(name + "[" + i + "][" + j + "] is " + copy[i][j]
                            + "; every weight must be finite and at most " + LARGEST + " in size");
                }
            }
        }
        return copy;
    }

    /** Says whether a weight may have this value. */
    static boolean isAllowed(double weight) {
        return Math.abs(weight) <= LARGEST; // false for NaN
    }

    /** Returns H, the number of hidden units. */
    public int hiddenSize() {
        return v.length;
    }

    /** Returns how many weights there are: 2H + H² + H. */
    public int count() {
        return hiddenSize() * (INPUTS + hiddenSize() + 1);
    }
}
