package io.github.rnnadder.report.study;

import java.util.Arrays;

/**
 * Quantiles of a sample, by linear interpolation between its order statistics: definition 7 of Hyndman and Fan (1996),
 * which R and NumPy have as their default.
 */
final class Quantile {

    private Quantile() {}

    /**
     * Returns a quantile.
     *
     * @param sample at least one value, in any order
     * @param fraction 0 for the least to 1 for the greatest value
     */
    static double of(double[] sample, double fraction) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double position = fraction * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
