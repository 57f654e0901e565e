package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;

/** A set of states from which every word must lead into a ball or into the cone and predict every bit right. */
abstract class ProofObligation {

    private ReachTree tree = ReachTree.NONE;

    /** Returns the tree of words that meets the obligation, or {@link ReachTree#NONE}. */
    final ReachTree reachTree() {
        return tree;
    }

    /** Replaces the tree of words and updates the dependents of every ball in which the old or the new tree ends. */
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

    /** Returns the states from which the words start. */
    abstract EllipsoidZonotope states();

    /** Returns the carry in the states from which the words start. */
    int carry() {
        return 0;
    }

    /** Returns the first of the inputs 0…3 to check in the first step: 0, or 1 if input 00 needs no check. */
    int firstInput() {
        return 0;
    }

    /** Returns the maximum number of steps that the checker accepts for this obligation. */
    int maxSteps() {
        return Limits.MAX_STEPS;
    }

    /** Returns the maximum number of steps to try while the cover is under construction. */
    int stepsWorthTrying() {
        return maxSteps();
    }
}
