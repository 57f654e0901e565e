package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.model.training.Training;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningProgressTest {

    private static final Weights ANY = new Weights(new double[1][2], new double[1][1], new double[1]);

    private final List<String> console = new ArrayList<>();
    private long now;

    /** The first try diverges after the first point of its curve. */
    @Test
    void theRateOfATryIsReckonedFromItsOwnBeginning() {
        LearningProgress learning =
                new LearningProgress(TrainingConfig.DEFAULTS, new Progress(console::add, () -> now * 1_000_000_000));
        learning.accept(new CurvePoint(1000, 0, 1));
        now = 60;
        learning.accept(new CurvePoint(1000, 0, 1));
        assertThat(console).isEmpty();
        now = 70;
        learning.accept(new CurvePoint(2000, 0.25, 1));
        assertThat(console)
                .containsExactly("  2000 of 20000 iterations, 200 per second, 1 min 30 s left, window accuracy 25%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "999  | | 500 | while it learned, 25% of the sums came out right; a window of 1000 did not come about",
                "1000 | | 0 | every sum right from iteration 1 on",
                "3000 | 3000 | 2000 | every sum right from iteration 2001 on",
                "3000 | | 2001 | no window of 1000 iterations without a wrong sum; 25% of the sums right in the last",
                "3000 | 1000 | 2001 | a first window without a wrong sum ended at iteration 1000, but the last wrong sum was"
                        + " at iteration 2001",
            })
    void itSaysInTheEndSinceWhenEverySumIsRight(int iterations, Integer perfect, int lastWrong, String line) {
        Training training =
                new Training(1, ANY, List.of(new CurvePoint(iterations, 0.25, 1)), perfect, lastWrong, false);
        assertThat(LearningProgress.summary(training, 1000)).isEqualTo("  " + line);
    }

    @Test
    void aTrainingThatDivergedIsSaidToHave() {
        assertThat(LearningProgress.summary(new Training(1, ANY, List.of(), null, 1, true), 1000))
                .isEqualTo("  diverged: a weight or the loss was no longer finite");
    }
}
