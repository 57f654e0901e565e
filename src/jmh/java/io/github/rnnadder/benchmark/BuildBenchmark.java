package io.github.rnnadder.benchmark;

import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Evaluator;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Trainer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a build does with the default config: it trains in a JVM that has done nothing yet, and measures every sum. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BuildBenchmark {

    private Weights weights;

    /** Draws weights and trains for one iteration; more would warm the JVM for the cold runs. */
    @Setup
    public void draw() {
        TrainingConfig one =
                new TrainingConfig(8, 16, TrainingConfig.DEFAULTS.initializer(), 0.1, 1, 1, 0, 1, 0, false, 1);
        weights = Trainer.train(one, 1, point -> {}).weights();
    }

    /** 20,000 iterations from a cold JVM. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(8)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Object coldTraining() {
        return Trainer.train(TrainingConfig.DEFAULTS, 1, point -> {});
    }

    /** The same, and all 16,384 sums. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(8)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Object coldTrainingAndMeasuring() {
        return Evaluator.evaluate(
                Trainer.train(TrainingConfig.DEFAULTS, 1, point -> {}).weights(), 8);
    }

    /** The baseline of training. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(8)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public double coldTrainingNaive() {
        NaiveNetwork naive = new NaiveNetwork(weights, 8);
        SplitMix64 random = new SplitMix64(1);
        double loss = 0;
        for (int i = 0; i < 20_000; i++) {
            loss += naive.step(random.nextLong() & 127, random.nextLong() & 127);
        }
        return loss;
    }

    /** All 16,384 sums, warm. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(1)
    @Warmup(iterations = 2, time = 1)
    @Measurement(iterations = 3, time = 1)
    public Object measuringEverySum() {
        return Evaluator.evaluate(weights, 8);
    }

    /** Its baseline. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(1)
    @Warmup(iterations = 2, time = 1)
    @Measurement(iterations = 3, time = 1)
    public int measuringEverySumNaive() {
        return new NaiveNetwork(weights, 8).measure();
    }
}
