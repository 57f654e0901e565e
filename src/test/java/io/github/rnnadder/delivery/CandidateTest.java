package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Examination;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Training;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CandidateTest {

    private static Optional<Criterion> missed(long correctSums, boolean diverged) {
        Weights any = new Weights(new double[1][2], new double[1][1], new double[1]);
        return new Candidate(
                        TrainingConfig.DEFAULTS.withAccuracyThreshold(0.5),
                        new Training(1, any, List.of(), null, 1, diverged),
                        new Examination(new Evaluation(8, correctSums, 16, false, 0.1, List.of()), Optional.empty()))
                .missed();
    }

    @Test
    void aTrainingThatDivergedIsBelowTheThresholdOnlyWhereItIs() {
        assertThat(missed(8, false)).isEmpty();
        assertThat(missed(7, false).orElseThrow().text())
                .startsWith("Accuracy 43.75%")
                .doesNotContain("diverged");
        assertThat(missed(7, true).orElseThrow().text())
                .startsWith("Accuracy 43.75%")
                .contains("Training diverged");
        assertThat(missed(8, true).orElseThrow().text()).startsWith("Training diverged");
    }
}
