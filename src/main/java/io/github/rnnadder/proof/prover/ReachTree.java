package io.github.rnnadder.proof.prover;

import java.util.List;

/**
 * How an obligation was met: the tree of all words that were propagated.
 *
 * @param leaves the ends of the words
 * @param steps the number of steps; a common beginning counts once
 */
record ReachTree(List<Containment> leaves, int steps) {

    /** The tree of an obligation that has not been met. */
    static final ReachTree NONE = new ReachTree(List.of(), 0);
}
