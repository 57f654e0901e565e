package io.github.rnnadder.proof.certificate;

import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import java.util.List;
import java.util.Optional;

/** Certificates, by what they claim to bear. */
public final class Claims {

    private Claims() {}

    /** Returns the claim of a file that says nothing of tolerance or of what is covered. */
    public static Certificate of(
            String tensors, int hiddenSize, int steps, List<Metric> metrics, List<Ball> balls, Optional<Tube> tube) {
        return new Certificate(tensors, hiddenSize, steps, 0, metrics, balls, tube, 1e-6, Precision.DOUBLE);
    }

    /** Returns the same balls, which sets may lie in by pieces. */
    public static Certificate halving(Certificate it, int halvings) {
        return new Certificate(
                it.tensors(),
                it.hiddenSize(),
                it.steps(),
                halvings,
                it.metrics(),
                it.balls(),
                it.tube(),
                it.tolerance(),
                it.covers());
    }

    /** Returns the same invariant, with another claim of what it bears. */
    public static Certificate bearing(Certificate it, double tolerance, Precision covers) {
        return new Certificate(
                it.tensors(),
                it.hiddenSize(),
                it.steps(),
                it.halvings(),
                it.metrics(),
                it.balls(),
                it.tube(),
                tolerance,
                covers);
    }
}
