package io.github.rnnadder.model.training;

import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.model.config.TrainingConfig;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Repeats a training with other seeds until a try passes the gate. */
public final class Restarts {

    private Restarts() {}

    /**
     * Trains with the config's seed, then with the outputs of {@link SplitMix64} for that seed. Stops when a try passes
     * or {@code restarts} is used up. Tries run one after another, so every machine chooses the same one.
     *
     * @param config the config of the training
     * @param progress receives each point of each learning curve
     * @param measure turns a training into a result, for example by measuring the network
     * @param gate whether a result is good enough
     * @param ranking orders the results, worst first
     * @return the first result that passes; if none passes, the first of the best results
     */
    public static <R> R train(
            TrainingConfig config,
            Consumer<CurvePoint> progress,
            Function<Training, R> measure,
            Predicate<R> gate,
            Comparator<R> ranking) {
        SplitMix64 furtherSeeds = new SplitMix64(config.seed());
        R best = measure.apply(Trainer.train(config, config.seed(), progress));
        for (int restart = 0; restart < config.restarts() && !gate.test(best); restart++) {
            R next = measure.apply(Trainer.train(config, furtherSeeds.nextLong(), progress));
            if (gate.test(next) || ranking.compare(next, best) > 0) {
                best = next;
            }
        }
        return best;
    }
}
