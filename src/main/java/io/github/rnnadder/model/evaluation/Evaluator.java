package io.github.rnnadder.model.evaluation;

import io.github.rnnadder.model.network.ForwardLanes;
import io.github.rnnadder.model.network.Weights;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Measures a network on every sum, or on a fixed sample if there are too many. */
public final class Evaluator {

    /** Up to this width, every sum is measured. */
    private static final int EXHAUSTIVE_BITS = 12;
    /** The bits of each operand that vary in every way after a prefix; with 2¹⁴ prefixes, 4⁴·2¹⁴ = 2²² sums. */
    private static final int SUFFIX_BITS = 4;

    private static final int SAMPLED_PREFIXES = 1 << 14;

    private Evaluator() {}

    /** Measures without reports of progress; see {@link #evaluate(Weights, int, LongConsumer)}. */
    public static Evaluation evaluate(Weights weights, int bits) {
        return evaluate(weights, bits, done -> {});
    }

    /**
     * Measures every pair of operands 0 … 2^(bits−1)−1. For more than 12 bits it measures a sample of 2²² sums instead:
     * 16,384 prefixes, some of them with long carries, each with all of its 256 suffixes. The result is identical for
     * any number of threads.
     *
     * @param bits T, the width of each sum, 2…62
     * @param progress receives the number of sums measured so far, out of {@link #sums}, now and then; from any thread,
     *     one call at a time
     */
    public static Evaluation evaluate(Weights weights, int bits, LongConsumer progress) {
        if (bits < 2 || bits > 62) {
            throw new IllegalArgumentException("bits is " + bits + "; it must be 2 to 62");
        }
        boolean sampled = isSampled(bits);
        int prefixBits = bits - 1 - suffixBits(bits);
        int prefixes = prefixes(bits);
        int trees = (prefixes + ForwardLanes.LANES - 1) / ForwardLanes.LANES;
        AtomicLong measured = new AtomicLong();
        LongConsumer counter = more -> {
            synchronized (measured) {
                progress.accept(measured.addAndGet(more));
            }
        };
        IntStream numbers = IntStream.range(0, trees);
        // The default width needs one tree only; starting a thread pool for it would cost more than it saves.
        List<Tally> tallies = (trees > 1 ? numbers.parallel() : numbers)
                .mapToObj(tree -> {
                    int first = tree * ForwardLanes.LANES;
                    List<Prefix> lanes = IntStream.range(first, Math.min(prefixes, first + ForwardLanes.LANES))
                            .mapToObj(n -> sampled ? Prefix.sampled(n, prefixBits) : Prefix.enumerated(n, prefixBits))
                            .toList();
                    return SumTree.measure(weights, bits, prefixBits, lanes, counter);
                })
                .toList();
        // In the order of the trees, not in that of the threads.
        Tally tally = tallies.stream().reduce(Tally::plus).orElseThrow();
        long total = sums(bits);
        Accuracy accuracy = new Accuracy(bits, total - tally.wrongSums(), total, sampled);
        return new Evaluation(accuracy, tally.loss() / total, tally.examples());
    }

    /** Returns whether a width has too many sums to measure all. */
    public static boolean isSampled(int bits) {
        return bits > EXHAUSTIVE_BITS;
    }

    /** Returns how many sums are measured at a width. */
    public static long sums(int bits) {
        return (long) prefixes(bits) << 2 * suffixBits(bits);
    }

    private static int prefixes(int bits) {
        return isSampled(bits) ? SAMPLED_PREFIXES : 1 << 2 * (bits - 1 - suffixBits(bits));
    }

    private static int suffixBits(int bits) {
        return Math.min(SUFFIX_BITS, bits - 1);
    }
}
