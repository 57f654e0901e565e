package io.github.rnnadder.delivery;

import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.evaluation.WrongSum;
import io.github.rnnadder.text.Fraction;
import io.github.rnnadder.verdict.Verdict;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether an adder is good enough.
 *
 * @param threshold the fraction of the measured sums that must be exactly right, 0…1
 * @param certify whether it must also be proved right at every width
 */
public record Gate(double threshold, boolean certify) {

    /** More columns than this tell a reader nothing. */
    private static final int MOST_COLUMNS = 256;

    /** How each complaint about the accuracy begins. */
    private static final String ACCURACY = "Accuracy ";

    /** Says whether enough sums are right. */
    public boolean passes(Evaluation evaluation) {
        return evaluation.accuracy() >= threshold;
    }

    /** Says whether there is the proof that is asked for, if any. */
    public boolean passes(Optional<Verdict> verdict) {
        return !certify || verdict.filter(Verdict.Certified.class::isInstance).isPresent();
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
        StringBuilder complaint = new StringBuilder(ACCURACY
                + Fraction.percent(evaluation.correctSums(), evaluation.totalSums()) + " (" + counts(evaluation)
                + ") is below the required " + Fraction.percent(threshold) + " (" + needed + " of "
                + evaluation.totalSums() + ")");
        for (WrongSum wrong : evaluation.examples()) {
            complaint.append("\n  " + wrong.a() + " + " + wrong.b() + " = " + (wrong.a() + wrong.b()) + ", predicted "
                    + wrong.predicted());
        }
        return complaint.toString();
    }

    /** Says why there is no proof: a wrong sum in decimal and as columns, or how far the search came. */
    public static String complaint(Verdict verdict) {
        String advice = "\nA weightDecay around 0.001 makes most adders right at every width, and provably so.";
        return verdict instanceof Verdict.Counterexample wrong
                ? wrong + columns(wrong) + advice
                : verdict + "; certify asks for a proof that every sum of every width comes out right" + advice;
    }

    /**
     * Says what came of each thing that the gate asks for.
     *
     * @param evidence what is known of the adder
     * @param complaint what the gate has against it, in words of its own; empty where it passes
     */
    public List<Criterion> criteria(String evidence, Optional<String> complaint) {
        boolean accurate = complaint.filter(it -> it.startsWith(ACCURACY)).isEmpty();
        List<Criterion> criteria = new ArrayList<>();
        criteria.add(criterion("accuracy", accurate, evidence, complaint));
        if (certify && accurate) {
            criteria.add(criterion("proof", complaint.isEmpty(), evidence, complaint));
        } else if (certify) {
            criteria.add(new Criterion("proof", Criterion.Result.SKIPPED, "Not looked for: the accuracy is too low"));
        }
        return criteria;
    }

    private static Criterion criterion(String name, boolean met, String evidence, Optional<String> complaint) {
        return met
                ? new Criterion(name, Criterion.Result.PASSED, evidence)
                : new Criterion(name, Criterion.Result.FAILED, complaint.orElseThrow());
    }

    private static String columns(Verdict.Counterexample wrong) {
        String where = "\n  bit " + wrong.wrongBit() + " is the first that is wrong, counted from 0";
        return wrong.width() > MOST_COLUMNS
                ? where
                : "\n  a   " + columns(wrong.a(), wrong.width()) + "\n  b   " + columns(wrong.b(), wrong.width())
                        + "\n  sum " + columns(wrong.sum(), wrong.width()) + "\n  net "
                        + columns(wrong.predicted(), wrong.width()) + where;
    }

    private static String columns(BigInteger number, int width) {
        StringBuilder columns = new StringBuilder(width);
        for (int t = width - 1; t >= 0; t--) {
            columns.append(number.testBit(t) ? '1' : '0');
        }
        return columns.toString();
    }
}
