package io.github.rnnadder.report.adder;

import io.github.rnnadder.delivery.BuiltAdder;
import io.github.rnnadder.gate.Proof.Counterexample;
import io.github.rnnadder.model.evaluation.Accuracy;
import java.util.Locale;

/** The status of an adder, which determines whether it may be shipped. */
enum AdderStatus {
    /** Every sum of every width is right, and there is a proof. */
    PROVED,
    /** Every measured sum is right, and nothing more is known. */
    MEASURED,
    /** Every measured sum is right, but a sum of another width is known to be wrong. */
    REFUTED,
    /** At least one measured sum is wrong. */
    WRONG,
    /** The gate rejected the adder, so no jar contains it. */
    REJECTED;

    /** The maximum number of digits of an operand in the headline; longer ones appear only in the input fields. */
    private static final int MAX_DIGITS = 30;

    static AdderStatus of(BuiltAdder adder) {
        if (!adder.packaged()) {
            return REJECTED;
        }
        if (adder.accuracy().wrong() > 0) {
            return WRONG;
        }
        if (adder.counterexample().isPresent()) {
            return REFUTED;
        }
        return adder.certificate().isPresent() ? PROVED : MEASURED;
    }

    /** Returns the first words of the headline, which say whether to ship the adder. */
    String decision(BuiltAdder adder) {
        return switch (this) {
            case PROVED -> "Ship it.";
            case MEASURED ->
                adder.accuracy().sampled()
                        ? "Ship it where a rare wrong sum does no harm."
                        : "Ship it for " + measured(adder) + ".";
            case REFUTED, WRONG -> "Do not ship:";
            case REJECTED -> "Not shipped:";
        };
    }

    /** Returns the rest of the headline, which gives the reason. */
    String reason(BuiltAdder adder) {
        return switch (this) {
            case PROVED -> "Proved right for numbers of any length.";
            case MEASURED ->
                (adder.accuracy().sampled() ? "" : "All ") + right(adder) + "; "
                        + (searched(adder) ? "no proof was found, so " : "")
                        + (adder.accuracy().sampled() ? "nothing more is known." : "nothing is known beyond.");
            case REFUTED, WRONG, REJECTED -> fault(adder) + ".";
        };
    }

    /** Returns the CSS class of the headline. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the range of the measured operands, for example {@code 0 to 127}. */
    static String measured(BuiltAdder adder) {
        return "0 to " + largest(adder);
    }

    /** Returns the largest measured operand, for example {@code 127}. */
    static String largest(BuiltAdder adder) {
        return Numbers.grouped((1L << (adder.stored().bits() - 1)) - 1);
    }

    /** Returns whether there was a search for a proof. */
    static boolean searched(BuiltAdder adder) {
        return adder.assessment().proof().status().isPresent();
    }

    private static String right(BuiltAdder adder) {
        Accuracy accuracy = adder.accuracy();
        return Numbers.grouped(accuracy.total())
                + (accuracy.sampled() ? " sampled sums of " + measured(adder) + " are right" : " sums are right");
    }

    private static String fault(BuiltAdder adder) {
        Accuracy accuracy = adder.accuracy();
        if (accuracy.wrong() > 0) {
            return Numbers.grouped(accuracy.wrong()) + " of " + Numbers.grouped(accuracy.total())
                    + (accuracy.sampled() ? " sampled" : "") + " sums are wrong";
        }
        return adder.counterexample()
                .map(AdderStatus::fault)
                .orElse(
                        searched(adder) && adder.certificate().isEmpty()
                                ? right(adder) + ", but no proof was found for longer ones"
                                : "the gate of its build rejected it");
    }

    private static String fault(Counterexample wrong) {
        return wrong.sum().toString().length() > MAX_DIGITS
                ? "a sum of " + wrong.width() + " bits comes out wrong"
                : wrong.a() + " + " + wrong.b() + " = " + wrong.sum() + ", but it says " + wrong.predicted();
    }
}
