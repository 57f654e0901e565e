package io.github.rnnadder.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The first few wrong sums, ordered by the first operand, then the second, in whatever order they are found. */
final class FirstWrong {

    private static final int MOST = 5;

    private final TreeSet<WrongSum> sums =
            new TreeSet<>(Comparator.comparingLong(WrongSum::a).thenComparingLong(WrongSum::b));

    void note(long a, long b, long predicted) {
        if (sums.size() == MOST && a > sums.last().a()) {
            return; // most of many
        }
        note(new WrongSum(a, b, predicted));
    }

    void note(WrongSum sum) {
        sums.add(sum);
        if (sums.size() > MOST) {
            sums.pollLast();
        }
    }

    List<WrongSum> sorted() {
        return List.copyOf(sums);
    }
}
