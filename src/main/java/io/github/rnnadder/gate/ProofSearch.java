package io.github.rnnadder.gate;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Proof.Certified;
import io.github.rnnadder.gate.Proof.Counterexample;
import io.github.rnnadder.gate.Proof.Unknown;
import io.github.rnnadder.model.network.Cell;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.proof.checker.CertificateChecker;
import io.github.rnnadder.proof.falsifier.CounterexampleSearch;
import io.github.rnnadder.proof.falsifier.CounterexampleSearch.Effort;
import io.github.rnnadder.proof.prover.Prover;
import java.util.List;
import java.util.Optional;

/** Decides for most networks whether they predict every bit of every sum correctly at every width. */
public final class ProofSearch {

    private ProofSearch() {}

    /**
     * Looks for a wrong sum, then for a proof, and then harder for a wrong sum. The result depends on the weights
     * alone, because every budget counts work, not time.
     *
     * @param progress is told which search is running, and how far it has got
     */
    public static Proof decide(Weights weights, Progress progress) {
        progress.begin("Looking for a sum that comes out wrong");
        Optional<Counterexample> wrong =
                progress.timed("Looking for a wrong sum", () -> search(weights, Effort.QUICK, progress));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Proof proof = prove(weights, progress);
        if (proof instanceof Certified) {
            return proof;
        }
        progress.begin("Looking harder for a sum that comes out wrong");
        return progress.timed("Looking harder for a wrong sum", () -> search(weights, Effort.THOROUGH, progress))
                .<Proof>map(it -> it)
                .orElse(proof);
    }

    /** Returns a proof that the checker accepts, or the reason why there is no such proof. */
    private static Proof prove(Weights weights, Progress progress) {
        if (weights.hiddenSize() > Limits.MAX_HIDDEN_SIZE) {
            return new Unknown("no wrong sum was found, and a network of more than " + Limits.MAX_HIDDEN_SIZE
                    + " hidden units cannot be certified");
        }
        progress.begin("Looking for a proof that every sum comes out right");
        Optional<Certificate> proof =
                progress.timed("Looking for a proof", () -> Prover.prove(weights, progress::still, progress::explain));
        if (proof.isEmpty()) {
            return new Unknown("neither a wrong sum nor a proof was found");
        }
        try {
            Certificate claim = strongestClaim(weights, proof.get());
            progress.explain("The certificate has " + claim.balls().size() + " balls, a tolerance of "
                    + claim.tolerance() + " and covers " + claim.covers());
            return new Certified(claim);
        } catch (InvalidCertificateException e) {
            return new Unknown("no wrong sum was found, and the proof that was found does not hold: " + e.getMessage());
        }
    }

    /**
     * Returns the certificate with the largest tolerance that the checker accepts. It also covers single precision if
     * the checker accepts that. The search starts at the prover's tolerance, so one check is usually enough.
     *
     * @throws InvalidCertificateException if the checker rejects even the weakest claim
     */
    private static Certificate strongestClaim(Weights weights, Certificate proof) throws InvalidCertificateException {
        InvalidCertificateException refusal = null;
        for (int i = Limits.TOLERANCES.indexOf(proof.tolerance()); i >= 0; i--) {
            for (Precision covers : List.of(Precision.SINGLE, Precision.DOUBLE)) {
                Certificate claim = claim(proof, Limits.TOLERANCES.get(i), covers);
                try {
                    CertificateChecker.check(weights, claim);
                    return claim;
                } catch (InvalidCertificateException e) {
                    refusal = e;
                }
            }
        }
        throw refusal;
    }

    private static Certificate claim(Certificate proof, double tolerance, Precision covers) {
        return new Certificate(
                proof.tensors(),
                proof.hiddenSize(),
                proof.steps(),
                proof.halvings(),
                proof.metrics(),
                proof.balls(),
                proof.tube(),
                tolerance,
                covers);
    }

    private static Optional<Counterexample> search(Weights weights, Effort effort, Progress progress) {
        return CounterexampleSearch.find(
                        new Cell(weights),
                        effort,
                        word -> Replay.of(weights, word).isPresent(),
                        progress::still)
                .flatMap(word -> Replay.of(weights, word));
    }
}
