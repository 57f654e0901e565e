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
 * @param evaluation how well it adds at its own width
 * @param proof whether it adds right at every width
 */
public record Assessment(Evaluation evaluation, Proof proof) {

    /**
     * Measures a network. If the gate asks for a proof and enough sums are right, it also looks for one.
     *
     * @param bits T, the width of the sums, 2…62
     */
    public static Assessment of(Weights weights, int bits, Gate gate, Progress progress) {
        Evaluation evaluation = measure(weights, bits, progress);
        return new Assessment(
                evaluation,
                gate.seeksProof(evaluation.accuracy()) ? ProofSearch.decide(weights, progress) : new NotSought());
    }

    /** Measures a network, and looks for no proof. */
    public static Evaluation measure(Weights weights, int bits, Progress progress) {
        progress.begin("sums measured", Evaluator.sums(bits));
        return progress.timed("Measuring", () -> Evaluator.evaluate(weights, bits, progress::done));
    }

    /** Returns how many sums of its own width it gets right. */
    public Accuracy accuracy() {
        return evaluation.accuracy();
    }

    /** Returns the proof that every sum is right at every width, if there is one. */
    public Optional<Certificate> certificate() {
        return proof instanceof Certified certified ? Optional.of(certified.certificate()) : Optional.empty();
    }

    /** Returns what is known at every width: a wrong sum that was measured is a counterexample. */
    public Status status() {
        return accuracy().wrong() > 0 ? Status.COUNTEREXAMPLE : proof.status().orElse(Status.UNKNOWN);
    }

    /** Returns a summary in a few words. */
    public String summary() {
        return summary("");
    }

    /**
     * Returns a summary in a few words, which ends with what the proof covers, if there is one.
     *
     * @param detail goes before that end
     */
    public String summary(String detail) {
        return accuracy()
                + certificate().map(it -> ", CERTIFIED at every width").orElse("")
                + detail
                + certificate()
                        .map(it -> "; the proof covers " + arithmetics(it))
                        .orElse("");
    }

    /** Returns the arithmetics that a proof covers, in words. */
    public static String arithmetics(Certificate proof) {
        return proof.covers() == Precision.SINGLE ? "double and single precision" : "double precision";
    }

    /** Returns sentences for whoever uses the adder: the Javadoc of its loader, and its model card. */
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
