package io.github.rnnadder.gate;

import io.github.rnnadder.base.text.Fraction;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Criterion.Result;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.evaluation.WrongSum;
import java.math.BigDecimal;
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

    /** Returns whether enough sums are right. */
    public boolean passes(Evaluation evaluation) {
        return evaluation.accuracy() >= threshold;
    }

    /** Says what was measured, e.g. {@code 16384 of 16384 sums of 8 bits exact}. */
    public static String counts(Evaluation evaluation) {
        return evaluation.correctSums() + " of " + evaluation.totalSums() + (evaluation.sampled() ? " sampled" : "")
                + " sums of " + evaluation.bits() + " bits exact";
    }

    /** Returns what is missed; empty where the gate is passed. */
    public Optional<Criterion> missed(Assessment examination) {
        if (!passes(examination.evaluation())) {
            return Optional.of(tooInaccurate(examination.evaluation()));
        }
        return certify && examination.certificate().isEmpty()
                ? Optional.of(Criterion.failed(
                        Requirement.PROOF, complaint(examination.verdict().orElseThrow())))
                : Optional.empty();
    }

    /** Judges a network by what was found out about it. */
    public GateResult judge(Assessment examination) {
        return judgement(examination.summary(), missed(examination));
    }

    /**
     * Says what came of each thing that the gate asks for.
     *
     * @param summary what is known of the adder
     * @param missed what is missed; empty where the gate is passed
     */
    public GateResult judgement(String summary, Optional<Criterion> missed) {
        boolean accurate =
                missed.filter(it -> it.requirement() == Requirement.ACCURACY).isEmpty();
        List<Criterion> criteria = new ArrayList<>();
        criteria.add(accurate ? Criterion.passed(Requirement.ACCURACY, summary) : missed.orElseThrow());
        if (certify) {
            criteria.add(
                    accurate
                            ? missed.orElseGet(() -> Criterion.passed(Requirement.PROOF, summary))
                            : new Criterion(
                                    Requirement.PROOF, Result.SKIPPED, "Not looked for: the accuracy is too low"));
        }
        return new GateResult(summary, criteria);
    }

    /** Says how far an adder is from passing, with the first wrong sums. */
    public Criterion tooInaccurate(Evaluation evaluation) {
        long needed = BigDecimal.valueOf(threshold)
                .multiply(BigDecimal.valueOf(evaluation.totalSums()))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        StringBuilder complaint = new StringBuilder("Accuracy "
                + Fraction.percent(evaluation.correctSums(), evaluation.totalSums()) + " (" + counts(evaluation)
                + ") is below the required " + Fraction.percent(threshold) + " (" + needed + " of "
                + evaluation.totalSums() + ")");
        for (WrongSum wrong : evaluation.examples()) {
            complaint.append("\n  " + wrong.a() + " + " + wrong.b() + " = " + (wrong.a() + wrong.b()) + ", predicted "
                    + wrong.predicted());
        }
        return Criterion.failed(Requirement.ACCURACY, complaint.toString());
    }

    /** Says why there is no proof: a wrong sum in decimal and as columns, or how far the search came. */
    private static String complaint(Verdict verdict) {
        return verdict
                + (verdict instanceof Verdict.Counterexample wrong
                        ? "\n" + wrong.drawing()
                        : "; certify asks for a proof that every sum of every width comes out right")
                + "\nA weightDecay around 0.001 makes most adders right at every width, and provably so.";
    }
}
