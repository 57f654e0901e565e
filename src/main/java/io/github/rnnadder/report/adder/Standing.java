package io.github.rnnadder.report.adder;

import io.github.rnnadder.delivery.TrainedAdder;
import io.github.rnnadder.gate.Examination;
import io.github.rnnadder.gate.Verdict.Counterexample;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.evaluation.WrongSum;

/**
 * What is known of an adder, in words.
 *
 * @param rank the class of its colour: good, open or bad
 * @param headline the verdict
 * @param use what it may be used for
 * @param not what it may not be used for
 */
record Standing(String rank, String headline, String use, String not) {

    private static final String LONGER = "longer operands, of which nothing is known: add of the loader refuses them.";

    private static final String NOTHING = "nothing that needs every sum to be right.";

    static Standing of(TrainedAdder adder) {
        Evaluation evaluation = adder.evaluation();
        if (adder.counterexample().isPresent()) {
            return refuted(adder.counterexample().get(), adder);
        }
        if (evaluation.correctSums() < evaluation.totalSums()) {
            return wrong(evaluation, adder.passes());
        }
        if (adder.certificate().isPresent()) {
            return new Standing(
                    "good",
                    "Certified: every bit of every sum is right, at every width, in "
                            + Examination.arithmetics(adder.certificate().get()),
                    "adding numbers from 0 on, of any length.",
                    "negative numbers; and not with the weights rounded further, pruned or trained on: the proof is of these.");
        }
        return evaluation.sampled()
                ? new Standing(
                        "open",
                        "Exact on a sample of " + evaluation.totalSums() + " sums, but unproved",
                        measured(adder) + ", where a wrong sum now and then does no harm.",
                        LONGER)
                : new Standing(
                        "open",
                        "Exact on all " + evaluation.totalSums() + " sums of "
                                + adder.stored().bits() + " bits, but unproved at other widths",
                        measured(adder) + ": each pair was tried.",
                        LONGER);
    }

    /** Returns what was measured. */
    private static String measured(TrainedAdder adder) {
        int bits = adder.stored().bits() - 1;
        return "operands of up to " + bits + " bits, 0 to " + ((1L << bits) - 1);
    }

    private static Standing refuted(Counterexample wrong, TrainedAdder adder) {
        Evaluation evaluation = adder.evaluation();
        boolean exact = evaluation.correctSums() == evaluation.totalSums();
        return new Standing(
                "bad",
                "Refuted: " + wrong.a() + " + " + wrong.b() + " = " + wrong.sum() + ", predicted " + wrong.predicted()
                        + " at width " + wrong.width(),
                exact ? measured(adder) + ": these were measured, and are right." : NOTHING,
                "longer operands: this sum is wrong, first in column " + (wrong.wrongBit() + 1)
                        + ", and others will be.");
    }

    private static Standing wrong(Evaluation evaluation, boolean passes) {
        return new Standing(
                passes ? "open" : "bad",
                evaluation.totalSums() - evaluation.correctSums() + " of " + evaluation.totalSums() + " sums are wrong"
                        + evaluation.examples().stream()
                                .findFirst()
                                .map(it -> ": " + sentence(it))
                                .orElse(""),
                NOTHING,
                "longer operands, of which nothing is known.");
    }

    private static String sentence(WrongSum wrong) {
        return wrong.a() + " + " + wrong.b() + " = " + (wrong.a() + wrong.b()) + ", predicted " + wrong.predicted();
    }

    /** Returns what stands for it beside the colour, which not everybody sees. */
    String sign() {
        return switch (rank) {
            case "good" -> "✓";
            case "bad" -> "✗";
            default -> "○";
        };
    }
}
