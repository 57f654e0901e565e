package io.github.rnnadder.model.evaluation;

import io.github.rnnadder.model.network.ForwardLanes;
import io.github.rnnadder.model.network.Weights;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Measures a network on every sum, or on a fixed sample if there are too many sums. */
public final class Evaluator {

    /** The maximum width of a sum at which every sum is measured. */
    private static final int EXHAUSTIVE_BITS = 12;
    /** The high bits of each operand that take all values after a prefix: 4⁴·2¹⁴ = 2²² sums with 2¹⁴ prefixes. */
    private static final int SUFFIX_BITS = 4;

    private static final int SAMPLED_PREFIXES = 1 << 14;

    private Evaluator() {}

    /** Measures a network without progress reports; see {@link #evaluate(Weights, int, LongConsumer)}. */
    public static Evaluation evaluate(Weights weights, int bits) {
        return evaluate(weights, bits, done -> {});
    }

    /**
     * Measures a network on every pair of operands 0 … 2^(bits−1)−1. For more than 12 bits it measures a sample of 2²²
     * sums: 16,384 prefixes, some of them with long carries, each with all of its 256 suffixes. The result is the same
     * for any number of threads.
     *
     * @param bits T, the width of each sum, 2…62
     * @param progress receives the number of sums measured so far, out of {@link #sums}, now and then; called from any
     *     thread, but never concurrently
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
        // The default width needs only one tree. Starting a thread pool for it would cost more than it saves.
        List<Tally> tallies = (trees > 1 ? numbers.parallel() : numbers)
                .mapToObj(tree -> {
                    int first = tree * ForwardLanes.LANES;
                    List<Prefix> lanes = IntStream.range(first, Math.min(prefixes, first + ForwardLanes.LANES))
                            .mapToObj(n -> sampled ? Prefix.sampled(n, prefixBits) : Prefix.enumerated(n, prefixBits))
                            .toList();
                    return SumTree.measure(weights, bits, prefixBits, lanes, counter);
                })
                .toList();
        // Tallies are added in the order of the trees, not of the threads, so that the loss is always the same.
        Tally tally = tallies.stream().reduce(Tally::plus).orElseThrow();
        long total = sums(bits);
        Accuracy accuracy = new Accuracy(bits, total - tally.wrongSums(), total, sampled);
        return new Evaluation(accuracy, tally.loss() / total, tally.examples());
    }

    /** Returns whether sums of {@code bits} bits are too many to measure all. */
    public static boolean isSampled(int bits) {
        return bits > EXHAUSTIVE_BITS;
    }

    /** Returns the number of sums that are measured at a width of {@code bits} bits. */
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
