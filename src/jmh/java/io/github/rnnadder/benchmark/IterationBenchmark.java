package io.github.rnnadder.benchmark;

import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.BackPropagation;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Trainer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One warm iteration of training, by size. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class IterationBenchmark {

    /** Hidden units and bits. */
    @Param({"16x8", "32x8", "64x8", "128x8", "256x8", "16x16", "16x32", "16x62"})
    public String size;

    private BackPropagation network;
    private NaiveNetwork naive;
    private long mask;
    private final SplitMix64 random = new SplitMix64(1);

    /** Draws the weights. */
    @Setup
    public void draw() {
        String[] sizes = size.split("x");
        int bits = Integer.parseInt(sizes[1]);
        TrainingConfig config = new TrainingConfig(
                bits, Integer.parseInt(sizes[0]), Initializer.UNIFORM_FAN_IN, 0.1, 1, 1, 0, 1, 0, false, 1);
        Weights weights = Trainer.train(config, 1, point -> {}).weights();
        network = new BackPropagation(weights, bits, 0.1, 0);
        naive = new NaiveNetwork(weights, bits);
        mask = (1L << (bits - 1)) - 1;
    }

    /** The plugin's iteration. */
    @Benchmark
    public double iteration() {
        return network.step(random.nextLong() & mask, random.nextLong() & mask);
    }

    /** Its baseline. */
    @Benchmark
    public double iterationNaive() {
        return naive.step(random.nextLong() & mask, random.nextLong() & mask);
    }
}
