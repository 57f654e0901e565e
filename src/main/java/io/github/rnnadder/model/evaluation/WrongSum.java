package io.github.rnnadder.model.evaluation;

/**
 * A sum that came out wrong.
 *
 * @param a the first operand
 * @param b the second operand
 * @param predicted what the network makes of a + b
 */
public record WrongSum(long a, long b, long predicted) {}
