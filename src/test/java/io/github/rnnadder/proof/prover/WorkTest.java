package io.github.rnnadder.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTest {

    private final List<String> console = new ArrayList<>();
    private final Work work = new Work(1005, console::add);

    @Test
    void nothingIsAllottedAtFirst() {
        assertThat(work.isExhausted()).isTrue();
    }

    @Test
    void aShareIsCountedFromWhereTheLastAttemptGaveUp() {
        work.allot(0.5);
        spend(100);
        work.allot(0.2);

        assertThat(spendWhatIsAllotted()).isEqualTo(201);
    }

    @Test
    void aLimitOnlyTakesFromWhatIsAllotted() {
        work.allot(0.2);
        work.limit(1000);
        spend(100);
        assertThat(work.isExhausted()).isFalse();
        work.limit(50);

        assertThat(spendWhatIsAllotted()).isEqualTo(50);
    }

    @Test
    void everyHundredthIsToldOnce() {
        work.allot(0.5);
        spend(35);

        assertThat(console)
                .containsExactly(
                        "  1% of the work that it may take",
                        "  2% of the work that it may take", "  3% of the work that it may take");
    }

    @Test
    void aSearchThatSoonEndsIsQuiet() {
        work.allot(0.5);
        spend(10);

        assertThat(console).isEmpty();
    }

    private void spend(int steps) {
        for (int i = 0; i < steps; i++) {
            work.spendOne();
        }
    }

    private int spendWhatIsAllotted() {
        int steps = 0;
        while (!work.isExhausted()) {
            work.spendOne();
            steps++;
        }
        return steps;
    }
}
