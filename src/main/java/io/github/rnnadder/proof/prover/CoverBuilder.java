package io.github.rnnadder.proof.prover;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;
import io.github.rnnadder.proof.checker.InvertibleMetric;
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
final class CoverBuilder implements SetPropagator.ContainmentPolicy {

    /**
     * How much of a new ball's radius the set that it is made for may take: what is left, its neighbours find room in.
     */
    private static final double FILL_RATIO = 0.8;
    /**
     * How large a new ball of tag 0 may be as seen from 0: where zeros make the state shrink, what matters shrinks with
     * it.
     */
    private static final double LARGEST_ANGLE = 0.3;
    /** What rounding the centre of a new ball may take of its room. */
    private static final double SLACK = 1e-5;

    private final Obligations obligations;
    private final SetPropagator propagator;
    private final double size;
    private final Set<ProofObligation> open;

    /**
     * Begins with what is given.
     *
     * @param parts where the balls are put
     * @param size of the first balls, as a part of {@link CandidateBall#initialRadius}
     */
    CoverBuilder(Obligations obligations, SetPropagator propagator, double size) {
        this.obligations = obligations;
        this.propagator = propagator;
        this.size = size;
        this.open = new LinkedHashSet<>(obligations.all());
    }

    /** Returns whether a cover was found. */
    boolean build() {
        while (!open.isEmpty()) {
            ProofObligation obligation = open.iterator().next();
            open.remove(obligation);
            if (obligation instanceof CandidateBall ball && ball.dependents().isEmpty()) {
                obligations.remove(ball);
                ball.replaceTree(ReachTree.NONE);
            } else if (!settle(obligation)) {
                return false;
            }
        }
        return true;
    }

    /** Follows an obligation, and makes it smaller until that succeeds. */
    private boolean settle(ProofObligation obligation) {
        while (true) {
            Optional<ReachTree> tree = propagator.propagate(obligation, this, obligation.stepsWorthTrying());
            if (tree.isPresent()) {
                obligation.replaceTree(tree.get());
                return true;
            }
            if (propagator.isExhausted() || !(obligation instanceof CandidateBall ball) || !ball.shrink()) {
                return false;
            }
            open.addAll(ball.dependents());
        }
    }

    @Override
    public Optional<Containment> keep(Containment leaf) {
        return leaf.isValid() ? Optional.of(leaf) : obligations.containElsewhere(leaf);
    }

    @Override
    public List<Containment> contain(EllipsoidZonotope set, double[] state, int tag, byte[] word) {
        List<Containment> leaves = obligations.contain(set, tag, word);
        return leaves.isEmpty()
                ? obligations.contain(set, tag, piece -> containPiece(piece, set, state, tag, word))
                : leaves;
    }

    /** Holds a piece of a set, or all of it, which no ball holds as yet. */
    private Optional<Containment> containPiece(
            EllipsoidZonotope piece, EllipsoidZonotope set, double[] state, int tag, byte[] word) {
        if (piece == set) {
            return containInNewBall(set, state, tag, word);
        }
        // As far from the middle of the piece as the state is from that of the set; it need not be one that is reached.
        double[] moved = new double[state.length];
        Arrays.setAll(moved, i -> state[i] + (piece.centre()[i] - set.centre()[i]));
        return obligations.containWhole(piece, tag, word).or(() -> containInNewBall(piece, moved, tag, word));
    }

    private Optional<Containment> containInNewBall(EllipsoidZonotope set, double[] state, int tag, byte[] word) {
        InvertibleMetric norm = obligations.norm(tag);
        double[] y = Matrices.mult(norm.t(), set.centre());
        double[] centre = Matrices.mult(norm.t(), state);
        double newRadius = newRadius(centre, tag);
        double room = FILL_RATIO * newRadius - CandidateBall.distance(y, centre, newRadius) - SLACK;
        double radius = room > 0 ? Radius.of(set, norm.t(), 0, room) : Double.POSITIVE_INFINITY;
        if (!(radius <= room)) {
            return Optional.empty();
        }
        CandidateBall ball = new CandidateBall(tag, norm, Rounding.round(state), newRadius);
        obligations.add(ball);
        open.add(ball);
        return Optional.of(new Containment(word, tag, y, radius, Optional.of(ball)));
    }

    private double newRadius(double[] centre, int tag) {
        double radius = Rounding.round(size * CandidateBall.initialRadius(centre.length));
        if (tag == 0) {
            radius = Math.min(radius, Rounding.round(LARGEST_ANGLE * Matrices.norm(centre)));
        }
        return obligations.balls(tag).advise(centre, radius);
    }
}
