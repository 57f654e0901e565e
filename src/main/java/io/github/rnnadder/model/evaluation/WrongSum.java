package io.github.rnnadder.model.evaluation;

/**
 * A sum that a network gets wrong.
 *
 * @param a the first operand
 * @param b the second operand
 * @param predicted the network's result for a + b
 */
public record WrongSum(long a, long b, long predicted) {}
