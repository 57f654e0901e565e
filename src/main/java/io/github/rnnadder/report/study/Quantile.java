package io.github.rnnadder.report.study;

import java.util.Arrays;

/**
 * Computes quantiles of a sample by linear interpolation between its order statistics. This is definition 7 of Hyndman
 * and Fan (1996), the default of R and NumPy.
 */
final class Quantile {

    private Quantile() {}

    /**
     * Returns one quantile of a sample.
     *
     * @param sample at least one value, in any order
     * @param fraction the fraction from 0, for the minimum, to 1, for the maximum
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
