package io.github.rnnadder.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Accuracy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyTableTest {

    private static final Study STUDY = new Study(
            new Conditions(TrainingConfig.DEFAULTS, "1.0.0"),
            List.of(
                    run(Initializer.UNIFORM_FAN_IN, 1, 16384, null, 2000),
                    run(Initializer.UNIFORM_FAN_IN, 2, 16384, null, 5000),
                    run(Initializer.UNIFORM_SYMMETRIC, 1, 16384, null, 7000),
                    run(Initializer.UNIFORM_SYMMETRIC, 2, 16383, null, null),
                    run(Initializer.UNIFORM_POSITIVE, 1, 0, null, null),
                    run(Initializer.UNIFORM_POSITIVE, 2, 8192, null, null)));

    private static final Study CERTIFIED = new Study(
            new Conditions(Studies.CERTIFYING, "1.0.0"),
            List.of(
                    run(Initializer.UNIFORM_FAN_IN, 1, 16384, Status.CERTIFIED, 2000),
                    run(Initializer.UNIFORM_FAN_IN, 2, 16384, Status.CERTIFIED, 2000),
                    run(Initializer.UNIFORM_FAN_IN, 3, 16384, Status.UNKNOWN, 2000),
                    run(Initializer.UNIFORM_SYMMETRIC, 1, 16384, Status.COUNTEREXAMPLE, 2000),
                    run(Initializer.UNIFORM_POSITIVE, 1, 0, Status.COUNTEREXAMPLE, null)));

    @Test
    void theTableSaysHowManyLearnedAndWhen() {
        assertThat(new StudyTable(STUDY).lines())
                .containsExactly(
                        "initializer        all sums right  first perfect window: median (min to max)  final accuracy: median (min to max)",
                        "uniform-fan-in     2 of 2 (100%)   3500 (2000 to 5000)                        100% (100% to 100%)",
                        "uniform-symmetric  1 of 2 (50%)    7000 (7000 to 7000) in 1 of 2              99.99% (99.99% to 100%)",
                        "uniform-positive   0 of 2 (0%)     never                                      25% (0% to 50%)");
    }

    @Test
    void theMarkdownSaysWhatWasRunAndHasTheSameTable() {
        assertThat(new StudyTable(STUDY).markdown())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("""
                2 seeds (1 to 2) for each initializer: 16 hidden units learn sums of 8 bits in 20000 iterations, \
                learning rate 0.1, weight decay 0. A window is 1000 iterations; a perfect one has no wrong sum.

                | initializer | all sums right | first perfect window: median (min to max) | final accuracy: median (min to max) |
                |---|---|---|---|
                | uniform-fan-in | 2 of 2 (100%) | 3500 (2000 to 5000) | 100% (100% to 100%) |
                | uniform-symmetric | 1 of 2 (50%) | 7000 (7000 to 7000) in 1 of 2 | 99.99% (99.99% to 100%) |
                | uniform-positive | 0 of 2 (0%) | never | 25% (0% to 50%) |
                """);
    }

    @Test
    void withCertifyItSaysHowManyAreProvedRefutedAndUndecided() {
        assertThat(new StudyTable(CERTIFIED).rows())
                .extracting(cells -> String.join(", ", cells.subList(4, 7)))
                .containsExactly(
                        "proved, refuted, undecided",
                        "2 of 3 (66.66%), 0 of 3 (0%), 1 of 3 (33.33%)",
                        "0 of 1 (0%), 1 of 1 (100%), 0 of 1 (0%)",
                        "0 of 1 (0%), 1 of 1 (100%), 0 of 1 (0%)");
    }

    private static Run run(Initializer initializer, long seed, long correct, Status proof, Integer firstPerfectWindow) {
        Accuracy accuracy = new Accuracy(8, correct, 16384, false);
        return Studies.run(initializer, seed, accuracy, proof, firstPerfectWindow, List.of());
    }
}
