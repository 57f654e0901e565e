package io.github.rnnadder.proof.prover;

import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.Cell;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.proof.checker.DecayCone;
import io.github.rnnadder.proof.checker.InvertibleMetric;
import io.github.rnnadder.proof.prover.ContractionMetric.Effort;
import java.util.Optional;
import java.util.function.Consumer;

/** Searches for a certificate of a network. Nothing here has to be trusted: a mistake can only lose the proof. */
public final class Prover {

    /**
     * One configuration of the search to try.
     *
     * @param tubeWidth the width of the cone, relative to the widest possible; 0 for no cone
     * @param share the share of the budget
     * @param halvings how many times a set that fits into no ball may be split
     * @param size the initial radius of balls, relative to {@link CandidateBall#initialRadius}
     */
    private record Attempt(double tubeWidth, double share, int halvings, double size) {}

    /**
     * The attempts if zeros make small states shrink. Most proofs then need a cone. States enter a wide cone sooner; a
     * narrow one needs fewer words. If states contract too slowly, splitting sets helps. It takes more balls but far
     * fewer words. The parts fit into small balls, which seldom have to shrink and include fewer unreachable states.
     */
    private static final Attempt[] ATTEMPTS = {
        new Attempt(0.6, 0.23, 0, 1),
        new Attempt(0.18, 0.09, 0, 1),
        new Attempt(0, 0.13, 0, 1),
        new Attempt(0.6, 0.13, 2, 0.57),
        new Attempt(0.6, 0.2, 2, 0.4)
    };

    /** The attempts if zeros make small states grow slowly. Most proofs then need no cone. */
    private static final Attempt[] ATTEMPTS_IF_GROWING = {
        new Attempt(0, 0.31, 0, 1),
        new Attempt(0.6, 0.14, 0, 1),
        new Attempt(0, 0.13, 2, 0.57),
        new Attempt(0, 0.2, 2, 0.4)
    };

    /** The attempts if zeros make small states grow fast. Then no state stays small, and no cone is needed. */
    private static final Attempt[] ATTEMPTS_IF_FAST = {
        new Attempt(0, 0.45, 0, 1), new Attempt(0, 0.13, 2, 0.57), new Attempt(0, 0.2, 2, 0.4)
    };

    /** Above this growth per step, small states count as growing slowly. */
    private static final double SLOW_GROWTH = 1.01;
    /** Above this growth per step, small states count as growing fast. */
    private static final double FAST_GROWTH = 1.05;

    /** The share of the budget for the first attempt, which uses quickly found metrics. Most proofs need less. */
    private static final double QUICK_SHARE = 0.0104;

    /** The share of the budget for selecting and pruning balls. */
    private static final double REDUCTION_SHARE = 0.19;

    /**
     * The minimum number of steps that pruning may take, enough for a cover that was found quickly. For a large cover,
     * pruning may take half of the cover's steps. That suffices to remove two thirds of the superfluous balls.
     */
    private static final long MIN_PRUNING_STEPS = 20_000;

    /** The budget in steps for H ≤ 16. */
    private static final long BUDGET = 2_400_000;

    private final Weights weights;
    private final TubeSearch tubes;
    private final StepBudget budget;
    private final Consumer<String> debug;

    private Prover(Weights weights, Consumer<String> progress, Consumer<String> debug) {
        this.debug = debug;
        this.weights = weights;
        this.tubes = new TubeSearch(weights);
        this.budget = new StepBudget(budget(weights.hiddenSize()), progress);
    }

    /**
     * Returns a certificate that the checker should accept; empty if none is found within the budget.
     *
     * @param progress receives a line now and then if the search takes long
     * @param debug receives a sentence about each attempt
     */
    public static Optional<Certificate> prove(Weights weights, Consumer<String> progress, Consumer<String> debug) {
        return new Prover(weights, progress, debug).prove();
    }

    private Optional<Certificate> prove() {
        Attempt[] attempts = attempts(tubes.growth());
        Optional<Certificate> quick = prove(Effort.QUICK, new Attempt(attempts[0].tubeWidth, QUICK_SHARE, 0, 1));
        return quick.isPresent() ? quick : prove(Effort.THOROUGH, attempts);
    }

    private Optional<Certificate> prove(Effort effort, Attempt... attempts) {
        double[][][] roots = ContractionMetric.of(new Cell(weights), effort);
        InvertibleMetric[] metrics = new InvertibleMetric[FullAdder.TAGS];
        try {
            for (int tag : FullAdder.OCCURRING) {
                metrics[tag] = new InvertibleMetric(roots[tag]);
            }
        } catch (InvalidCertificateException e) {
            return Optional.empty();
        }
        SetPropagator propagator = new SetPropagator(weights, metrics, budget);
        for (Attempt attempt : attempts) {
            Optional<Tube> tube = attempt.tubeWidth > 0 ? tubes.find(attempt.tubeWidth) : Optional.empty();
            if (tube.isEmpty() && attempt.tubeWidth > 0) {
                continue;
            }
            Obligations obligations = new Obligations(
                    metrics, tube.map(it -> new DecayCone(weights, it, Precision.DOUBLE)), attempt.halvings);
            budget.allot(attempt.share);
            boolean found = new CoverBuilder(obligations, propagator, attempt.size).build();
            debug.accept((found ? "Proof found" : "No proof") + " with " + effort + " metrics and " + attempt);
            if (found) {
                return Optional.of(certificate(obligations, propagator, tube));
            }
        }
        return Optional.empty();
    }

    /** Removes superfluous balls from a cover, within the budget, and returns the rest as a certificate. */
    private Certificate certificate(Obligations cover, SetPropagator propagator, Optional<Tube> tube) {
        int steps = cover.maxSteps();
        budget.allot(REDUCTION_SHARE);
        Optional<Obligations> selected = Selection.of(cover, propagator);
        selected.ifPresent(obligations -> {
            budget.limit(Math.max(MIN_PRUNING_STEPS, obligations.steps() / 2));
            new Pruning(obligations, propagator).prune();
        });
        Obligations kept = selected.orElse(cover);
        return new Certificate(
                TensorBytes.sha256(weights),
                weights.hiddenSize(),
                selected.map(Obligations::maxSteps).orElse(steps),
                cover.halvings(),
                FullAdder.OCCURRING.stream()
                        .map(tag -> new Metric(tag, cover.metric(tag).t()))
                        .toList(),
                kept.balls().stream().map(CandidateBall::ball).toList(),
                tube,
                kept.tolerance(),
                Precision.DOUBLE);
    }

    private static Attempt[] attempts(double growth) {
        if (growth > FAST_GROWTH) {
            return ATTEMPTS_IF_FAST;
        }
        return growth > SLOW_GROWTH ? ATTEMPTS_IF_GROWING : ATTEMPTS;
    }

    /** Returns the budget in steps for H hidden units. A step costs about H³. */
    private static long budget(int hiddenSize) {
        return BUDGET * 256 / Math.max(256, hiddenSize * hiddenSize);
    }
}
