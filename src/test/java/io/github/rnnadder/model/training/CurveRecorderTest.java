package io.github.rnnadder.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveRecorderTest {

    /**
     * Sums with the losses 1, 2, 3 …; an x marks a wrong one, and a blank ends a window.
     */
    private static CurveRecorder record(int interval, String sums) {
        CurveRecorder recorder =
                new CurveRecorder(interval, sums.replace(" ", "").length());
        int loss = 0;
        for (char sum : sums.toCharArray()) {
            if (sum == ' ') {
                recorder.endWindow();
            } else {
                loss++;
                recorder.count(loss, sum != 'x');
            }
        }
        return recorder;
    }

    @Test
    void theFirstPerfectWindowIsTheFirstOfSeveral() {
        assertThat(record(3, "..x ... x.. ... ").firstPerfectWindow()).hasValue(6);
    }

    @Test
    void aShorterWindowAtTheEndIsNoPerfectOne() {
        assertThat(record(3, "..x .. ").firstPerfectWindow()).isEmpty();
    }

    @Test
    void theLastWrongSumIsKnownToTheIteration() {
        assertThat(record(3, "x.x x.. . ").lastWrong()).isEqualTo(4);
        assertThat(record(3, "... . ").lastWrong()).isZero();
    }

    @Test
    void aPointIsTheShareOfRightSumsAndTheMeanLossOfItsWindow() {
        assertThat(record(4, "x... xx.. x. ").curve())
                .containsExactly(
                        new CurvePoint(4, 0.75, 2.5), new CurvePoint(8, 0.5, 6.5), new CurvePoint(10, 0.5, 9.5));
    }

    @Test
    void aWindowThatIsUnderWayHasAPointAndIsNoPartOfTheCurve() {
        CurveRecorder recorder = record(4, "x... x.");
        assertThat(recorder.point()).isEqualTo(new CurvePoint(6, 0.5, 5.5));
        assertThat(recorder.curve()).containsExactly(new CurvePoint(4, 0.75, 2.5));
        assertThat(recorder.windowIsFull()).isFalse();
        assertThat(record(4, "x...").windowIsFull()).isTrue();
    }
}
