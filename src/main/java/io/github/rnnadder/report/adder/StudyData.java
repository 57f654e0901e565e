package io.github.rnnadder.report.adder;

import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.report.study.Band;
import io.github.rnnadder.report.study.Run;
import io.github.rnnadder.report.study.Study;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The learning curves of a study for the script of its page: JSON in thousandths, which are finer than a pixel. */
record StudyData(Study study) {

    /** The maximum number of points of a curve; more would fall into the same pixels. */
    private static final int MAX_POINTS = 100;

    String json() {
        int interval = study.conditions().config().curveInterval();
        List<CurvePoint> longest = study.runs().stream()
                .map(Run::curve)
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        List<Integer> points =
                PageData.thinned(IntStream.range(0, longest.size()).boxed().toList(), MAX_POINTS);
        double mostError = study.runs().stream()
                .filter(run -> !run.diverged())
                .flatMap(run -> run.curve().stream())
                .mapToDouble(CurvePoint::error)
                .max()
                .orElse(1);
        return "{\"end\": " + study.conditions().config().iterations() + ", \"interval\": " + interval
                + ", \"mostError\": " + thousandths(mostError) + ", \"at\": "
                + array(points.stream()
                        .map(point -> String.valueOf(longest.get(point).iteration()))) + ", \"initializers\": "
                + array(Arrays.stream(Initializer.values()).map(it -> initializer(study.runs(it), points))) + "}\n";
    }

    private static String initializer(List<Run> runs, List<Integer> points) {
        return "{\"accuracy\": " + curves(runs, points, CurvePoint::accuracy) + ", \"error\": "
                + curves(runs, points, CurvePoint::error) + "}\n";
    }

    private static String curves(List<Run> runs, List<Integer> points, ToDoubleFunction<CurvePoint> value) {
        List<Band> all = Band.of(runs, value);
        List<Band> bands = reached(all, points);
        return "{\"low\": " + numbers(bands, Band::low) + ", \"median\": " + numbers(bands, Band::median)
                + ", \"high\": " + numbers(bands, Band::high) + ", \"runs\": "
                + array(StudyPage.shown(runs).stream().map(run -> numbers(reached(run.curve(), points), value))) + "}";
    }

    /** Returns the elements of a curve at the given points; a curve that diverged ends earlier and lacks some. */
    private static <T> List<T> reached(List<T> curve, List<Integer> points) {
        return points.stream()
                .filter(point -> point < curve.size())
                .map(curve::get)
                .toList();
    }

    private static <T> String numbers(List<T> items, ToDoubleFunction<T> value) {
        return array(items.stream().map(item -> thousandths(value.applyAsDouble(item))));
    }

    private static String thousandths(double value) {
        return String.valueOf(Math.round(1000 * value));
    }

    private static String array(Stream<String> items) {
        return items.collect(Collectors.joining(",", "[", "]"));
    }
}
