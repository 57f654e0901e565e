package io.github.rnnadder.gate;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Proof.Certified;
import io.github.rnnadder.gate.Proof.NotSought;
import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.model.evaluation.Accuracy;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.evaluation.Evaluator;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Precision;
import java.util.Optional;

/**
 * What is known about a network.
 *
 * @param evaluation how well the network adds at its own width
 * @param proof the result of the search for a proof that it adds correctly at every width
 */
public record Assessment(Evaluation evaluation, Proof proof) {

    /**
     * Measures a network. If the gate requires a proof and enough sums are right, also looks for a proof.
     *
     * @param bits T, the width of the sums, 2…62
     */
    public static Assessment of(Weights weights, int bits, Gate gate, Progress progress) {
        Evaluation evaluation = measure(weights, bits, progress);
        return new Assessment(
                evaluation,
                gate.seeksProof(evaluation.accuracy()) ? ProofSearch.decide(weights, progress) : new NotSought());
    }

    /** Measures a network without looking for a proof. */
    public static Evaluation measure(Weights weights, int bits, Progress progress) {
        progress.begin("sums measured", Evaluator.sums(bits));
        return progress.timed("Measuring", () -> Evaluator.evaluate(weights, bits, progress::done));
    }

    /** Returns how many sums of the network's own width are right. */
    public Accuracy accuracy() {
        return evaluation.accuracy();
    }

    /** Returns the proof that every sum is right at every width; empty if there is no proof. */
    public Optional<Certificate> certificate() {
        return proof instanceof Certified certified ? Optional.of(certified.certificate()) : Optional.empty();
    }

    /** Returns what is known about all widths. A wrong sum found while measuring counts as a counterexample. */
    public Status status() {
        return accuracy().wrong() > 0 ? Status.COUNTEREXAMPLE : proof.status().orElse(Status.UNKNOWN);
    }

    /** Returns a summary in a few words. */
    public String summary() {
        return summary("");
    }

    /**
     * Returns a short summary. If there is a proof, the summary ends with the arithmetic that the proof covers.
     *
     * @param detail text to insert before that ending
     */
    public String summary(String detail) {
        return accuracy()
                + certificate().map(it -> ", CERTIFIED at every width").orElse("")
                + detail
                + certificate()
                        .map(it -> "; the proof covers " + arithmetics(it))
                        .orElse("");
    }

    /** Returns in words the floating-point precisions that a proof covers. */
    public static String arithmetics(Certificate proof) {
        return proof.covers() == Precision.SINGLE ? "double and single precision" : "double precision";
    }

    /** Returns sentences for users of the adder. They appear in the Javadoc of its loader and in its model card. */
    public String sentences() {
        Accuracy accuracy = accuracy();
        String measured = "Measured on " + (accuracy.sampled() ? "a sample of the sums" : "every sum")
                + " of two numbers of " + (accuracy.bits() - 1) + " bits: " + accuracy.correct() + " of "
                + accuracy.total() + " are right.";
        if (certificate().isPresent()) {
            return measured + " CERTIFIED: proved right on numbers of any length.";
        }
        String wrong = accuracy.wrong() > 0 ? " The others are known to be wrong." : "";
        String open = accuracy.sampled() ? " Nothing is known about the sums outside the sample." : "";
        return measured + wrong + open + " Nothing is known about longer numbers; add throws an exception for them.";
    }
}
