package io.github.rnnadder.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.network.Weights;
import java.util.DoubleSummaryStatistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializationTest {

    private static final int HIDDEN = 400;

    /** With 400 draws, less than a twentieth of the range is empty at either end, almost surely. */
    @ParameterizedTest
    @CsvSource({
        "UNIFORM_FAN_IN, -0.7071067811865476, 0.7071067811865476, -0.05, 0.05",
        "UNIFORM_SYMMETRIC, -1, 1, -1, 1",
        "UNIFORM_POSITIVE, 0, 1, 0, 1"
    })
    void eachMatrixFillsTheRangeOfTheReport(
            Initializer initializer, double uLow, double uHigh, double low, double high) {
        Weights weights = Initialization.draw(initializer, HIDDEN, new SplitMix64(1));
        DoubleSummaryStatistics u = new DoubleSummaryStatistics();
        DoubleSummaryStatistics w = new DoubleSummaryStatistics();
        DoubleSummaryStatistics v = new DoubleSummaryStatistics();
        for (int i = 0; i < HIDDEN; i++) {
            u.accept(weights.u()[i][0]);
            u.accept(weights.u()[i][1]);
            v.accept(weights.v()[i]);
            for (int j = 0; j < HIDDEN; j++) {
                w.accept(weights.w()[i][j]);
            }
        }
        assertFills(u, uLow, uHigh);
        assertFills(w, low, high);
        assertFills(v, low, high);
    }

    private static void assertFills(DoubleSummaryStatistics entries, double low, double high) {
        double width = high - low;
        assertThat(entries.getMin()).isBetween(low, low + width / 20);
        assertThat(entries.getMax()).isBetween(high - width / 20, high);
        assertThat(entries.getAverage()).isCloseTo((low + high) / 2, within(width / 15));
    }
}
