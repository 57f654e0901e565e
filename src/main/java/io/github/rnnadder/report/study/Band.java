package io.github.rnnadder.report.study;

import io.github.rnnadder.model.training.CurvePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The range in which most learning curves of one initializer lie at one iteration.
 *
 * @param iteration the last iteration of the window
 * @param low the 10 % quantile over the runs that reached this iteration
 * @param median the 50 % quantile over the same runs
 * @param high the 90 % quantile over the same runs
 */
public record Band(int iteration, double low, double median, double high) {

    /** The share of runs below the band, and also the share above it. */
    private static final double TAIL = 0.1;

    /**
     * Returns the bands of an initializer, one at each point that any run reached.
     *
     * @param runs the runs of one initializer
     * @param value the value of a curve point to summarize
     */
    public static List<Band> of(List<Run> runs, ToDoubleFunction<CurvePoint> value) {
        int points = runs.stream().mapToInt(run -> run.curve().size()).max().orElse(0);
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            int point = i;
            List<CurvePoint> reached = runs.stream()
                    .filter(run -> run.curve().size() > point)
                    .map(run -> run.curve().get(point))
                    .toList();
            double[] values = reached.stream().mapToDouble(value).toArray();
            bands.add(new Band(
                    reached.get(0).iteration(),
                    Quantile.of(values, TAIL),
                    Quantile.of(values, 0.5),
                    Quantile.of(values, 1 - TAIL)));
        }
        return bands;
    }
}
