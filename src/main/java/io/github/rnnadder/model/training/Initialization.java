package io.github.rnnadder.model.training;

import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.network.Weights;

/** Draws the initial weights at random: U, then W, then V, row by row. */
final class Initialization {

    private Initialization() {}

    static Weights draw(Initializer initializer, int hiddenSize, SplitMix64 random) {
        double[][] u = matrix(initializer, hiddenSize, Weights.INPUTS, random);
        double[][] w = matrix(initializer, hiddenSize, hiddenSize, random);
        double[][] v = matrix(initializer, 1, hiddenSize, random);
        return new Weights(u, w, v[0]);
    }

    private static double[][] matrix(Initializer initializer, int rows, int fanIn, SplitMix64 random) {
        double low = switch (initializer) {
            case UNIFORM_FAN_IN -> -1 / Math.sqrt(fanIn);
            case UNIFORM_SYMMETRIC -> -1;
            case UNIFORM_POSITIVE -> 0;
        };
        double high = initializer == Initializer.UNIFORM_POSITIVE ? 1 : -low;
        double[][] matrix = new double[rows][fanIn];
        for (double[] row : matrix) {
            for (int j = 0; j < fanIn; j++) {
                row[j] = low + (high - low) * random.nextDouble();
            }
        }
        return matrix;
    }
}
