package io.github.rnnadder.model.network;

import io.github.rnnadder.base.numeric.Matrices;

/**
 * The weights of a network with H hidden units. Each weight is finite and at most {@value #LARGEST} in absolute value,
 * which keeps every sum of the forward pass finite. The constructor copies the arrays. The accessors do not, and
 * callers must not modify the arrays.
 *
 * @param u H×2, input to hidden
 * @param w H×H, hidden to hidden
 * @param v H entries, hidden to output
 */
public record Weights(double[][] u, double[][] w, double[] v) {

    /** The number of components of an input x_t: one bit of each operand. */
    public static final int INPUTS = 2;

    /** The largest absolute value that a weight may have. */
    public static final double LARGEST = 1e7;

    /**
     * Copies the arrays and checks them.
     *
     * @throws IllegalArgumentException if the shapes do not fit together, or a weight is not finite or exceeds
     *     {@link #LARGEST} in absolute value
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
                            + "; it must be a finite number of at most " + LARGEST + " in absolute value");
                }
            }
        }
        return copy;
    }

    /** Returns whether a weight may have this value. */
    static boolean isAllowed(double weight) {
        return Math.abs(weight) <= LARGEST; // false for NaN
    }

    /** Returns H, the number of hidden units. */
    public int hiddenSize() {
        return v.length;
    }

    /** Returns the total number of weights, 2H + H² + H. */
    public int count() {
        return hiddenSize() * (INPUTS + hiddenSize() + 1);
    }
}
