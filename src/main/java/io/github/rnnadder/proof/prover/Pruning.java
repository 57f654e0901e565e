package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.checker.EllipsoidZonotope;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Removes balls that a cover can do without, one at a time. The words that ended in a removed ball then end in another
 * ball, or are extended. No obligation may take more steps than the longest one took before. Unless the budget runs
 * out, every remaining ball is needed. Without pruning, certificates are up to three times as large.
 */
final class Pruning implements SetPropagator.ContainmentPolicy {

    private final Obligations obligations;
    private final SetPropagator propagator;
    /** The ball that is being removed. */
    private @Nullable CandidateBall gone;

    Pruning(Obligations obligations, SetPropagator propagator) {
        this.obligations = obligations;
        this.propagator = propagator;
    }

    void prune() {
        int maxSteps = obligations.maxSteps();
        // An obligation that needs a ball still needs it after others are removed. While it exists, the ball is not
        // tried again.
        Map<CandidateBall, ProofObligation> missedBy = new HashMap<>();
        boolean again;
        do {
            again = false;
            for (CandidateBall ball : fewestDependentsFirst()) {
                if (!obligations.contains(missedBy.get(ball))) {
                    obligations.remove(ball);
                    Optional<ProofObligation> missing = doWithout(ball, maxSteps);
                    if (missing.isPresent()) {
                        missedBy.put(ball, missing.get());
                        obligations.add(ball);
                    } else {
                        ball.replaceTree(ReachTree.NONE);
                        again = true;
                    }
                }
            }
        } while (again);
    }

    /** Returns balls with few dependents first. They are the cheapest to try and the likeliest to go. */
    private List<CandidateBall> fewestDependentsFirst() {
        return obligations.balls().stream()
                .sorted(Comparator.comparingInt(ball -> ball.dependents().size()))
                .toList();
    }

    /** Rebuilds the obligations that use a ball without it. Returns the first that needs it, with nothing changed. */
    private Optional<ProofObligation> doWithout(CandidateBall ball, int maxSteps) {
        gone = ball;
        Map<ProofObligation, ReachTree> without = new LinkedHashMap<>();
        for (ProofObligation obligation : fewestStepsLeftFirst(ball)) {
            int most = Math.min(maxSteps, obligation.maxSteps());
            Optional<ReachTree> tree = propagator.propagate(obligation, this, most);
            if (tree.isEmpty()) {
                return Optional.of(obligation);
            }
            without.put(obligation, tree.get());
        }
        without.forEach(ProofObligation::replaceTree);
        return Optional.empty();
    }

    /** Returns the dependents of a ball, those with the most steps first: they have few left and are likely to fail. */
    private static List<ProofObligation> fewestStepsLeftFirst(CandidateBall ball) {
        return ball.dependents().stream()
                .sorted(Comparator.comparingInt(it -> -it.reachTree().steps()))
                .toList();
    }

    @Override
    public Optional<Containment> keep(Containment leaf) {
        return leaf.ball().filter(ball -> ball == gone).isEmpty()
                ? Optional.of(leaf)
                : obligations.containElsewhere(leaf);
    }

    @Override
    public List<Containment> contain(EllipsoidZonotope set, double[] state, int tag, byte[] word) {
        return obligations.contain(set, tag, word);
    }
}
