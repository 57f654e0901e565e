package io.github.rnnadder.model.evaluation;

import java.util.List;

/**
 * The full adder, which is the function that a network has to learn. It reads one bit of each operand per step, least
 * significant first, and remembers only the carry.
 *
 * <p>An input x is 0…3: bit 0 comes from the first operand, bit 1 from the second. A <em>tag</em> is 4·carry + x, which
 * combines the carry after a step with the input of that step.
 */
public final class FullAdder {

    /** The number of different inputs of a step. */
    public static final int INPUT_VALUES = 4;

    /** The number of tags, including two that never occur. */
    public static final int TAGS = 8;

    /** The tags that occur. After input 00 the carry is always 0, and after input 11 it is always 1. */
    public static final List<Integer> OCCURRING = List.of(0, 1, 2, 5, 6, 7);

    private FullAdder() {}

    /** Returns the first operand's bit of input {@code x}. */
    public static int first(int x) {
        return x & 1;
    }

    /** Returns the second operand's bit of input {@code x}. */
    public static int second(int x) {
        return x >> 1;
    }

    /** Returns the sum bit of a step, a ⊕ b ⊕ carry, where a and b are the bits of input {@code x}. */
    public static int sumBit(int x, int carry) {
        return first(x) ^ second(x) ^ carry;
    }

    /** Returns the carry after a step: the majority of the carry before it and the two bits of input {@code x}. */
    public static int carry(int x, int carry) {
        return (first(x) + second(x) + carry) >> 1;
    }

    /** Returns the tag after a step with input {@code x} that left the carry {@code carry}. */
    public static int tag(int carry, int x) {
        return 4 * carry + x;
    }

    /** Returns the carry, 0 or 1, that is part of a tag. */
    public static int carryOf(int tag) {
        return tag >> 2;
    }
}
