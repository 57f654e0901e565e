package io.github.rnnadder.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.fuzz.Seeds;
import java.util.Arrays;
import java.util.Random;
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
    @Test
    void passesThroughTheOrderStatisticsInStraightLines() {
        Seeds.tryAll(random -> {
            double[] sample = sample(random);
            double[] sorted = Arrays.stream(sample).sorted().toArray();
            int intervals = sample.length - 1;
            for (int k = 0; k <= intervals; k++) {
                assertThat(Quantile.of(sample, (double) k / intervals)).isCloseTo(sorted[k], within(1e-6));
            }
            for (int k = 0; k < intervals; k++) {
                double middle = (sorted[k] + sorted[k + 1]) / 2;
                assertThat(Quantile.of(sample, (k + 0.5) / intervals)).isCloseTo(middle, within(1e-6));
            }
        });
    }

    /** Two to thirty values of all magnitudes, some of them often. */
    private static double[] sample(Random random) {
        double[] sample = new double[2 + random.nextInt(29)];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = i > 0 && random.nextInt(4) == 0
                    ? sample[random.nextInt(i)]
                    : (2 * random.nextDouble() - 1) * Math.pow(10, random.nextInt(13) - 6);
        }
        return sample;
    }
}
