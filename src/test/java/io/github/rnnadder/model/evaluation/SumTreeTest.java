package io.github.rnnadder.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Trainer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumTreeTest {

    /** Prefixes of a sample with all their suffixes, and a network that is often wrong. */
    @ParameterizedTest
    @CsvSource({"13, 8, 1", "13, 8, 64", "62, 57, 5", "6, 1, 4"})
    void sampledPrefixesAreMeasuredAsOneByOne(int bits, int columns, int lanes) {
        TrainingConfig d = TrainingConfig.DEFAULTS;
        TrainingConfig config = new TrainingConfig(8, 8, d.initializer(), 0.1, 1000, 1, 0, 1, 0, false, 1000);
        Weights weights = Trainer.train(config, 1, point -> {}).weights();
        List<Prefix> prefixes = IntStream.range(0, lanes)
                .mapToObj(n -> Prefix.sampled(n, columns))
                .toList();
        double loss = 0;
        List<WrongSum> wrong = new ArrayList<>();
        int endings = 1 << (bits - 1 - columns);
        for (Prefix prefix : prefixes) {
            for (int ending = 0; ending < endings * endings; ending++) {
                long a = prefix.a() | (long) (ending % endings) << columns;
                long b = prefix.b() | (long) (ending / endings) << columns;
                loss += EvaluatorTest.add(weights, bits, a, b, wrong);
            }
        }
        LongAdder measured = new LongAdder();
        Tally tally = SumTree.measure(weights, bits, columns, prefixes, measured::add);
        assertThat(measured.sum()).isEqualTo((long) lanes * endings * endings);
        assertThat(tally.wrongSums()).isEqualTo(wrong.size()).isPositive();
        assertThat(tally.loss() / loss).isCloseTo(1, within(1e-12));
        wrong.sort(Comparator.comparingLong(WrongSum::a).thenComparingLong(WrongSum::b));
        assertThat(tally.examples())
                .hasSize(Math.min(5, wrong.size()))
                .startsWith(wrong.get(0))
                .isSubsetOf(wrong);
    }
}
