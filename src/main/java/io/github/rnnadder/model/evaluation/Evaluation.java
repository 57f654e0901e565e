package io.github.rnnadder.model.evaluation;

import java.util.List;

/**
 * How well a network adds.
 *
 * @param correctSums the sums of which every bit is right
 * @param totalSums the sums that were measured
 * @param sampled whether they are a sample, because there are too many for all of them
 * @param loss the mean of L (5) over them
 * @param examples the first wrong one and a few others from all over the operands, ordered by the first operand, then
 *     the second
 */
public record Evaluation(long correctSums, long totalSums, boolean sampled, double loss, List<WrongSum> examples) {

    /** Returns the final accuracy, 0…1. */
    public double accuracy() {
        return (double) correctSums / totalSums;
    }
}
