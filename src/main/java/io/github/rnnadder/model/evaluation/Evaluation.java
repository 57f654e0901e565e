package io.github.rnnadder.model.evaluation;

import java.util.List;

/**
 * The measured quality of a network.
 *
 * @param accuracy how many of the measured sums are right
 * @param loss the mean of the loss L, equation (5), over the measured sums
 * @param examples the first wrong sum and a few other wrong sums, ordered by the first operand, then the second
 */
public record Evaluation(Accuracy accuracy, double loss, List<WrongSum> examples) {}
