package io.github.rnnadder.model.training;

import io.github.rnnadder.model.network.Weights;

/**
 * The weights at one moment of a training.
 *
 * @param iteration the last iteration before that moment; 0 before the first
 * @param right the number of sums that came out right so far
 * @param lastWrong the last iteration so far with a wrong sum, or 0
 * @param weights the weights at that moment
 */
public record Checkpoint(int iteration, int right, int lastWrong, Weights weights) {}
