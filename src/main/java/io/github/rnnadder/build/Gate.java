package io.github.rnnadder.build;

import io.github.rnnadder.config.Fraction;
import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.evaluation.WrongSum;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decides whether an adder is good enough.
 *
 * @param threshold the fraction of the measured sums that must be exactly right, 0…1
 */
public record Gate(double threshold) {

    /** Says whether enough sums are right. */
    public boolean passes(Evaluation evaluation) {
        return evaluation.accuracy() >= threshold;
    }

    /** Says what was measured, e.g. {@code 16384 of 16384 sums exact}. */
    public static String counts(Evaluation evaluation) {
        return evaluation.correctSums() + " of " + evaluation.totalSums() + (evaluation.sampled() ? " sampled" : "")
                + " sums exact";
    }

    /** Says how far an adder is from passing, with the first wrong sums. */
    public String complaint(Evaluation evaluation) {
        long needed = BigDecimal.valueOf(threshold)
                .multiply(BigDecimal.valueOf(evaluation.totalSums()))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        StringBuilder complaint = new StringBuilder("Accuracy "
                + Fraction.percent(evaluation.correctSums(), evaluation.totalSums()) + " (" + counts(evaluation)
                + ") is below the required " + Fraction.percent(threshold) + " (" + needed + " of "
                + evaluation.totalSums() + ")");
        for (WrongSum wrong : evaluation.firstWrong()) {
            complaint.append("\n  " + wrong.a() + " + " + wrong.b() + " = " + (wrong.a() + wrong.b()) + ", predicted "
                    + wrong.predicted());
        }
        return complaint.toString();
    }
}
