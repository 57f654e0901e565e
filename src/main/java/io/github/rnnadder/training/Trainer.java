package io.github.rnnadder.training;

import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.network.BackPropagation;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.numeric.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Algorithm 1 of the report. */
public final class Trainer {

    private Trainer() {}

    /** How often, in iterations, the weights are looked at, and kept in case they diverge. */
    private static final int CHECK_INTERVAL = 1000;

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
        double loss = 0;
        int right = 0;
        for (int iteration = 1; iteration <= config.iterations(); iteration++) {
            long a = random.nextLong() & mask;
            long b = random.nextLong() & mask;
            loss += network.step(a, b);
            if (network.exact()) {
                right++;
            }
            boolean windowEnds = iteration % config.curveInterval() == 0;
            if (windowEnds || iteration % CHECK_INTERVAL == 0 || iteration == config.iterations()) {
                if (!Double.isFinite(loss) || !network.finite()) {
                    return new Training(seed, weights, List.copyOf(curve), true);
                }
                weights = network.weights();
            }
            if (windowEnds) {
                CurvePoint point = new CurvePoint(
                        iteration, (double) right / config.curveInterval(), loss / config.curveInterval());
                curve.add(point);
                progress.accept(point);
                loss = 0;
                right = 0;
            }
        }
        return new Training(seed, weights, List.copyOf(curve), false);
    }
}
