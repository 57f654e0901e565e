package io.github.rnnadder.model.training;

import io.github.rnnadder.model.network.Weights;

/**
 * The weights at a moment of a training.
 *
 * @param iteration the iteration that the moment follows, or 0
 * @param right the number of sums that came out right until then
 * @param lastWrong the last iteration until then whose sum came out wrong, or 0
 * @param weights the weights at that moment
 */
public record Checkpoint(int iteration, int right, int lastWrong, Weights weights) {}
