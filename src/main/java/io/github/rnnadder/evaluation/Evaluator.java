package io.github.rnnadder.evaluation;

import io.github.rnnadder.network.ForwardLanes;
import io.github.rnnadder.network.Weights;
import java.util.List;
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
     * Adds every pair of operands 0 … 2^(bits−1)−1; with more than 12 bits, 2²² of them: 16,384 beginnings, some of them with
     * long carries, each with all of its 256 endings. The result is the same bits for any number of threads.
     *
     * @param bits T, the columns of each sum, 2…62
     */
    public static Evaluation evaluate(Weights weights, int bits) {
        if (bits < 2 || bits > 62) {
            throw new IllegalArgumentException("bits is " + bits + "; it must be 2 to 62");
        }
        boolean sampled = bits > EXHAUSTIVE_BITS;
        int crownColumns = Math.min(CROWN_COLUMNS, bits - 1);
        int stemColumns = bits - 1 - crownColumns;
        int stems = sampled ? SAMPLED_STEMS : 1 << 2 * stemColumns;
        int trees = (stems + ForwardLanes.LANES - 1) / ForwardLanes.LANES;
        List<Tally> tallies = IntStream.range(0, trees)
                .parallel()
                .mapToObj(tree -> {
                    int first = tree * ForwardLanes.LANES;
                    List<Stem> lanes = IntStream.range(first, Math.min(stems, first + ForwardLanes.LANES))
                            .mapToObj(n -> sampled ? Stem.sampled(n, stemColumns) : Stem.enumerated(n, stemColumns))
                            .toList();
                    return SumTree.measure(weights, bits, stemColumns, lanes);
                })
                .toList();
        Tally tally = Tally.NONE;
        for (Tally next : tallies) { // in the order of the trees, not in that of the threads
            tally = tally.plus(next);
        }
        long total = (long) stems << 2 * crownColumns;
        return new Evaluation(total - tally.wrongSums(), total, sampled, tally.loss() / total, tally.firstWrong());
    }
}
