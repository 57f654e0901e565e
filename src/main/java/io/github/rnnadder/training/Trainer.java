package io.github.rnnadder.training;

import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.network.BackPropagation;
import io.github.rnnadder.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Algorithm 1 of the report. */
public final class Trainer {

    private Trainer() {}

    /**
     * Trains once.
     *
     * @param config what to train
     * @param seed of this try, instead of the config's
     * @param progress hears each point of the learning curve as it is reached
     */
    public static Training train(TrainingConfig config, long seed, Consumer<CurvePoint> progress) {
        SplitMix64 random = new SplitMix64(seed);
        Weights weights = Initialization.draw(config.initializer(), config.hiddenSize(), random);
        BackPropagation network =
                new BackPropagation(weights, config.bits(), config.learningRate(), config.weightDecay());
        long mask = (1L << (config.bits() - 1)) - 1;
        List<CurvePoint> curve = new ArrayList<>();
        int done = 0;
        while (done < config.iterations()) {
            int window = Math.min(config.curveInterval(), config.iterations() - done);
            double loss = 0;
            int right = 0;
            for (int i = 0; i < window; i++) {
                long a = random.nextLong() & mask;
                long b = random.nextLong() & mask;
                loss += network.step(a, b);
                if (network.exact()) {
                    right++;
                }
            }
            done += window;
            if (window == config.curveInterval()) {
                CurvePoint point = new CurvePoint(done, (double) right / window, loss / window);
                curve.add(point);
                progress.accept(point);
            }
        }
        return new Training(seed, network.weights(), List.copyOf(curve), false);
    }
}
