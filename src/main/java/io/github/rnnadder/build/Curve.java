package io.github.rnnadder.build;

import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.text.Fraction;
import io.github.rnnadder.training.CurvePoint;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells the console of a training as it goes on: at most 20 points in all, however long it is or often it restarts. */
final class Curve implements Consumer<CurvePoint> {

    private static final int MOST_POINTS = 20;

    private final Consumer<String> console;
    private final int pointsPerTry;
    private final int step;
    private int heard;

    Curve(TrainingConfig config, Consumer<String> console) {
        this.console = console;
        this.pointsPerTry = config.iterations() / config.curveInterval();
        this.step = Math.max(1, (pointsPerTry + MOST_POINTS - 1) / MOST_POINTS);
    }

    @Override
    public void accept(CurvePoint point) {
        heard++;
        if (heard <= pointsPerTry && heard % step == 0) {
            console.accept(String.format(
                    Locale.ROOT,
                    "  iteration %d: window accuracy %s, window error %.4f",
                    point.iteration(),
                    Fraction.percent(Math.round(point.accuracy() * 1e6), 1_000_000),
                    point.error()));
        }
    }
}
