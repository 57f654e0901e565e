package io.github.rnnadder.proof.prover;

import io.github.rnnadder.model.network.Cell;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.FullAdder;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.proof.checker.Norm;
import io.github.rnnadder.proof.checker.ZeroTube;
import io.github.rnnadder.proof.prover.ContractionMetric.Effort;
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
     * @param halvings how often a set that lies in no ball may be cut in half
     * @param size of the first balls, as a part of {@link Draft#firstRadius}
     */
    private record Attempt(double tubeWidth, double share, int halvings, double size) {

        static Attempt whole(double tubeWidth, double share) {
            return new Attempt(tubeWidth, share, 0, 1);
        }

        /** Halves find room in smaller balls, which seldom have to shrink. */
        static Attempt inHalves(double tubeWidth, double share, double size) {
            return new Attempt(tubeWidth, share, 2, size);
        }
    }

    /**
     * Where zeros make a small state shrink, most proofs need a tube. A wide one takes in states soonest; a narrow one
     * is followed with fewer words; and the balls of some networks do without. Where states contract too slowly for all
     * that, sets are cut in half: more balls, but far fewer words. The smaller these balls, the less they take in of
     * what cannot be reached.
     */
    private static final Attempt[] ATTEMPTS = {
        Attempt.whole(0.6, 0.23),
        Attempt.whole(0.18, 0.09),
        Attempt.whole(0, 0.13),
        Attempt.inHalves(0.6, 0.13, 0.57),
        Attempt.inHalves(0.6, 0.2, 0.4)
    };

    /** Where zeros make a small state grow slowly: most proofs do without a tube. */
    private static final Attempt[] ATTEMPTS_IF_GROWING = {
        Attempt.whole(0, 0.31), Attempt.whole(0.6, 0.14), Attempt.inHalves(0, 0.13, 0.57), Attempt.inHalves(0, 0.2, 0.4)
    };

    /** Where it grows fast, no state stays small. */
    private static final Attempt[] ATTEMPTS_IF_FAST = {
        Attempt.whole(0, 0.45), Attempt.inHalves(0, 0.13, 0.57), Attempt.inHalves(0, 0.2, 0.4)
    };

    /** The growth per column from which on it counts as slow. */
    private static final double GROWING = 1.01;
    /** The growth per column from which on it counts as fast. */
    private static final double FAST = 1.05;

    /** The share that is tried first, with metrics that are soon found: most proofs need less. */
    private static final double QUICK_SHARE = 0.0104;

    /** The share that is kept for making a cover small: following it anew takes less than finding it took. */
    private static final double KEPT_SHARE = 0.19;

    /**
     * The steps that pruning may take in any case, which suffices where a proof was soon found. Of a large cover it may
     * take half as many as following that does: two thirds of what it would take away is gone by then.
     */
    private static final long LEAST_PRUNING = 20_000;

    /** The steps of sets for a network of 16 units or less. */
    private static final long BUDGET = 2_400_000;

    private final Weights weights;
    private final Cell cell;
    private final TubeSearch tubes;
    private final Work work;

    private Prover(Weights weights, Consumer<String> progress) {
        this.weights = weights;
        this.cell = new Cell(weights);
        this.tubes = new TubeSearch(weights);
        this.work = new Work(budget(weights.hiddenSize()), progress);
    }

    /**
     * Returns a certificate that the checker should accept, if one is found within the budget.
     *
     * @param progress hears a sentence now and then if it takes long
     */
    public static Optional<Certificate> prove(Weights weights, Consumer<String> progress) {
        return new Prover(weights, progress).prove();
    }

    private Optional<Certificate> prove() {
        Attempt[] attempts = attempts(tubes.growth());
        Optional<Certificate> quick = prove(Effort.QUICK, Attempt.whole(attempts[0].tubeWidth, QUICK_SHARE));
        return quick.isPresent() ? quick : prove(Effort.THOROUGH, attempts);
    }

    private Optional<Certificate> prove(Effort effort, Attempt... attempts) {
        double[][][] roots = ContractionMetric.of(cell, effort);
        Norm[] norms = new Norm[FullAdder.TAGS];
        List<Metric> metrics = new ArrayList<>();
        try {
            for (int tag : FullAdder.OCCURRING) {
                norms[tag] = new Norm(roots[tag]);
                metrics.add(new Metric(tag, roots[tag]));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Follower follower = new Follower(weights, norms, work);
        for (Attempt attempt : attempts) {
            Optional<Tube> tube = attempt.tubeWidth > 0 ? tubes.find(attempt.tubeWidth) : Optional.empty();
            if (tube.isEmpty() && attempt.tubeWidth > 0) {
                continue;
            }
            Parts parts =
                    new Parts(norms, tube.map(it -> new ZeroTube(weights, it, Precision.DOUBLE)), attempt.halvings);
            work.allot(attempt.share);
            if (new Cover(parts, follower, attempt.size).build()) {
                return Optional.of(certificate(parts, follower, metrics, tube));
            }
        }
        return Optional.empty();
    }

    /** Makes a cover small, if work for it is left, and a certificate of it. */
    private Certificate certificate(Parts cover, Follower follower, List<Metric> metrics, Optional<Tube> tube) {
        int steps = cover.mostSteps();
        work.allot(KEPT_SHARE);
        Optional<Parts> selected = Selection.of(cover, follower);
        selected.ifPresent(parts -> {
            work.limit(Math.max(LEAST_PRUNING, parts.steps() / 2));
            new Pruning(parts, follower).prune();
        });
        Parts kept = selected.orElse(cover);
        return new Certificate(
                TensorBytes.sha256(weights),
                weights.hiddenSize(),
                selected.map(Parts::mostSteps).orElse(steps),
                cover.halvings(),
                metrics,
                kept.balls().stream().map(Draft::ball).toList(),
                tube,
                kept.tolerance(),
                Precision.DOUBLE);
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
