package io.github.rnnadder.base.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<String> console = new ArrayList<>();
    private long now;
    private final Progress progress = new Progress(line -> console.add(now / SECOND + " s: " + line), () -> now);

    @Test
    void whatTakesLessThanTwoSecondsIsNotTold() {
        progress.begin("sums measured", 100);
        now += 1_999_999_999L;
        progress.done(99);
        progress.begin("iterations", 100);
        now += 1_999_999_999L;
        progress.done(100);
        assertThat(console).isEmpty();
    }

    @Test
    void whatTakesLongerIsToldAfterTwoSecondsAndThenEachTen() {
        progress.begin("networks", 120);
        for (int done = 1; done <= 50; done++) {
            now += SECOND / 2;
            progress.done(done);
        }
        assertThat(console)
                .containsExactly(
                        "2 s:   4 of 120 networks, 2.00 per second, 58 s left",
                        "12 s:   24 of 120 networks, 2.00 per second, 48 s left",
                        "22 s:   44 of 120 networks, 2.00 per second, 38 s left");
    }

    @Test
    void eachKindOfWorkIsToldOfAfterTwoSecondsOfItsOwn() {
        progress.begin("iterations", 1000);
        now += 3 * SECOND;
        progress.done(900, () -> ", window accuracy 50%");
        progress.begin("sums measured", 1000);
        now += 3 * SECOND;
        progress.done(500);
        assertThat(console)
                .containsExactly(
                        "3 s:   900 of 1000 iterations, 300 per second, 0 s left, window accuracy 50%",
                        "6 s:   500 of 1000 sums measured, 167 per second, 3 s left");
    }

    @Test
    void workThatIsBegunAgainAndAgainIsToldOfEachTenSeconds() {
        for (int time = 0; time < 62; time++) {
            progress.begin("iterations", 4);
            progress.done(2);
            now += SECOND / 2;
            progress.done(4);
        }
        assertThat(console).extracting(line -> line.substring(0, 6)).containsExactly("10 s: ", "20 s: ", "30 s: ");
    }

    @Test
    void nothingDoneYetHasNoRate() {
        progress.begin("networks", 6);
        now += 5 * SECOND;
        progress.done(0);
        assertThat(console).containsExactly("5 s:   0 of 6 networks, 5 s so far");
    }

    @Test
    void whatCannotBeCountedSaysHowLongItHasTaken() {
        progress.begin("Waiting for another build of this module");
        for (int i = 0; i < 1000; i++) {
            now += SECOND / 50;
            progress.still();
        }
        assertThat(console)
                .containsExactly(
                        "2 s: Waiting for another build of this module, 2 s so far",
                        "12 s: Waiting for another build of this module, 12 s so far");
    }

    @Test
    void ofASearchTheNewestLineIsTold() {
        progress.begin("Looking for a proof");
        now += SECOND;
        progress.still("10% of the budget");
        now += SECOND;
        progress.still("20% of the budget");
        now += SECOND;
        progress.still("30% of the budget");
        assertThat(console).containsExactly("2 s: Looking for a proof: 20% of the budget, 2 s so far");
    }

    @Test
    void minutesAndHoursAreWrittenAsSuch() {
        progress.begin("networks", 1000);
        now += 100 * SECOND;
        progress.done(1);
        now += 100 * SECOND;
        progress.done(100);
        assertThat(console.get(0)).endsWith("0.01 per second, 27 h 45 min left");
        assertThat(console.get(1)).endsWith("0.50 per second, 30 min 0 s left");
    }
}
