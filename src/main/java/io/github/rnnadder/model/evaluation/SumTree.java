package io.github.rnnadder.model.evaluation;

import io.github.rnnadder.model.network.ForwardLanes;
import io.github.rnnadder.model.network.Weights;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Up to 64 stems and all sums that grow from them: a tree of common beginnings, in which the four columns that may come
 * next share W h. Each stem has a lane of its own, which is also its bit in every {@code long} of bits.
 */
final class SumTree {

    /** Sums between two reports, which take less than a second or so for any network. */
    private static final int TOLD_AT_ONCE = 1024;

    private final int bits;
    private final int stemColumns;
    private final List<Stem> stems;
    private final ForwardLanes network;
    /** Where the lanes are at each depth. */
    private final ForwardLanes.State[] states;
    /** The loss of the columns so far, of each lane at each depth. */
    private final double[][] losses;
    /** The predicted bits of each column on the way to the node that is being read. */
    private final long[] predicted;

    private final double[] lossSums = new double[ForwardLanes.LANES];
    private final Examples examples = new Examples();
    private final LongConsumer measured;
    private long wrongSums;
    private long untold;

    private SumTree(Weights weights, int bits, int stemColumns, List<Stem> stems, LongConsumer measured) {
        this.bits = bits;
        this.stemColumns = stemColumns;
        this.stems = stems;
        this.measured = measured;
        this.network = new ForwardLanes(weights);
        int depths = bits - stemColumns + 1;
        this.states = new ForwardLanes.State[depths];
        for (int depth = 0; depth < depths; depth++) {
            states[depth] = network.start();
        }
        this.losses = new double[depths][ForwardLanes.LANES];
        this.predicted = new long[bits];
    }

    /**
     * Measures every sum that begins with one of the stems.
     *
     * @param weights of the network
     * @param bits T, the columns of each sum; the last one reads (0,0)
     * @param stemColumns the columns of each stem, less than T
     * @param stems 1…64 of them
     * @param measured hears now and then how many more sums have been measured
     */
    static Tally measure(Weights weights, int bits, int stemColumns, List<Stem> stems, LongConsumer measured) {
        SumTree tree = new SumTree(weights, bits, stemColumns, stems, measured);
        tree.growStems();
        tree.tell();
        double loss = 0;
        for (double lane : tree.lossSums) {
            loss += lane;
        }
        return new Tally(tree.wrongSums, loss, tree.examples.sorted());
    }

    private void growStems() {
        long carry = 0;
        long wrong = 0;
        for (int column = 0; column < stemColumns; column++) {
            long a = 0;
            long b = 0;
            for (int lane = 0; lane < stems.size(); lane++) {
                a |= (stems.get(lane).a() >>> column & 1) << lane;
                b |= (stems.get(lane).b() >>> column & 1) << lane;
            }
            wrong |= read(column, a, b, carry, 0, 0);
            carry = majority(a, b, carry);
        }
        grow(0, 0, 0, carry, wrong);
    }

    /**
     * Adds every column that can follow a node.
     *
     * @param depth of the node
     * @param a what the first operand has beyond the stem so far
     * @param b likewise the second
     * @param carry the carry of each lane
     * @param wrong the lanes with a wrong bit so far
     */
    private void grow(int depth, long a, long b, long carry, long wrong) {
        int column = stemColumns + depth;
        if (column == bits - 1) {
            harvest(a, b, wrong | read(column, 0, 0, carry, depth, depth + 1), losses[depth + 1]);
            return;
        }
        for (int x = 0; x < 4; x++) {
            long nextA = x & 1;
            long nextB = x >> 1;
            long wrongNow = read(column, -nextA, -nextB, carry, depth, depth + 1);
            grow(depth + 1, a | nextA << depth, b | nextB << depth, majority(-nextA, -nextB, carry), wrong | wrongNow);
        }
    }

    private static long majority(long a, long b, long carry) {
        return a & b | carry & (a ^ b);
    }

    /**
     * Reads a column, which leads from the state at one depth to that at another, and returns the lanes whose bit is
     * wrong.
     */
    private long read(int column, long a, long b, long carry, int from, int to) {
        ForwardLanes.State state = states[to];
        network.step(states[from], a, b, state);
        long y = a ^ b ^ carry;
        long bit = 0;
        for (int lane = 0; lane < ForwardLanes.LANES; lane++) {
            double p = state.p(lane);
            double e = p - (y >>> lane & 1);
            losses[to][lane] = losses[from][lane] + 0.5 * e * e;
            bit |= (p > 0.5 ? 1L : 0L) << lane;
        }
        predicted[column] = bit;
        return bit ^ y;
    }

    private void harvest(long a, long b, long wrong, double[] loss) {
        for (int lane = 0; lane < stems.size(); lane++) {
            lossSums[lane] += loss[lane];
            if ((wrong >>> lane & 1) != 0) {
                wrongSums++;
                Stem stem = stems.get(lane);
                examples.note(stem.a() | a << stemColumns, stem.b() | b << stemColumns, predictedSum(lane));
            }
        }
        untold += stems.size();
        if (untold >= TOLD_AT_ONCE) {
            tell();
        }
    }

    private void tell() {
        measured.accept(untold);
        untold = 0;
    }

    private long predictedSum(int lane) {
        long sum = 0;
        for (int column = 0; column < bits; column++) {
            sum |= (predicted[column] >>> lane & 1) << column;
        }
        return sum;
    }
}
