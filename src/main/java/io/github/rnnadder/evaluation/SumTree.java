package io.github.rnnadder.evaluation;

import io.github.rnnadder.network.ForwardLanes;
import io.github.rnnadder.network.ForwardPass;
import io.github.rnnadder.network.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Up to 64 stems and all sums that grow from them: a tree of common prefixes, in which the four columns that may come next
 * share W h. Each stem has a lane of doubles, and its bit in each {@code long}.
 */
final class SumTree {

    private static final int SHOWN = 5;
    private static final Comparator<WrongSum> BY_OPERANDS =
            Comparator.comparingLong(WrongSum::a).thenComparingLong(WrongSum::b);

    private final Weights weights;
    private final int bits;
    private final int stemColumns;
    private final List<Stem> stems;
    private final ForwardLanes network;
    /** Of a node at each depth: the hidden state, W times it, and the loss of the columns so far. */
    private final double[][][] h;

    private final double[][][] wh;
    private final double[][] loss;

    private final double[] p = new double[ForwardLanes.LANES];
    private final double[] lossSum = new double[ForwardLanes.LANES];
    private final List<WrongSum> firstWrong = new ArrayList<>();
    private long wrongSums;

    private SumTree(Weights weights, int bits, int stemColumns, List<Stem> stems) {
        this.weights = weights;
        this.bits = bits;
        this.stemColumns = stemColumns;
        this.stems = stems;
        this.network = new ForwardLanes(weights);
        int depths = bits - stemColumns + 1;
        this.h = new double[depths][][];
        this.wh = new double[depths][][];
        this.loss = new double[depths][ForwardLanes.LANES];
        for (int depth = 0; depth < depths; depth++) {
            h[depth] = network.zeros();
            wh[depth] = network.zeros();
        }
    }

    /** What a tree found: how many of its sums are wrong, the first of them, and the sum of their losses. */
    record Fruit(long wrongSums, List<WrongSum> firstWrong, double loss) {

        static final Fruit NONE = new Fruit(0, List.of(), 0);

        Fruit plus(Fruit other) {
            List<WrongSum> wrong = new ArrayList<>(firstWrong);
            wrong.addAll(other.firstWrong);
            wrong.sort(BY_OPERANDS);
            return new Fruit(
                    wrongSums + other.wrongSums,
                    List.copyOf(wrong.subList(0, Math.min(SHOWN, wrong.size()))),
                    loss + other.loss);
        }
    }

    /**
     * Measures every sum that begins with one of the stems.
     *
     * @param weights of the network
     * @param bits T, the columns of each sum; the last one reads (0,0)
     * @param stemColumns the columns of each stem, less than T
     * @param stems 1…64 of them
     */
    static Fruit measure(Weights weights, int bits, int stemColumns, List<Stem> stems) {
        SumTree tree = new SumTree(weights, bits, stemColumns, stems);
        tree.growFromStems();
        double sum = 0;
        for (int lane = 0; lane < stems.size(); lane++) {
            sum += tree.lossSum[lane];
        }
        return new Fruit(tree.wrongSums, tree.firstWrong, sum);
    }

    private void growFromStems() {
        long carry = 0;
        long wrong = 0;
        for (int column = 0; column < stemColumns; column++) {
            long a = 0;
            long b = 0;
            for (int lane = 0; lane < stems.size(); lane++) {
                a |= (stems.get(lane).a() >>> column & 1) << lane;
                b |= (stems.get(lane).b() >>> column & 1) << lane;
            }
            network.multiply(h[0], wh[0]);
            wrong |= read(a, b, carry, 0, 0);
            carry = majority(a, b, carry);
        }
        grow(0, 0, 0, carry, wrong);
    }

    /** Adds all columns that can follow, {@code a} and {@code b} being what the operands have beyond the stem so far. */
    private void grow(int depth, long a, long b, long carry, long wrong) {
        network.multiply(h[depth], wh[depth]);
        int column = stemColumns + depth;
        if (column == bits - 1) {
            harvest(a, b, wrong | read(0, 0, carry, depth, depth + 1), depth + 1);
            return;
        }
        for (int x = 0; x < 4; x++) {
            long aBits = -(x & 1);
            long bBits = -(x >> 1);
            long wrongHere = read(aBits, bBits, carry, depth, depth + 1);
            grow(
                    depth + 1,
                    a | (aBits & 1) << depth,
                    b | (bBits & 1) << depth,
                    majority(aBits, bBits, carry),
                    wrong | wrongHere);
        }
    }

    /** Reads a column into the state at depth {@code to}, and returns the lanes whose bit it got wrong. */
    private long read(long a, long b, long carry, int from, int to) {
        network.activate(wh[from], a, b, h[to]);
        network.output(h[to], p);
        long y = a ^ b ^ carry;
        long wrong = 0;
        for (int lane = 0; lane < ForwardLanes.LANES; lane++) {
            double e = p[lane] - (y >>> lane & 1);
            loss[to][lane] = loss[from][lane] + 0.5 * e * e;
            wrong |= (p[lane] > 0.5 ? 1L : 0L) << lane;
        }
        return wrong ^ y;
    }

    private static long majority(long a, long b, long carry) {
        return a & b | carry & (a ^ b);
    }

    private void harvest(long a, long b, long wrong, int depth) {
        for (int lane = 0; lane < stems.size(); lane++) {
            lossSum[lane] += loss[depth][lane];
            if ((wrong >>> lane & 1) != 0) {
                wrongSums++;
                Stem stem = stems.get(lane);
                noteWrong(stem.a() | a << stemColumns, stem.b() | b << stemColumns);
            }
        }
    }

    private void noteWrong(long a, long b) {
        WrongSum sum = new WrongSum(a, b, 0);
        if (firstWrong.size() == SHOWN && BY_OPERANDS.compare(firstWrong.get(SHOWN - 1), sum) < 0) {
            return;
        }
        firstWrong.add(new WrongSum(a, b, predict(a, b)));
        firstWrong.sort(BY_OPERANDS);
        if (firstWrong.size() > SHOWN) {
            firstWrong.remove(SHOWN);
        }
    }

    private long predict(long a, long b) {
        ForwardPass pass = new ForwardPass(weights);
        long sum = 0;
        for (int column = 0; column < bits; column++) {
            double p = pass.step((int) (a >>> column & 1), (int) (b >>> column & 1));
            sum |= (p > 0.5 ? 1L : 0L) << column;
        }
        return sum;
    }
}
