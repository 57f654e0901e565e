package io.github.rnnadder.model.evaluation;

import java.util.List;

/**
 * The result for some of the sums.
 *
 * @param wrongSums how many of them are wrong
 * @param loss the sum of L, equation (5), over them
 * @param examples a few of the wrong ones, in order
 */
record Tally(long wrongSums, double loss, List<WrongSum> examples) {

    Tally plus(Tally other) {
        Examples both = new Examples();
        examples.forEach(both::note);
        other.examples.forEach(both::note);
        return new Tally(wrongSums + other.wrongSums, loss + other.loss, both.sorted());
    }
}
