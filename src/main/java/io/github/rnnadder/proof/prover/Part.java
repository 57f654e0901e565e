package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.checker.StateSet;

/** A set of states from which every word of columns must be followed until it leads into a ball or the tube. */
abstract class Part {

    private Expansion expansion = Expansion.NONE;

    /** Returns how it has been followed so far, if it has. */
    final Expansion expansion() {
        return expansion;
    }

    /**
     * From now on, relies on the balls that hold the leaves of this expansion, and no longer on those of the last one.
     */
    final void expand(Expansion next) {
        for (Leaf leaf : expansion.leaves()) {
            leaf.holder().ifPresent(ball -> ball.reliedOnBy().remove(this));
        }
        expansion = next;
        for (Leaf leaf : next.leaves()) {
            leaf.holder()
                    .filter(ball -> ball != this)
                    .ifPresent(ball -> ball.reliedOnBy().add(this));
        }
    }

    /** Returns the states. */
    abstract StateSet states();

    /** Returns the carry that a machine holds in these states. */
    abstract int carry();

    /** Returns the first column to follow; those before it are known to be right. */
    int firstColumn() {
        return 0;
    }

    /** Returns how many steps of sets it may take to follow it. */
    int mostSteps() {
        return Limits.MAX_STEPS;
    }

    /** Returns how many it is worth to take while the cover is looked for. */
    int worthwhileSteps() {
        return mostSteps();
    }
}
