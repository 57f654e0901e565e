package io.github.rnnadder.model.evaluation;

import java.util.List;

/**
 * The full adder: the machine that a network has to learn. It reads one bit of each operand per step, least significant
 * first, and remembers only the carry.
 *
 * <p>An input x is 0…3: bit 0 comes from the first operand, bit 1 from the second. A <em>tag</em> is 4·carry + x, the
 * carry after a step together with the input of that step.
 */
public final class FullAdder {

    /** The number of different inputs. */
    public static final int INPUT_VALUES = 4;

    /** The number of tags. */
    public static final int TAGS = 8;

    /** The tags that occur. Input 00 never leaves a carry, input 11 always does. */
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

    /** Returns the bit of the sum, a ⊕ b ⊕ carry. */
    public static int sumBit(int x, int carry) {
        return first(x) ^ second(x) ^ carry;
    }

    /** Returns the carry after the step: the majority of a, b and carry. */
    public static int carry(int x, int carry) {
        return (first(x) + second(x) + carry) >> 1;
    }

    /** Returns the tag of an adder that read {@code x} and then holds {@code carry}. */
    public static int tag(int carry, int x) {
        return 4 * carry + x;
    }

    /** Returns the carry that a tag stands for. */
    public static int carryOf(int tag) {
        return tag >> 2;
    }
}
