package io.github.rnnadder.gate;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Verdict.Certified;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.evaluation.Evaluator;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Decision;
import io.github.rnnadder.proof.certificate.Precision;
import java.util.Optional;

/**
 * What was found out about a network.
 *
 * @param evaluation how well it adds at its own width
 * @param verdict whether it adds right at every width; empty where nobody asked, or it is not good enough to ask
 */
public record Assessment(Evaluation evaluation, Optional<Verdict> verdict) {

    /**
     * Measures a network, and if a gate asks for a proof and enough sums are right, looks for one.
     *
     * @param bits T, the columns of each sum, 2…62
     * @param progress hears how far that is
     */
    public static Assessment of(Weights weights, int bits, Gate gate, Progress progress) {
        Evaluation evaluation = measure(weights, bits, progress);
        return new Assessment(
                evaluation,
                gate.certify() && gate.passes(evaluation)
                        ? Optional.of(ProofSearch.decide(weights, progress))
                        : Optional.empty());
    }

    /** Measures a network alone. */
    public static Evaluation measure(Weights weights, int bits, Progress progress) {
        progress.begin("sums measured", Evaluator.sums(bits));
        return progress.timed("Measuring", () -> Evaluator.evaluate(weights, bits, progress::done));
    }

    /** Returns the proof that every sum is right at every width, if there is one. */
    public Optional<Certificate> certificate() {
        return verdict.map(it -> it instanceof Certified certified ? certified.certificate() : null);
    }

    /** Returns what is known at every width: a wrong sum that was measured is a counterexample. */
    public Decision decision() {
        return evaluation.correctSums() < evaluation.totalSums()
                ? Decision.COUNTEREXAMPLE
                : verdict.map(Verdict::decision).orElse(Decision.UNKNOWN);
    }

    /** Says in a few words what is known. */
    public String summary() {
        return summary("");
    }

    /**
     * Says in a few words what is known, and last what the proof covers, if there is one.
     *
     * @param detail what to say in between
     */
    public String summary(String detail) {
        Optional<Certificate> proof = certificate();
        return Gate.counts(evaluation)
                + (proof.isPresent() ? ", CERTIFIED at every width" : "")
                + detail
                + proof.map(Assessment::coverage).orElse("");
    }

    /** Returns the end of a sentence on a proof: which arithmetics it covers. */
    public static String coverage(Certificate proof) {
        return "; the proof covers " + arithmetics(proof);
    }

    /** Returns the arithmetics that a proof covers, in words. */
    public static String arithmetics(Certificate proof) {
        return proof.covers() == Precision.SINGLE ? "double and single precision" : "double precision";
    }
}
