package io.github.rnnadder.proof.certificate;

import java.util.List;

/**
 * Addition as it ought to be: a full adder, which reads one column of both operands at a time, least significant first,
 * and keeps nothing but the carry, 0 or 1.
 *
 * <p>A column x is 0…3: its bit 0 is the first operand's, its bit 1 the second's. A <em>tag</em> names what the adder
 * has just done: the carry that it now holds and the column that it read last.
 */
public final class FullAdder {

    /** The number of different columns. */
    public static final int COLUMNS = 4;

    /** The number of tags. */
    public static final int TAGS = 8;

    /** Those that occur: column 00 leaves no carry, column 11 always leaves one. */
    public static final List<Integer> OCCURRING = List.of(0, 1, 2, 5, 6, 7);

    private FullAdder() {}

    /** Returns the first operand's bit of column {@code x}. */
    public static int first(int x) {
        return x & 1;
    }

    /** Returns the second operand's bit of column {@code x}. */
    public static int second(int x) {
        return x >> 1;
    }

    /** Returns the bit of the sum, a⊕b⊕c. */
    public static int sumBit(int x, int carry) {
        return first(x) ^ second(x) ^ carry;
    }

    /** Returns the next carry, the majority of a, b and c. */
    public static int carry(int x, int carry) {
        return (first(x) + second(x) + carry) >> 1;
    }

    /** Returns the tag 4·carry + x of an adder that read {@code x} and now holds {@code carry}. */
    public static int tag(int carry, int x) {
        return 4 * carry + x;
    }

    /** Returns the carry of a tag. */
    public static int carryOf(int tag) {
        return tag >> 2;
    }
}
