package io.github.rnnadder.prover;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.certificate.Certificate.Ball;
import io.github.rnnadder.certificate.Certificate.Metric;
import io.github.rnnadder.certificate.Certificate.Tube;
import io.github.rnnadder.certificate.FullAdder;
import io.github.rnnadder.certificate.Precision;
import io.github.rnnadder.checker.Norm;
import io.github.rnnadder.checker.ZeroTube;
import io.github.rnnadder.network.Cell;
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

    /**
     * Where zeros make a small state shrink, most proofs need a tube. A wide one takes in states soonest; a narrow one
     * is followed with fewer words; and the balls of some networks do without.
     */
    private static final Attempt[] ATTEMPTS = {new Attempt(0.6, 0.5), new Attempt(0.18, 0.2), new Attempt(0, 0.3)};

    /** Where zeros make a small state grow slowly: most proofs do without a tube. */
    private static final Attempt[] ATTEMPTS_IF_GROWING = {new Attempt(0, 0.7), new Attempt(0.6, 0.3)};

    /** Where it grows fast, no state stays small. */
    private static final Attempt[] ATTEMPTS_IF_FAST = {new Attempt(0, 1)};

    /** The growth per column from which on it counts as slow. */
    private static final double GROWING = 1.01;
    /** The growth per column from which on it counts as fast. */
    private static final double FAST = 1.05;

    /**
     * The steps of sets for a network of 16 units or less. The longest proof of forty plain ones took half a minute.
     */
    private static final long BUDGET = 750_000;

    private Prover() {}

    /**
     * Returns a certificate that the checker should accept, if one is found within the budget.
     *
     * @param progress hears a sentence now and then if it takes long
     */
    public static Optional<Certificate> prove(Weights weights, Consumer<String> progress) {
        Cell cell = new Cell(weights);
        double[][][] roots = ContractionMetric.of(cell);
        Norm[] norms = new Norm[FullAdder.TAGS];
        List<Metric> metrics = new ArrayList<>();
        try {
            for (int tag = 0; tag < FullAdder.TAGS; tag++) {
                if (FullAdder.occurs(tag)) {
                    norms[tag] = new Norm(roots[tag]);
                    metrics.add(new Metric(tag, roots[tag]));
                }
            }
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
        TubeSearch tubes = new TubeSearch(cell);
        Work work = new Work(budget(weights.hiddenSize()), progress);
        Follower follower = new Follower(cell, norms, work);
        for (Attempt attempt : attempts(tubes.growth())) {
            Optional<Tube> tube = attempt.tubeWidth > 0 ? tubes.find(attempt.tubeWidth) : Optional.empty();
            if (tube.isEmpty() && attempt.tubeWidth > 0) {
                continue;
            }
            Parts parts = new Parts(norms, tube.map(it -> new ZeroTube(cell, it, Precision.DOUBLE)));
            work.allot(attempt.share);
            if (new Cover(parts, follower).build()) {
                new Pruning(parts, follower).prune();
                List<Ball> balls = parts.balls().stream().map(Draft::ball).toList();
                return Optional.of(new Certificate(
                        TensorBytes.sha256(weights),
                        weights.hiddenSize(),
                        parts.mostSteps(),
                        metrics,
                        balls,
                        tube,
                        parts.tolerance(),
                        Precision.DOUBLE));
            }
        }
        return Optional.empty();
    }

    private static Attempt[] attempts(double growth) {
        if (growth > FAST) {
            return ATTEMPTS_IF_FAST;
        }
        return growth > GROWING ? ATTEMPTS_IF_GROWING : ATTEMPTS;
    }

    /** Fewer for larger networks, a step of which costs about H³. */
    private static long budget(int hiddenSize) {
        return BUDGET * 256 / Math.max(256, hiddenSize * hiddenSize);
    }
}
