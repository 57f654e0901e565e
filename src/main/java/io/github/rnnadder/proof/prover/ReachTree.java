package io.github.rnnadder.proof.prover;

import java.util.List;

/**
 * How the states of a part have been followed.
 *
 * @param leaves the ends of all words
 * @param steps how many steps of sets the words have in all, common beginnings counted once
 */
record ReachTree(List<Containment> leaves, int steps) {

    /** Of a part that has not been followed. */
    static final ReachTree NONE = new ReachTree(List.of(), 0);
}
