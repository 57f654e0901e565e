package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;

/** A set of states from which every word of columns must be followed until it leads into a ball or the tube. */
abstract class ProofObligation {

    private ReachTree tree = ReachTree.NONE;

    /** Returns how it has been followed so far, if it has. */
    final ReachTree reachTree() {
        return tree;
    }

    /**
     * From now on, relies on the balls that hold the leaves of this tree, and no longer on those of the last one.
     */
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

    /** Returns the states. */
    abstract EllipsoidZonotope states();

    /** Returns the carry that a machine holds in these states. */
    abstract int carry();

    /** Returns the first column to follow; those before it are known to be right. */
    int firstInput() {
        return 0;
    }

    /** Returns how many steps of sets it may take to follow it. */
    int maxSteps() {
        return Limits.MAX_STEPS;
    }

    /** Returns how many it is worth to take while the cover is looked for. */
    int stepsWorthTrying() {
        return maxSteps();
    }
}
