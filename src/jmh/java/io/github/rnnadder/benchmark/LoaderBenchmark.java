package io.github.rnnadder.benchmark;

import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.loader.Adders;
import io.github.rnnadder.loader.PretrainedAdder;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Trainer;
import java.math.BigInteger;
import java.util.Random;
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

/** One warm sum of the class that dependent modules run. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class LoaderBenchmark {

    private static Weights weights() {
        return Trainer.train(TrainingConfig.DEFAULTS, 1, point -> {}).weights();
    }

    private static PretrainedAdder adder() {
        return Adders.of(8, weights(), true);
    }

    /** Operands of 7 bits, as they were trained. */
    @State(Scope.Thread)
    public static class Longs {

        private final PretrainedAdder adder = adder();
        private final NaiveNetwork naive = new NaiveNetwork(weights(), 8);
        private final SplitMix64 random = new SplitMix64(1);

        private int next() {
            return (int) random.nextLong() & 127;
        }
    }

    /** Operands of any length. */
    @State(Scope.Thread)
    public static class Digits {

        /** Their bits. */
        @Param({"64", "1000", "10000", "100000", "1000000"})
        public int bits;

        private final PretrainedAdder adder = adder();
        private BigInteger a;
        private BigInteger b;

        /** Draws both. */
        @Setup
        public void draw() {
            Random random = new Random(1);
            a = new BigInteger(bits, random);
            b = new BigInteger(bits, random);
        }
    }

    /** The loader's. */
    @Benchmark
    public long sumOfLongs(Longs state) {
        return state.adder.add(state.next(), state.next());
    }

    /** Its baseline. */
    @Benchmark
    public long sumOfLongsNaive(Longs state) {
        return state.naive.add(state.next(), state.next());
    }

    /** The loader's, of long operands. */
    @Benchmark
    public BigInteger sumOfDigits(Digits state) {
        return state.adder.add(state.a, state.b);
    }
}
