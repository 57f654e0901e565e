package io.github.rnnadder.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepBudgetTest {

    private final List<String> console = new ArrayList<>();
    private final StepBudget budget = new StepBudget(1005, console::add);

    @Test
    void nothingIsAllottedAtFirst() {
        assertThat(budget.isExhausted()).isTrue();
    }

    @Test
    void aShareIsCountedFromWhereTheLastAttemptGaveUp() {
        budget.allot(0.5);
        spend(100);
        budget.allot(0.2);

        assertThat(spendWhatIsAllotted()).isEqualTo(201);
    }

    @Test
    void aLimitOnlyTakesFromWhatIsAllotted() {
        budget.allot(0.2);
        budget.limit(1000);
        spend(100);
        assertThat(budget.isExhausted()).isFalse();
        budget.limit(50);

        assertThat(spendWhatIsAllotted()).isEqualTo(50);
    }

    @Test
    void everyHundredthIsToldOnce() {
        budget.allot(0.5);
        spend(35);

        assertThat(console).containsExactly("1% of the budget", "2% of the budget", "3% of the budget");
    }

    @Test
    void aSearchThatSoonEndsIsQuiet() {
        budget.allot(0.5);
        spend(10);

        assertThat(console).isEmpty();
    }

    private void spend(int steps) {
        for (int i = 0; i < steps; i++) {
            budget.spend();
        }
    }

    private int spendWhatIsAllotted() {
        int steps = 0;
        while (!budget.isExhausted()) {
            budget.spend();
            steps++;
        }
        return steps;
    }
}
