package io.github.rnnadder.proof.prover;

import java.util.Optional;

/**
 * Records where a word ends: the states after it, or one part of them after splitting, lie in a ball or in the cone.
 *
 * @param word the inputs; the parts of one word share the array
 * @param tag the tag after the last input
 * @param coordinates T·c, where c is the centre of the states and T the metric of the tag
 * @param radius the maximum distance of a state from c in that metric
 * @param ball the ball that contains the states; empty if the cone contains them
 */
record Containment(byte[] word, int tag, double[] coordinates, double radius, Optional<CandidateBall> ball) {

    /** Returns the record for a word that ends in the cone. */
    static Containment inCone(byte[] word) {
        return new Containment(word, 0, new double[0], 0, Optional.empty());
    }

    /** Returns whether the states still lie in the ball, which may have shrunk, or in the cone. */
    boolean isValid() {
        return ball.isEmpty() || radius <= ball.get().room(coordinates, 0);
    }
}
