package io.github.rnnadder.proof.prover;

import java.util.Optional;

/**
 * Where the following of one word of columns ends: its states, or one piece of them, lie in a ball or in the tube. The
 * leaves of one word share the array.
 *
 * @param word the columns, from the part on
 * @param tag of the last column
 * @param coordinates of the centre of its states, in the norm of the tag
 * @param radius about it
 * @param holder the ball; none for the tube, which stays as it is
 */
record Leaf(byte[] word, int tag, double[] coordinates, double radius, Optional<Draft> holder) {

    static Leaf inTube(byte[] word) {
        return new Leaf(word, 0, new double[0], 0, Optional.empty());
    }

    /** Says whether its ball, which may have got smaller, holds it still. */
    boolean isHeld() {
        return holder.isEmpty() || radius <= holder.get().room(coordinates, 0);
    }
}
