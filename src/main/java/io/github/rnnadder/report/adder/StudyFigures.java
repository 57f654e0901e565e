package io.github.rnnadder.report.adder;

import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.report.adder.CurveChart.Measure;
import io.github.rnnadder.report.study.Band;
import io.github.rnnadder.report.study.Run;
import io.github.rnnadder.report.study.Study;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** The figures (a) to (f) of the student's report: for each initializer, accuracy above error. */
public final class StudyFigures {

    private static final int WIDTH = 720;
    private static final int PANEL_HEIGHT = 380;
    private static final double ALL = 100;

    /** More curves than this, one over the other, show nothing that the band does not. */
    private static final int MOST_CURVES = 100;

    private StudyFigures() {}

    /** Returns a figure for each initializer, named by its key. */
    public static List<Figure> of(Study study) {
        // One scale for all, so that the figures can be compared.
        double most = study.runs().stream()
                .flatMap(run -> run.curve().stream())
                .mapToDouble(CurvePoint::error)
                .max()
                .orElse(1);
        List<Figure> figures = new ArrayList<>();
        for (Initializer initializer : Initializer.values()) {
            figures.add(figure(study, initializer, most));
        }
        return figures;
    }

    private static Figure figure(Study study, Initializer initializer, double most) {
        String caption = initializer.key() + ", " + study.runs(initializer).size() + " seeds";
        return new Figure(
                initializer.key(),
                caption,
                "Two line charts over " + study.conditions().config().iterations() + " iterations, " + caption
                        + ": the share of sums right in each window above, their mean loss below; the median, the band"
                        + " of 10 to 90 % of the runs, and single runs, up to " + MOST_CURVES + " of them.",
                WIDTH,
                List.of(
                        CurveChart.panel(
                                PANEL_HEIGHT,
                                palette -> chart(palette, study, initializer, Measure.ACCURACY, caption, ALL)),
                        CurveChart.panel(
                                PANEL_HEIGHT,
                                palette -> chart(palette, study, initializer, Measure.ERROR, "", most)
                                        .legend())));
    }

    private static CurveChart chart(
            Palette palette, Study study, Initializer initializer, Measure measure, String title, double most) {
        List<Run> runs = study.runs(initializer);
        Color color = color(palette, initializer);
        CurveChart chart = new CurveChart(
                        palette, title, measure, study.conditions().config().iterations(), most)
                .faint(
                        "single runs",
                        runs.stream().limit(MOST_CURVES).map(Run::curve).toList(),
                        color);
        List<Band> bands = Band.of(runs, measure.value());
        return bands.isEmpty() ? chart : chart.band("10 to 90 % of runs", "median", bands, color);
    }

    private static Color color(Palette palette, Initializer initializer) {
        return switch (initializer) {
            case UNIFORM_FAN_IN -> palette.blue();
            case UNIFORM_SYMMETRIC -> palette.green();
            case UNIFORM_POSITIVE -> palette.vermilion();
        };
    }
}
