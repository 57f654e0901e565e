package io.github.rnnadder.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.evaluation.Accuracy;
import io.github.rnnadder.model.training.CurvePoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandTest {

    @Test
    void theBandLeavesOutATenthOfTheRunsOnEitherSide() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            runs.add(run(List.of(new CurvePoint(1000, i / 10.0, 0), new CurvePoint(2000, 1, 0))));
        }
        assertThat(Band.of(runs, CurvePoint::accuracy))
                .containsExactly(new Band(1000, 0.1, 0.5, 0.9), new Band(2000, 1, 1, 1));
    }

    @Test
    void aRunThatDivergedCountsAsFarAsItCame() {
        Run brief = run(List.of(new CurvePoint(1000, 0, 4)));
        Run full = run(List.of(new CurvePoint(1000, 0, 2), new CurvePoint(2000, 0, 1)));
        assertThat(Band.of(List.of(brief, full), CurvePoint::error))
                .extracting(Band::iteration, Band::median)
                .containsExactly(tuple(1000, 3.0), tuple(2000, 1.0));
        assertThat(Band.of(List.of(run(List.of())), CurvePoint::error)).isEmpty();
    }

    private static Run run(List<CurvePoint> curve) {
        return Studies.run(Initializer.UNIFORM_FAN_IN, 1, new Accuracy(4, 64, 64, false), null, null, curve);
    }
}
