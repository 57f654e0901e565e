package io.github.rnnadder.proof.prover;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.proof.checker.Norm;
import io.github.rnnadder.proof.checker.StateSet;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Covers what can be reached with balls until every word that leaves one has led into another.
 *
 * <p>Where a set lies in no ball yet but is small, a new ball is put around a state near its centre; where it is large,
 * its words are followed further. A ball that cannot be followed gets smaller, and those that relied on it look for
 * other balls, or go on from there.
 */
final class Cover implements Follower.Holder {

    /**
     * How much of a new ball's radius the set that it is made for may take: what is left, its neighbours find room in.
     */
    private static final double FILL = 0.8;
    /**
     * How large a new ball of tag 0 may be as seen from 0: where zeros make the state shrink, what matters shrinks with
     * it.
     */
    private static final double LARGEST_ANGLE = 0.3;
    /** What rounding the centre of a new ball may take of its room. */
    private static final double SLACK = 1e-5;

    private final Parts parts;
    private final Follower follower;
    private final double size;
    private final Set<Part> open;

    /**
     * Begins with what is given.
     *
     * @param parts where the balls are put
     * @param size of the first balls, as a part of {@link Draft#firstRadius}
     */
    Cover(Parts parts, Follower follower, double size) {
        this.parts = parts;
        this.follower = follower;
        this.size = size;
        this.open = new LinkedHashSet<>(parts.all());
    }

    /** Returns whether a cover was found. */
    boolean build() {
        while (!open.isEmpty()) {
            Part part = open.iterator().next();
            open.remove(part);
            if (part instanceof Draft ball && ball.reliedOnBy().isEmpty()) {
                parts.remove(ball);
                ball.expand(Expansion.NONE);
            } else if (!settle(part)) {
                return false;
            }
        }
        return true;
    }

    /** Follows a part, and makes it smaller until that succeeds. */
    private boolean settle(Part part) {
        while (true) {
            Optional<Expansion> expansion = follower.follow(part, this, part.worthwhileSteps());
            if (expansion.isPresent()) {
                part.expand(expansion.get());
                return true;
            }
            if (follower.isExhausted() || !(part instanceof Draft ball) || !ball.shrink()) {
                return false;
            }
            open.addAll(ball.reliedOnBy());
        }
    }

    @Override
    public Optional<Leaf> keep(Leaf leaf) {
        return leaf.isHeld() ? Optional.of(leaf) : parts.holdElsewhere(leaf);
    }

    @Override
    public List<Leaf> hold(StateSet set, double[] state, int tag, byte[] word) {
        List<Leaf> leaves = parts.hold(set, tag, word);
        return leaves.isEmpty() ? parts.hold(set, tag, piece -> holdPiece(piece, set, state, tag, word)) : leaves;
    }

    /** Holds a piece of a set, or all of it, which no ball holds as yet. */
    private Optional<Leaf> holdPiece(StateSet piece, StateSet set, double[] state, int tag, byte[] word) {
        if (piece == set) {
            return holdInNewBall(set, state, tag, word);
        }
        // As far from the middle of the piece as the state is from that of the set; it need not be one that is reached.
        double[] moved = new double[state.length];
        Arrays.setAll(moved, i -> state[i] + (piece.centre()[i] - set.centre()[i]));
        return parts.holdWhole(piece, tag, word).or(() -> holdInNewBall(piece, moved, tag, word));
    }

    private Optional<Leaf> holdInNewBall(StateSet set, double[] state, int tag, byte[] word) {
        Norm norm = parts.norm(tag);
        double[] y = Matrices.product(norm.t(), set.centre());
        double[] centre = Matrices.product(norm.t(), state);
        double newRadius = newRadius(centre, tag);
        double room = FILL * newRadius - Draft.distance(y, centre, newRadius) - SLACK;
        double radius = room > 0 ? Radius.of(set, norm.t(), 0, room) : Double.POSITIVE_INFINITY;
        if (!(radius <= room)) {
            return Optional.empty();
        }
        Draft ball = new Draft(tag, norm, Rounding.round(state), newRadius);
        parts.add(ball);
        open.add(ball);
        return Optional.of(new Leaf(word, tag, y, radius, Optional.of(ball)));
    }

    private double newRadius(double[] centre, int tag) {
        double radius = Rounding.round(size * Draft.firstRadius(centre.length));
        if (tag == 0) {
            radius = Math.min(radius, Rounding.round(LARGEST_ANGLE * Matrices.norm(centre)));
        }
        return parts.balls(tag).advise(centre, radius);
    }
}
