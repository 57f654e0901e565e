package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;

/** A set of states from which every word must lead into a ball or into the cone, with right bits on the way. */
abstract class ProofObligation {

    private ReachTree tree = ReachTree.NONE;

    /** Returns how the obligation was met, or {@link ReachTree#NONE}. */
    final ReachTree reachTree() {
        return tree;
    }

    /** Replaces the tree and updates the dependents of the balls that the old one and the new one end in. */
    final void replaceTree(ReachTree next) {
        for (Containment leaf : tree.leaves()) {
            leaf.ball().ifPresent(ball -> ball.dependents().remove(this));
        }
        tree = next;
        for (Containment leaf : next.leaves()) {
            leaf.ball()
                    .filter(ball -> ball != this)
                    .ifPresent(ball -> ball.dependents().add(this));
        }
    }

    /** Returns the states to start from. */
    abstract EllipsoidZonotope states();

    /** Returns the carry in these states. */
    int carry() {
        return 0;
    }

    /** Returns the first input to check: 0, or 1 if input 00 needs no check. */
    int firstInput() {
        return 0;
    }

    /** Returns the most steps that the checker will accept for this obligation. */
    int maxSteps() {
        return Limits.MAX_STEPS;
    }

    /** Returns how many steps to try while the cover is under construction. */
    int stepsWorthTrying() {
        return maxSteps();
    }
}
