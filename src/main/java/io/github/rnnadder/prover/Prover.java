package io.github.rnnadder.prover;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.certificate.Certificate.Ball;
import io.github.rnnadder.certificate.Certificate.Metric;
import io.github.rnnadder.certificate.Certificate.Tube;
import io.github.rnnadder.certificate.Column;
import io.github.rnnadder.checker.Norm;
import io.github.rnnadder.checker.Tensors;
import io.github.rnnadder.checker.ZeroTube;
import io.github.rnnadder.network.TensorBytes;
import io.github.rnnadder.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks for a certificate. Nothing here has to be trusted: a mistake can only cost the proof. */
public final class Prover {

    /**
     * One way to try.
     *
     * @param tubeWidth as a fraction of the widest; 0 stands for no tube
     * @param share of the budget
     */
    private record Attempt(double tubeWidth, double share) {}

    private static final Attempt[] ATTEMPTS = {new Attempt(0.6, 0.5), new Attempt(0.18, 0.2), new Attempt(0, 0.3)};

    /** The same where zeros let a small state grow, slowly or fast: most proofs then do without a tube. */
    private static final Attempt[] ATTEMPTS_IF_GROWING = {new Attempt(0, 0.7), new Attempt(0.6, 0.3)};

    private static final Attempt[] ATTEMPTS_IF_FAST = {new Attempt(0, 1)};

    private Prover() {}

    /**
     * Returns a certificate that the checker should accept, if one is found within the budget.
     *
     * @param progress hears a sentence now and then if it takes long
     */
    public static Optional<Certificate> prove(Weights weights, Consumer<String> progress) {
        Tensors tensors = Tensors.of(weights);
        double[][][] roots = ContractionMetric.of(tensors);
        Norm[] norms = new Norm[Column.TAGS];
        List<Metric> metrics = new ArrayList<>();
        try {
            for (int tag = 0; tag < Column.TAGS; tag++) {
                if (Column.occurs(tag)) {
                    norms[tag] = new Norm(roots[tag]);
                    metrics.add(new Metric(tag, roots[tag]));
                }
            }
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
        TubeSearch tubes = new TubeSearch(tensors);
        Work work = new Work(budget(weights.hiddenSize()), progress);
        Follower follower = new Follower(tensors, norms, work);
        for (Attempt attempt : attempts(tubes.growth())) {
            Optional<Tube> tube = attempt.tubeWidth > 0 ? tubes.find(attempt.tubeWidth) : Optional.empty();
            if (tube.isEmpty() && attempt.tubeWidth > 0) {
                continue;
            }
            Parts parts = new Parts(norms, tube.map(it -> new ZeroTube(tensors, it)));
            work.allot(attempt.share);
            if (new Cover(parts, follower).build()) {
                new Pruning(parts, follower).prune();
                List<Ball> balls = parts.balls().stream().map(Draft::ball).toList();
                return Optional.of(new Certificate(
                        TensorBytes.sha256(weights), weights.hiddenSize(), parts.mostSteps(), metrics, balls, tube));
            }
        }
        return Optional.empty();
    }

    private static Attempt[] attempts(double growth) {
        if (growth > 1.05) {
            return ATTEMPTS_IF_FAST;
        }
        return growth > 1.01 ? ATTEMPTS_IF_GROWING : ATTEMPTS;
    }

    /** How many steps of sets the search may take; each costs about H³. */
    private static long budget(int hiddenSize) {
        return 750_000L * 256 / Math.max(256, hiddenSize * hiddenSize);
    }
}
