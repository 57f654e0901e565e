package io.github.rnnadder.proof.prover;

import java.util.List;

/**
 * The tree of all words that were propagated to meet an obligation.
 *
 * @param leaves the ends of the words
 * @param steps the number of steps; a step that several words share counts once
 */
record ReachTree(List<Containment> leaves, int steps) {

    /** The tree of an obligation that has not been met. */
    static final ReachTree NONE = new ReachTree(List.of(), 0);
}
