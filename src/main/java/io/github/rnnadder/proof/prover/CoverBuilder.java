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
 * Builds a cover: balls such that every obligation is met, including the obligations of the balls themselves.
 *
 * <p>If a set fits into no ball, there are two cases. A small set gets a new ball around a state near its centre. The
 * words that lead to a larger set are extended. A ball shrinks if its own obligation cannot be met. The obligations
 * that used it then look for other balls or extend their words.
 */
final class CoverBuilder implements SetPropagator.ContainmentPolicy {

    /** The share of a new ball's radius that its first set may use. The rest is for sets nearby. */
    private static final double FILL_RATIO = 0.8;
    /**
     * The maximum radius of a new ball of tag 0, relative to the norm of its centre. Where zeros make states shrink,
     * the balls must shrink with them.
     */
    private static final double LARGEST_ANGLE = 0.3;
    /** Space left free for the rounding of a new ball's centre. */
    private static final double SLACK = 1e-5;

    private final Obligations obligations;
    private final SetPropagator propagator;
    private final double size;
    private final Set<ProofObligation> open;

    /** Adds new balls to {@code obligations}; {@code size} is relative to {@link CandidateBall#initialRadius}. */
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

    /** Meets an obligation. Shrinks a ball until its obligation can be met. Returns whether that succeeded. */
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
                ? obligations.contain(
                        set, tag, piece -> containPiece(piece, set, state, tag, word), obligations.halvings())
                : leaves;
    }

    /** Finds or makes a ball for a piece of a set. If {@code piece} is {@code set} itself, only a new ball is tried. */
    private Optional<Containment> containPiece(
            EllipsoidZonotope piece, EllipsoidZonotope set, double[] state, int tag, byte[] word) {
        if (piece == set) {
            return containInNewBall(set, state, tag, word);
        }
        // The new centre has the same offset from the centre of the piece. This state need not be reachable.
        double[] moved = new double[state.length];
        Arrays.setAll(moved, i -> state[i] + (piece.centre()[i] - set.centre()[i]));
        return obligations.containWhole(piece, tag, word).or(() -> containInNewBall(piece, moved, tag, word));
    }

    private Optional<Containment> containInNewBall(EllipsoidZonotope set, double[] state, int tag, byte[] word) {
        InvertibleMetric metric = obligations.metric(tag);
        double[] y = Matrices.mult(metric.t(), set.centre());
        double[] centre = Matrices.mult(metric.t(), state);
        double newRadius = newRadius(centre, tag);
        double room = FILL_RATIO * newRadius - CandidateBall.distance(y, centre, newRadius) - SLACK;
        double radius = room > 0 ? Radius.of(set, metric.t(), 0, room) : Double.POSITIVE_INFINITY;
        if (!(radius <= room)) {
            return Optional.empty();
        }
        CandidateBall ball = new CandidateBall(tag, metric, Rounding.round(state), newRadius);
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
