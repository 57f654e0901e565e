package io.github.rnnadder.proof.prover;

import java.util.List;

/**
 * How the states of a part have been followed.
 *
 * @param leaves the ends of all words
 * @param steps how many steps of sets the words have in all, common beginnings counted once
 */
record Expansion(List<Leaf> leaves, int steps) {

    /** Of a part that has not been followed. */
    static final Expansion NONE = new Expansion(List.of(), 0);
}
