package io.github.rnnadder.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final List<String> console = new ArrayList<>();
    private long now;

    @Test
    void itIsToldEveryTenSecondsHowManyAreDoneHowFastAndHowLongItTakes() {
        Progress progress = new Progress(120, console::add, () -> now);
        for (int i = 0; i < 50; i++) {
            now += 500_000_000L;
            progress.run();
        }
        assertThat(console)
                .containsExactly(
                        "  20 of 120 done, 2.00 per second, 50 s remaining",
                        "  40 of 120 done, 2.00 per second, 40 s remaining");
    }

    @Test
    void minutesAndHoursAreWrittenAsSuch() {
        Progress progress = new Progress(1000, console::add, () -> now);
        now += 10_000_000_000L;
        progress.run();
        now += 90_000_000_000L;
        for (int i = 0; i < 199; i++) {
            progress.run();
            now += 10_000_000_000L;
        }
        assertThat(console.get(0)).endsWith("0.10 per second, 2 h 46 min remaining");
        assertThat(console.get(console.size() - 1)).endsWith("remaining").contains("200 of 1000 done");
    }

    @Test
    void aShortStudyIsNotTold() {
        Progress progress = new Progress(3, console::add, () -> now);
        progress.run();
        progress.run();
        now += 20_000_000_000L;
        progress.run();
        assertThat(console).isEmpty();
    }
}
