package io.github.rnnadder.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuantileTest {

    /** What {@code numpy.quantile} gives. */
    @Test
    void agreesWithPublishedValues() {
        double[] sample = {15, 20, 35, 40, 50};
        assertThat(Quantile.of(sample, 0.4)).isCloseTo(29, within(1e-12));
        assertThat(Quantile.of(sample, 0.1)).isCloseTo(17, within(1e-12));
        assertThat(Quantile.of(new double[] {4, 1, 3, 2}, 0.5)).isEqualTo(2.5);
        assertThat(Quantile.of(new double[] {7}, 0.9)).isEqualTo(7);
    }

    /** The k-th least of n values is by definition the quantile of k/(n-1); between them it runs straight. */
    @Property(tries = 300)
    void passesThroughTheOrderStatisticsInStraightLines(
            @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
        double[] sample = values.stream().mapToDouble(Double::doubleValue).toArray();
        int intervals = sample.length - 1;
        for (int k = 0; k <= intervals; k++) {
            assertThat(Quantile.of(sample, (double) k / intervals)).isCloseTo(least(sample, k), within(1e-6));
        }
        for (int k = 0; k < intervals; k++) {
            double middle = (least(sample, k) + least(sample, k + 1)) / 2;
            assertThat(Quantile.of(sample, (k + 0.5) / intervals)).isCloseTo(middle, within(1e-6));
        }
    }

    /** Finds the value that has k values before it, by counting. */
    private static double least(double[] sample, int k) {
        for (double candidate : sample) {
            int below = 0;
            int equal = 0;
            for (double other : sample) {
                below += other < candidate ? 1 : 0;
                equal += other == candidate ? 1 : 0;
            }
            if (below <= k && k < below + equal) {
                return candidate;
            }
        }
        throw new AssertionError("every rank has a value");
    }
}
