package io.github.rnnadder.certificate.prover;

/** Counts the steps of sets. Budgets are counts, not seconds, so that the outcome is the same on every machine. */
final class Work {

    private final long budget;
    private long spent;

    Work(long budget) {
        this.budget = budget;
    }

    void spendOne() {
        spent++;
    }

    long spent() {
        return spent;
    }

    boolean isExhausted() {
        return spent >= budget;
    }
}
