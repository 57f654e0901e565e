package io.github.rnnadder.model.training;

import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.model.config.TrainingConfig;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Trains again from other seeds, until a try passes the gate. */
public final class Restarts {

    private Restarts() {}

    /**
     * Trains with the config's seed, then with further ones, the outputs of {@link SplitMix64} for it, until a try
     * passes or {@code restarts} are used up. One try follows the other, so that the same one is chosen on every
     * machine.
     *
     * @param config what to train
     * @param progress hears each point of each learning curve
     * @param measure what to make of each try, e.g. its evaluation
     * @param gate whether that is good enough
     * @param ranking what is returned when no try is: the greatest, among equals the first
     * @return the measure of the try that passed, or of the best one
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
