package io.github.rnnadder.evaluation;

import java.util.List;

/**
 * What some of the sums gave.
 *
 * @param wrongSums how many of them are wrong
 * @param loss the sum of L (5) over them
 * @param firstWrong the first few wrong ones, in order
 */
record Tally(long wrongSums, double loss, List<WrongSum> firstWrong) {

    static final Tally NONE = new Tally(0, 0, List.of());

    Tally plus(Tally other) {
        FirstWrong first = new FirstWrong();
        firstWrong.forEach(first::note);
        other.firstWrong.forEach(first::note);
        return new Tally(wrongSums + other.wrongSums, loss + other.loss, first.sorted());
    }
}
