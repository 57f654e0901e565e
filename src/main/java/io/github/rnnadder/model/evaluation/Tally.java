package io.github.rnnadder.model.evaluation;

import java.util.List;

/**
 * The result of measuring some of the sums.
 *
 * @param wrongSums how many of these sums are wrong
 * @param loss the total of the loss L, equation (5), over these sums
 * @param examples a few of the wrong sums, ordered by the first operand, then the second
 */
record Tally(long wrongSums, double loss, List<WrongSum> examples) {

    Tally plus(Tally other) {
        Examples both = new Examples();
        examples.forEach(both::note);
        other.examples.forEach(both::note);
        return new Tally(wrongSums + other.wrongSums, loss + other.loss, both.sorted());
    }
}
