package io.github.rnnadder.proof.certificate;

import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
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

    /** Returns a claim about a network that allows as many steps as the checker. */
    public static Certificate of(Weights about, List<Metric> metrics, List<Ball> balls, Optional<Tube> tube) {
        return of(TensorBytes.sha256(about), about.hiddenSize(), Limits.MAX_STEPS, metrics, balls, tube);
    }

    /** Returns the same invariant as a claim about another network. */
    public static Certificate about(Weights weights, Certificate it) {
        return of(weights, it.metrics(), it.balls(), it.tube());
    }

    /** Returns the same claim by another invariant. */
    public static Certificate with(Certificate it, List<Metric> metrics, List<Ball> balls, Optional<Tube> tube) {
        return claim(it, it.steps(), it.halvings(), metrics, balls, tube);
    }

    /** Returns the same invariant with another limit of halvings. */
    public static Certificate halving(Certificate it, int halvings) {
        return claim(it, it.steps(), halvings, it.metrics(), it.balls(), it.tube());
    }

    /** Returns the same invariant with another limit of steps. */
    public static Certificate stepping(Certificate it, int steps) {
        return claim(it, steps, it.halvings(), it.metrics(), it.balls(), it.tube());
    }

    private static Certificate claim(
            Certificate of, int steps, int halvings, List<Metric> metrics, List<Ball> balls, Optional<Tube> tube) {
        return new Certificate(
                of.tensors(), of.hiddenSize(), steps, halvings, metrics, balls, tube, of.tolerance(), of.covers());
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
