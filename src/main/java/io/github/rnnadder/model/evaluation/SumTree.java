package io.github.rnnadder.model.evaluation;

import io.github.rnnadder.model.network.ForwardLanes;
import io.github.rnnadder.model.network.Weights;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Measures a network on up to 64 prefixes with all of their suffixes. Sums that begin alike share these steps, and the
 * four possible next inputs share W h. Each prefix has its own lane, which is also its bit in every {@code long}.
 */
final class SumTree {

    /** The number of sums between two progress reports, which takes less than about a second for any network. */
    private static final int REPORT_INTERVAL = 1024;

    private final int bits;
    private final int prefixBits;
    private final List<Prefix> prefixes;
    private final ForwardLanes network;
    /** The states of the lanes at each depth of the tree. */
    private final ForwardLanes.State[] states;
    /** The loss of the steps so far, by depth and lane. */
    private final double[][] losses;
    /** The predicted bits of all lanes on the path to the current node, by bit position. */
    private final long[] predicted;

    private final double[] lossSums = new double[ForwardLanes.LANES];
    private final Examples examples = new Examples();
    private final LongConsumer measured;
    private long wrongSums;
    private long unreported;

    private SumTree(Weights weights, int bits, int prefixBits, List<Prefix> prefixes, LongConsumer measured) {
        this.bits = bits;
        this.prefixBits = prefixBits;
        this.prefixes = prefixes;
        this.measured = measured;
        this.network = new ForwardLanes(weights);
        int depths = bits - prefixBits + 1;
        this.states = new ForwardLanes.State[depths];
        for (int depth = 0; depth < depths; depth++) {
            states[depth] = network.start();
        }
        this.losses = new double[depths][ForwardLanes.LANES];
        this.predicted = new long[bits];
    }

    /**
     * Measures a network on every sum that begins with one of the prefixes.
     *
     * @param bits T, the width of each sum; the last input is (0,0)
     * @param prefixBits the number of bits of each prefix, less than T
     * @param prefixes 1…64 prefixes
     * @param measured receives the number of newly measured sums now and then
     */
    static Tally measure(Weights weights, int bits, int prefixBits, List<Prefix> prefixes, LongConsumer measured) {
        SumTree tree = new SumTree(weights, bits, prefixBits, prefixes, measured);
        tree.visitPrefixes();
        tree.report();
        double loss = 0;
        for (double lane : tree.lossSums) {
            loss += lane;
        }
        return new Tally(tree.wrongSums, loss, tree.examples.sorted());
    }

    private void visitPrefixes() {
        long carry = 0;
        long wrong = 0;
        for (int column = 0; column < prefixBits; column++) {
            long a = 0;
            long b = 0;
            for (int lane = 0; lane < prefixes.size(); lane++) {
                a |= (prefixes.get(lane).a() >>> column & 1) << lane;
                b |= (prefixes.get(lane).b() >>> column & 1) << lane;
            }
            wrong |= read(column, a, b, carry, 0, 0);
            carry = majority(a, b, carry);
        }
        visit(0, 0, 0, carry, wrong);
    }

    /**
     * Visits a node and every input that can follow it. The operands have the bits {@code a} and {@code b} after the
     * prefix so far. {@code carry} and {@code wrong} have one bit for each lane.
     */
    private void visit(int depth, long a, long b, long carry, long wrong) {
        int column = prefixBits + depth;
        if (column == bits - 1) {
            record(a, b, wrong | read(column, 0, 0, carry, depth, depth + 1), losses[depth + 1]);
            return;
        }
        for (int x = 0; x < 4; x++) {
            long nextA = x & 1;
            long nextB = x >> 1;
            long wrongNow = read(column, -nextA, -nextB, carry, depth, depth + 1);
            visit(depth + 1, a | nextA << depth, b | nextB << depth, majority(-nextA, -nextB, carry), wrong | wrongNow);
        }
    }

    private static long majority(long a, long b, long carry) {
        return a & b | carry & (a ^ b);
    }

    /** Moves all lanes from depth {@code from} to {@code to} by one input. Returns the lanes with a wrong bit. */
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

    private void record(long a, long b, long wrong, double[] loss) {
        for (int lane = 0; lane < prefixes.size(); lane++) {
            lossSums[lane] += loss[lane];
            if ((wrong >>> lane & 1) != 0) {
                wrongSums++;
                Prefix prefix = prefixes.get(lane);
                examples.note(prefix.a() | a << prefixBits, prefix.b() | b << prefixBits, predictedSum(lane));
            }
        }
        unreported += prefixes.size();
        if (unreported >= REPORT_INTERVAL) {
            report();
        }
    }

    private void report() {
        measured.accept(unreported);
        unreported = 0;
    }

    private long predictedSum(int lane) {
        long sum = 0;
        for (int column = 0; column < bits; column++) {
            sum |= (predicted[column] >>> lane & 1) << column;
        }
        return sum;
    }
}
