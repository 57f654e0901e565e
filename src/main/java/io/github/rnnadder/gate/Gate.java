package io.github.rnnadder.gate;

import io.github.rnnadder.base.text.Fraction;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Criterion.Result;
import io.github.rnnadder.gate.Proof.Counterexample;
import io.github.rnnadder.model.evaluation.Accuracy;
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
 * @param threshold the share of the measured sums that must be right, 0…1
 * @param certify whether the adder must also be proved right at every width
 */
public record Gate(double threshold, boolean certify) {

    /** Returns whether the share of right sums reaches the threshold. */
    public boolean passes(Accuracy accuracy) {
        return accuracy.share() >= threshold;
    }

    /** Returns whether to look for a proof: one is required, and the accuracy is high enough. */
    public boolean seeksProof(Accuracy accuracy) {
        return certify && passes(accuracy);
    }

    /** Judges a network by its assessment. */
    public GateResult judge(Assessment assessment) {
        return result(assessment.summary(), missed(assessment));
    }

    /** Returns the first requirement that a network misses; empty if it passes. */
    public Optional<Criterion> missed(Assessment assessment) {
        if (!passes(assessment.accuracy())) {
            return Optional.of(Criterion.failed(Requirement.ACCURACY, tooInaccurate(assessment.evaluation())));
        }
        return certify && assessment.certificate().isEmpty()
                ? Optional.of(Criterion.failed(Requirement.PROOF, unproved(assessment.proof())))
                : Optional.empty();
    }

    /**
     * Returns the result for each requirement of the gate.
     *
     * @param summary what is known about the adder
     * @param missed the requirement that the adder misses; empty if it passes
     */
    public GateResult result(String summary, Optional<Criterion> missed) {
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

    private String tooInaccurate(Evaluation evaluation) {
        Accuracy accuracy = evaluation.accuracy();
        long needed = BigDecimal.valueOf(threshold)
                .multiply(BigDecimal.valueOf(accuracy.total()))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        StringBuilder complaint = new StringBuilder("Accuracy "
                + Fraction.percent(accuracy.correct(), accuracy.total()) + " (" + accuracy
                + ") is below the required " + Fraction.percent(threshold) + " (" + needed + " of "
                + accuracy.total() + ")");
        for (WrongSum wrong : evaluation.examples()) {
            complaint.append("\n  " + wrong.a() + " + " + wrong.b() + " = " + (wrong.a() + wrong.b()) + ", predicted "
                    + wrong.predicted());
        }
        return complaint.toString();
    }

    private static String unproved(Proof proof) {
        return proof
                + (proof instanceof Counterexample wrong
                        ? "\n" + wrong.drawing()
                        : "; certify asks for a proof that every sum of every width comes out right")
                + "\nA weightDecay around 0.001 makes most adders right at every width, and provably so.";
    }
}
