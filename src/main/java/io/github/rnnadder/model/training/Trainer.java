package io.github.rnnadder.model.training;

import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.BackPropagation;
import io.github.rnnadder.model.network.Weights;
import java.util.List;
import java.util.function.Consumer;

/** Trains a network with algorithm 1 of the report. */
public final class Trainer {

    private Trainer() {}

    /** The number of iterations between two checks that the weights are finite. The last finite weights are kept. */
    private static final int CHECK_INTERVAL = 1000;

    /** The number of multiplications between two progress reports, which takes a few milliseconds. */
    private static final int REPORT_WORK = 10_000_000;

    /**
     * Trains one network.
     *
     * @param config the config of the training
     * @param seed the seed of this try, used in place of the config's seed
     * @param progress receives each point of the learning curve; also, every few milliseconds, the point of the current
     *     window so far
     */
    public static Training train(TrainingConfig config, long seed, Consumer<CurvePoint> progress) {
        SplitMix64 random = new SplitMix64(seed);
        Weights weights = Initialization.draw(config.initializer(), config.hiddenSize(), random);
        BackPropagation network =
                new BackPropagation(weights, config.bits(), config.learningRate(), config.weightDecay());
        long mask = (1L << (config.bits() - 1)) - 1;
        CurveRecorder recorder = new CurveRecorder(config.curveInterval(), config.iterations());
        CheckpointRecorder checkpoints = new CheckpointRecorder(weights);
        int reportInterval = reportInterval(config);
        for (int iteration = 1; iteration <= config.iterations(); iteration++) {
            long a = random.nextLong() & mask;
            long b = random.nextLong() & mask;
            double loss = network.step(a, b);
            recorder.count(loss, network.exact());
            if (network.exact() && recorder.lastWrong() == iteration - 1 && iteration < config.iterations()) {
                checkpoints.turn(recorder, network);
            }
            boolean windowEnds = recorder.windowIsFull() || iteration == config.iterations();
            if (windowEnds || iteration % CHECK_INTERVAL == 0) {
                if (!network.finite()) {
                    return training(seed, weights, recorder, List.of(), true);
                }
                weights = network.weights();
            }
            if (windowEnds || iteration % reportInterval == 0) {
                progress.accept(recorder.point());
            }
            if (windowEnds) {
                recorder.endWindow();
            }
        }
        checkpoints.add(recorder.checkpoint(weights));
        return training(seed, weights, recorder, checkpoints.kept(), false);
    }

    private static Training training(
            long seed, Weights weights, CurveRecorder recorder, List<Checkpoint> checkpoints, boolean diverged) {
        return new Training(
                seed,
                weights,
                recorder.curve(),
                recorder.firstPerfectWindow(),
                recorder.lastWrong(),
                checkpoints,
                diverged);
    }

    private static int reportInterval(TrainingConfig config) {
        return 1 + REPORT_WORK / (config.bits() * config.hiddenSize() * (config.hiddenSize() + Weights.INPUTS + 1));
    }
}
