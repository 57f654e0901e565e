package io.github.rnnadder.model.evaluation;

import io.github.rnnadder.model.network.ForwardLanes;
import io.github.rnnadder.model.network.Weights;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Measures a network on every sum, or on a fixed sample where there are too many. */
public final class Evaluator {

    /** The widest sums of which every one is measured. */
    private static final int EXHAUSTIVE_BITS = 12;
    /** The columns that grow from each stem in every way; with 2¹⁴ stems they make 4⁴·2¹⁴ = 2²² sums. */
    private static final int CROWN_COLUMNS = 4;

    private static final int SAMPLED_STEMS = 1 << 14;

    private Evaluator() {}

    /**
     * Adds every pair of operands 0 … 2^(bits−1)−1; with more than 12 bits, 2²² of them: 16,384 beginnings, some of
     * them with long carries, each with all of its 256 endings. The result is the same bits for any number of threads.
     *
     * @param bits T, the columns of each sum, 2…62
     */
    public static Evaluation evaluate(Weights weights, int bits) {
        return evaluate(weights, bits, done -> {});
    }

    /**
     * Does the same, and tells how far it is.
     *
     * @param progress hears now and then how many of the {@link #sums} have been measured, on any thread, one call at a
     *     time
     */
    public static Evaluation evaluate(Weights weights, int bits, LongConsumer progress) {
        if (bits < 2 || bits > 62) {
            throw new IllegalArgumentException("bits is " + bits + "; it must be 2 to 62");
        }
        boolean sampled = bits > EXHAUSTIVE_BITS;
        int stemColumns = bits - 1 - crownColumns(bits);
        int stems = stems(bits);
        int trees = (stems + ForwardLanes.LANES - 1) / ForwardLanes.LANES;
        Counter counter = new Counter(progress);
        IntStream numbers = IntStream.range(0, trees);
        // The default width is one tree, for which a pool of threads would only have to be loaded.
        List<Tally> tallies = (trees > 1 ? numbers.parallel() : numbers)
                .mapToObj(tree -> {
                    int first = tree * ForwardLanes.LANES;
                    List<Stem> lanes = IntStream.range(first, Math.min(stems, first + ForwardLanes.LANES))
                            .mapToObj(n -> sampled ? Stem.sampled(n, stemColumns) : Stem.enumerated(n, stemColumns))
                            .toList();
                    return SumTree.measure(weights, bits, stemColumns, lanes, counter::add);
                })
                .toList();
        Tally tally = Tally.NONE;
        for (Tally next : tallies) { // in the order of the trees, not in that of the threads
            tally = tally.plus(next);
        }
        long total = sums(bits);
        return new Evaluation(total - tally.wrongSums(), total, sampled, tally.loss() / total, tally.examples());
    }

    /** Returns how many sums are measured at a width. */
    public static long sums(int bits) {
        return (long) stems(bits) << 2 * crownColumns(bits);
    }

    private static int stems(int bits) {
        return bits > EXHAUSTIVE_BITS ? SAMPLED_STEMS : 1 << 2 * (bits - 1 - crownColumns(bits));
    }

    private static int crownColumns(int bits) {
        return Math.min(CROWN_COLUMNS, bits - 1);
    }

    /** Adds up what the threads have done. */
    private static final class Counter {

        private final LongConsumer progress;
        private long done;

        Counter(LongConsumer progress) {
            this.progress = progress;
        }

        synchronized void add(long more) {
            done += more;
            progress.accept(done);
        }
    }
}
