package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.checker.EllipsoidZonotope;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes away, one after the other, the balls that a cover can do without: where one held the end of a word, another
 * ball does, or the word is followed further, as long as no part takes more steps than the longest took before. What is
 * left is a smaller certificate, and one in which every ball is needed, unless the work ran out.
 */
final class Pruning implements SetPropagator.ContainmentPolicy {

    private final Obligations obligations;
    private final SetPropagator propagator;
    /** The ball that is to go. */
    private CandidateBall gone;

    Pruning(Obligations obligations, SetPropagator propagator) {
        this.obligations = obligations;
        this.propagator = propagator;
    }

    void prune() {
        int maxSteps = obligations.maxSteps();
        // A part that could not do without a ball cannot do without it after others have gone, either. So a ball is not
        // tried again while that part is there.
        Map<CandidateBall, ProofObligation> missedBy = new HashMap<>();
        boolean again = true;
        while (again) {
            again = false;
            for (CandidateBall ball : leastReliedOnFirst()) {
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
        }
    }

    /** The fewer parts rely on a ball, the less it costs to try, and the more likely they can do without. */
    private List<CandidateBall> leastReliedOnFirst() {
        return obligations.balls().stream()
                .sorted(Comparator.comparingInt(ball -> ball.dependents().size()))
                .toList();
    }

    /** Makes every part do without a ball; returns the first that cannot, in which case nothing has changed. */
    private Optional<ProofObligation> doWithout(CandidateBall ball, int maxSteps) {
        gone = ball;
        Map<ProofObligation, ReachTree> without = new LinkedHashMap<>();
        for (ProofObligation obligation : fewestStepsLeftFirst(ball)) {
            Optional<ReachTree> tree =
                    propagator.propagate(obligation, this, Math.min(maxSteps, obligation.maxSteps()));
            if (tree.isEmpty()) {
                return Optional.of(obligation);
            }
            without.put(obligation, tree.get());
        }
        without.forEach(ProofObligation::replaceTree);
        return Optional.empty();
    }

    /** The fewer steps are left to an obligation, the sooner it is known that it cannot do without. */
    private static List<ProofObligation> fewestStepsLeftFirst(CandidateBall ball) {
        return ball.dependents().stream()
                .sorted(Comparator.comparingInt(
                        obligation -> -obligation.reachTree().steps()))
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
