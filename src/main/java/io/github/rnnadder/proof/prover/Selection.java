package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps of a cover what is reached when all is followed from its beginning, as the checker will: now that all balls are
 * there, many words end sooner, and most of them in a ball that is needed anyway.
 */
final class Selection implements SetPropagator.ContainmentPolicy {

    /** One in as many of the balls is tried before all are followed. */
    private static final int TRIAL_DIVISOR = 100;

    private final Obligations found;
    private final Obligations selected;
    private final SetPropagator propagator;
    private final Set<ProofObligation> open;

    private Selection(Obligations found, SetPropagator propagator, double tolerance) {
        this.found = found;
        this.selected = found.withoutBalls();
        this.propagator = propagator;
        this.open = new LinkedHashSet<>(selected.all());
        found.all().forEach(obligation -> obligation.replaceTree(ReachTree.NONE));
        propagator.allow(tolerance);
        found.allow(tolerance);
        selected.allow(tolerance);
    }

    /**
     * Returns the balls of a cover that are reached, with what is given, for the largest tolerance that all of them
     * bear, reached or not where they are the smallest; nothing if the work runs out.
     *
     * @param found loses what is known of how it was followed
     */
    static Optional<Obligations> of(Obligations found, SetPropagator propagator) {
        for (int i = Limits.TOLERANCES.size() - 1; i >= 0; i--) {
            Selection selection = new Selection(found, propagator, Limits.TOLERANCES.get(i));
            if ((i == 0 || selection.smallestBear()) && selection.select()) {
                return Optional.of(selection.selected);
            }
            selection.selected.all().forEach(obligation -> obligation.replaceTree(ReachTree.NONE));
        }
        return Optional.empty();
    }

    /** The smallest balls bear the least: most tolerances that are too large fail here, before all is followed. */
    private boolean smallestBear() {
        List<CandidateBall> balls = found.balls();
        return balls.stream()
                .sorted(Comparator.comparingDouble(CandidateBall::radius))
                .limit((balls.size() + TRIAL_DIVISOR - 1) / TRIAL_DIVISOR)
                .allMatch(ball ->
                        propagator.propagate(ball, new Trial(), ball.maxSteps()).isPresent());
    }

    private boolean select() {
        while (!open.isEmpty()) {
            ProofObligation obligation = open.iterator().next();
            open.remove(obligation);
            Optional<ReachTree> tree = propagator.propagate(obligation, this, obligation.maxSteps());
            if (tree.isEmpty()) {
                return false;
            }
            obligation.replaceTree(tree.get());
        }
        return true;
    }

    @Override
    public Optional<Containment> keep(Containment leaf) {
        return Optional.of(leaf);
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

    /** Ends words in any ball of the cover. */
    private final class Trial implements SetPropagator.ContainmentPolicy {

        @Override
        public Optional<Containment> keep(Containment leaf) {
            return Optional.of(leaf);
        }

        @Override
        public List<Containment> contain(EllipsoidZonotope set, double[] state, int tag, byte[] word) {
            return found.contain(set, tag, word);
        }
    }
}
