package io.github.rnnadder.model.evaluation;

import io.github.rnnadder.base.numeric.SplitMix64;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A few wrong sums: the first one and some others from the whole range of operands, since its neighbours are much like
 * it. The others have the smallest hashes, so they do not depend on the order in which sums are found.
 */
final class Examples {

    private static final int MAX_OTHER_EXAMPLES = 4;

    private static final Comparator<WrongSum> BY_OPERANDS =
            Comparator.comparingLong(WrongSum::a).thenComparingLong(WrongSum::b);

    private @Nullable WrongSum first;
    /** The sums with the smallest hashes, one more than is returned, because the first sum may be among them. */
    private final TreeSet<WrongSum> leastHashes =
            new TreeSet<>(Comparator.comparingLong(Examples::hash).thenComparing(BY_OPERANDS));

    void note(long a, long b, long predicted) {
        note(new WrongSum(a, b, predicted));
    }

    void note(WrongSum sum) {
        if (first == null || BY_OPERANDS.compare(sum, first) < 0) {
            first = sum;
        }
        if (leastHashes.size() <= MAX_OTHER_EXAMPLES) {
            leastHashes.add(sum);
        } else if (hash(sum) < hash(leastHashes.last())) {
            leastHashes.pollLast();
            leastHashes.add(sum);
        }
    }

    private static long hash(WrongSum sum) {
        return new SplitMix64(new SplitMix64(sum.a()).nextLong() + sum.b()).nextLong();
    }

    /** Returns the chosen sums, ordered by the first operand, then the second. */
    List<WrongSum> sorted() {
        Stream<WrongSum> others =
                leastHashes.stream().filter(sum -> !sum.equals(first)).limit(MAX_OTHER_EXAMPLES);
        return Stream.concat(Stream.ofNullable(first), others)
                .sorted(BY_OPERANDS)
                .toList();
    }
}
