package io.github.rnnadder.study;

import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.verdict.Certification;

/** What is known of a run at every width, by the words of the {@linkplain io.github.rnnadder.verdict.Verdict verdict}. */
public enum Decision {
    /** It is proved to add right. */
    CERTIFIED("proved"),
    /** It gets a sum wrong. */
    COUNTEREXAMPLE("refuted"),
    /** Neither was found. */
    UNKNOWN("undecided");

    private final String column;

    Decision(String column) {
        this.column = column;
    }

    /** Returns the heading of its share in a table. */
    public String column() {
        return column;
    }

    /** Decides a network. A wrong sum that was measured is a counterexample: then there is nothing to look for. */
    static Decision of(Weights weights, Evaluation evaluation) {
        return evaluation.correctSums() < evaluation.totalSums()
                ? COUNTEREXAMPLE
                : valueOf(Certification.decide(weights, progress -> {}).word());
    }
}
