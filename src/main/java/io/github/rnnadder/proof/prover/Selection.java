package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Selects the balls of a cover that are needed. It meets the initial obligations again and adds only the balls that are
 * then used. With all balls available, many words end sooner and in balls that are needed anyway.
 */
final class Selection implements SetPropagator.ContainmentPolicy {

    /** The share of the balls to try first, as a divisor: one ball in this many. */
    private static final int TRIAL_DIVISOR = 100;

    private final Obligations found;
    private final Obligations selected;
    private final SetPropagator propagator;
    private final Queue<ProofObligation> open;

    private Selection(Obligations found, SetPropagator propagator, double tolerance) {
        this.found = found;
        this.selected = found.withoutBalls();
        this.propagator = propagator;
        this.open = new ArrayDeque<>(selected.all());
        found.all().forEach(obligation -> obligation.replaceTree(ReachTree.NONE));
        propagator.allow(tolerance);
        found.allow(tolerance);
        selected.allow(tolerance);
    }

    /**
     * Returns the balls reachable from the initial obligations, at the largest tolerance for which propagation
     * succeeds; empty if the budget is exhausted. Discards the trees of the given cover.
     */
    static Optional<Obligations> of(Obligations found, SetPropagator propagator) {
        for (int i = Limits.TOLERANCES.size() - 1; i >= 0; i--) {
            Selection selection = new Selection(found, propagator, Limits.TOLERANCES.get(i));
            if ((i == 0 || selection.smallestSucceed()) && selection.select()) {
                return Optional.of(selection.selected);
            }
            selection.selected.all().forEach(obligation -> obligation.replaceTree(ReachTree.NONE));
        }
        return Optional.empty();
    }

    /**
     * Returns whether the obligations of the smallest balls can be met. These balls leave the least room, so a
     * tolerance that is too large usually fails here, before everything else is propagated.
     */
    private boolean smallestSucceed() {
        List<CandidateBall> balls = found.balls();
        SetPropagator.ContainmentPolicy anyBall = (set, state, tag, word) -> found.contain(set, tag, word);
        return balls.stream()
                .sorted(Comparator.comparingDouble(CandidateBall::radius))
                .limit((balls.size() + TRIAL_DIVISOR - 1) / TRIAL_DIVISOR)
                .allMatch(ball ->
                        propagator.propagate(ball, anyBall, ball.maxSteps()).isPresent());
    }

    private boolean select() {
        while (!open.isEmpty()) {
            ProofObligation obligation = open.remove();
            Optional<ReachTree> tree = propagator.propagate(obligation, this, obligation.maxSteps());
            if (tree.isEmpty()) {
                return false;
            }
            obligation.replaceTree(tree.get());
        }
        return true;
    }

    @Override
    public List<Containment> contain(EllipsoidZonotope set, double[] state, int tag, byte[] word) {
        List<Containment> leaves = selected.contain(set, tag, word);
        if (leaves.isEmpty()) {
            leaves = found.contain(set, tag, word);
            leaves.stream().flatMap(leaf -> leaf.ball().stream()).distinct().forEach(this::select);
        }
        return leaves;
    }

    private void select(CandidateBall ball) {
        if (!selected.contains(ball)) {
            selected.add(ball);
            open.add(ball);
        }
    }
}
