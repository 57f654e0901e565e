package io.github.rnnadder.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    @Test
    void theAccuracyIsTheShareOfTheSumsThatAreRight() {
        assertThat(new Accuracy(3, 12, 16, false).share()).isEqualTo(0.75);
        assertThat(new Accuracy(3, 16, 16, false).share()).isEqualTo(1);
    }

    @Test
    void talliesAreAddedUp() {
        WrongSum low = new WrongSum(0, 1, 2);
        WrongSum high = new WrongSum(3, 3, 7);
        assertThat(new Tally(2, 0.5, List.of(high)).plus(new Tally(3, 0.25, List.of(low))))
                .isEqualTo(new Tally(5, 0.75, List.of(low, high)));
    }
}
