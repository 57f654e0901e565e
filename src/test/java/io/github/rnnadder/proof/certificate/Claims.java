package io.github.rnnadder.proof.certificate;

import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import java.util.List;
import java.util.Optional;

/** Variants of a certificate with other claims. */
public final class Claims {

    private Claims() {}

    /** Returns the claim of a file without the fields tolerance and covers. */
    public static Certificate of(
            String tensors, int hiddenSize, int steps, List<Metric> metrics, List<Ball> balls, Optional<Tube> tube) {
        return new Certificate(tensors, hiddenSize, steps, 0, metrics, balls, tube, 1e-6, Precision.DOUBLE);
    }

    /** Returns the same balls with another limit of halvings. */
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

    /** Returns the same invariant with another tolerance and precision. */
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
