package io.github.rnnadder.proof.prover;

import java.util.function.Consumer;

/** Counts the steps of sets. Budgets are counts, not seconds, so that the outcome is the same on every machine. */
final class Work {

    private final long budget;
    private final Consumer<String> progress;
    private long allotted;
    private long spent;

    /**
     * Begins with nothing allotted.
     *
     * @param budget of all attempts together
     * @param progress hears of each hundredth of it, which takes seconds at most
     */
    Work(long budget, Consumer<String> progress) {
        this.budget = budget;
        this.progress = progress;
    }

    /** Allows for another share of the budget from here on, whatever is left of those before. */
    void allot(double share) {
        allotted = spent + (long) (share * budget);
    }

    /** Allows for at most so many steps from here on. */
    void limit(long steps) {
        allotted = Math.min(allotted, spent + steps);
    }

    void spendOne() {
        spent++;
        long percent = 100 * spent / budget;
        if (percent > 100 * (spent - 1) / budget) {
            progress.accept("  " + percent + "% of the work that it may take");
        }
    }

    boolean isExhausted() {
        return spent >= allotted;
    }
}
