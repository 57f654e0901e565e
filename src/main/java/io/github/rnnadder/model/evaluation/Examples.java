package io.github.rnnadder.model.evaluation;

import io.github.rnnadder.base.numeric.SplitMix64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A few of the wrong sums: the first, and others from all over the operands, since the next ones are much like the
 * first. The others are those with the least hash, so they do not depend on the order in which sums are found.
 */
final class Examples {

    private static final int MAX_OTHER_EXAMPLES = 4;

    private static final Comparator<WrongSum> BY_OPERANDS =
            Comparator.comparingLong(WrongSum::a).thenComparingLong(WrongSum::b);

    private final TreeSet<WrongSum> others = new TreeSet<>(
            Comparator.<WrongSum>comparingLong(sum -> digest(sum.a(), sum.b())).thenComparing(BY_OPERANDS));

    private @Nullable WrongSum first;

    void note(long a, long b, long predicted) {
        boolean isFirst = first == null || a < first.a() || a == first.a() && b < first.b();
        if (isFirst || others.size() < MAX_OTHER_EXAMPLES || digest(a, b) < digest(others.last())) {
            note(new WrongSum(a, b, predicted));
        }
    }

    void note(WrongSum sum) {
        @Nullable WrongSum other = sum;
        if (first == null || BY_OPERANDS.compare(sum, first) < 0) {
            other = first;
            first = sum;
        }
        if (other != null) {
            others.add(other);
        }
        if (others.size() > MAX_OTHER_EXAMPLES) {
            others.pollLast();
        }
    }

    private static long digest(WrongSum sum) {
        return digest(sum.a(), sum.b());
    }

    private static long digest(long a, long b) {
        return new SplitMix64(new SplitMix64(a).nextLong() + b).nextLong();
    }

    /** Returns the sums, ordered by the first operand, then the second. */
    List<WrongSum> sorted() {
        List<WrongSum> sums = new ArrayList<>(others);
        if (first != null) {
            sums.add(first);
        }
        sums.sort(BY_OPERANDS);
        return List.copyOf(sums);
    }
}
