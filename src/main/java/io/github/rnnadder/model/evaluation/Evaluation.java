package io.github.rnnadder.model.evaluation;

import java.util.List;

/**
 * How well a network adds.
 *
 * @param bits T, the width of the sums
 * @param correctSums the sums with every bit right
 * @param totalSums the sums that were measured
 * @param sampled whether they are a sample, because there are too many sums to measure all
 * @param loss the mean of L, equation (5), over the measured sums
 * @param examples the first wrong sum and a few others, ordered by the first operand, then the second
 */
public record Evaluation(
        int bits, long correctSums, long totalSums, boolean sampled, double loss, List<WrongSum> examples) {

    /** Returns the final accuracy, 0…1. */
    public double accuracy() {
        return (double) correctSums / totalSums;
    }
}
