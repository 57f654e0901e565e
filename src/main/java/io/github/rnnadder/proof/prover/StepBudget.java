package io.github.rnnadder.proof.prover;

import java.util.function.Consumer;

/** A budget of steps, not seconds, so every machine gives the same result. No steps are allotted at first. */
final class StepBudget {

    private final long budget;
    private final Consumer<String> progress;
    private long allotted;
    private long spent;

    /** Reports a line to {@code progress} for each hundredth of the budget, which takes a few seconds at most. */
    StepBudget(long budget, Consumer<String> progress) {
        this.budget = budget;
        this.progress = progress;
    }

    /** Allots another share of the budget, from 0 to 1. Unused steps of earlier shares are lost. */
    void allot(double share) {
        allotted = spent + (long) (share * budget);
    }

    /** Lowers the allotment to at most {@code steps} more steps. */
    void limit(long steps) {
        allotted = Math.min(allotted, spent + steps);
    }

    void spend() {
        spent++;
        long percent = 100 * spent / budget;
        if (percent > 100 * (spent - 1) / budget) {
            progress.accept(percent + "% of the budget");
        }
    }

    boolean isExhausted() {
        return spent >= allotted;
    }
}
