package io.github.rnnadder.model.training;

/**
 * A point of the learning curve. It summarizes the window of iterations that ends at this point.
 *
 * @param iteration the last iteration of the window, counted from 1
 * @param accuracy the window accuracy: the share of the window's sums that came out right, 0…1
 * @param error the window error: the mean of the loss L in the window
 */
public record CurvePoint(int iteration, double accuracy, double error) {}
