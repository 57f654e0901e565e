package io.github.rnnadder.proof.prover;

import java.util.Optional;

/**
 * The end of a word: the states that it leads to, or one part of them after splitting, lie in a ball or in the cone.
 *
 * @param word the inputs; the parts of one word share the array
 * @param tag the tag after the last input
 * @param coordinates T·c, c being the centre of the states and T the metric of the tag
 * @param radius the greatest distance of a state from c in that metric
 * @param ball the ball that contains the states; empty for the cone
 */
record Containment(byte[] word, int tag, double[] coordinates, double radius, Optional<CandidateBall> ball) {

    /** Returns the end of a word in the cone. */
    static Containment inCone(byte[] word) {
        return new Containment(word, 0, new double[0], 0, Optional.empty());
    }

    /** Returns whether the ball still contains the states; it may have shrunk. */
    boolean isValid() {
        return ball.isEmpty() || radius <= ball.get().room(coordinates, 0);
    }
}
