package io.github.rnnadder.report.adder;

import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.report.adder.CurveChart.Measure;
import io.github.rnnadder.report.study.Band;
import io.github.rnnadder.report.study.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The learning curves of runs as SVG, which takes its colours from the page: the same bytes on every machine, since it
 * has no fonts of its own.
 *
 * @param measure what is shown
 * @param iterations the end of the horizontal axis
 * @param most the end of the vertical one
 */
record CurveSvg(Measure measure, int iterations, double most) {

    /** More points fall into the same pixels. */
    private static final int MOST_POINTS = 100;

    private static final int LEFT = 44;
    private static final int TOP = 24;
    private static final int WIDTH = 300;
    private static final int HEIGHT = 150;

    /**
     * Draws runs of one initializer.
     *
     * @param title what it shows
     * @param first the number of the first run in the table of the page
     */
    String of(String title, List<Run> runs, int first) {
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 360 210\" role=\"img\"><title>" + Html.escaped(title)
                + "</title>\n<text x=\"0\" y=\"14\">" + Html.escaped(measure.axis()) + "</text>\n");
        for (int tick = 0; tick <= 2; tick++) {
            int x = LEFT + WIDTH * tick / 2;
            int y = TOP + HEIGHT - HEIGHT * tick / 2;
            // The last one would run over the edge of the drawing.
            String label = tick == 2 ? "last x" : "x";
            svg.append("<path class=\"grid\" d=\"M" + LEFT + " " + y + "h" + WIDTH + "\"/><text class=\"y\" x=\""
                    + (LEFT - 6)
                    + "\" y=\"" + (y + 5) + "\">" + Numbers.round(most * tick / 2) + "</text><text class=\"" + label
                    + "\" x=\"" + x
                    + "\" y=\"" + (TOP + HEIGHT + 18) + "\">" + (long) iterations * tick / 2 + "</text>\n");
        }
        svg.append("<text class=\"x\" x=\"" + (LEFT + WIDTH / 2) + "\" y=\"" + (TOP + HEIGHT + 34)
                + "\">iteration</text>\n");
        List<Band> bands = thinned(Band.of(runs, measure.value()), MOST_POINTS);
        if (!bands.isEmpty()) {
            svg.append(band(bands));
        }
        int number = first;
        for (Run run : StudyPage.shown(runs)) {
            List<String> points = new ArrayList<>();
            for (CurvePoint point : thinned(run.curve(), MOST_POINTS)) {
                points.add(point(point.iteration(), measure.value().applyAsDouble(point)));
            }
            svg.append("<path class=\"run\" data-run=\"" + number + "\" d=\"" + path(points) + "\"/>\n");
            number++;
        }
        if (!bands.isEmpty()) {
            svg.append("<path class=\"median\" d=\""
                    + path(bands.stream()
                            .map(band -> point(band.iteration(), band.median()))
                            .toList()) + "\"/>\n");
        }
        return svg.append("</svg>").toString();
    }

    private String band(List<Band> bands) {
        List<String> edge = new ArrayList<>();
        bands.forEach(band -> edge.add(point(band.iteration(), band.low())));
        for (int i = bands.size() - 1; i >= 0; i--) {
            edge.add(point(bands.get(i).iteration(), bands.get(i).high()));
        }
        return "<path class=\"band\" d=\"" + path(edge) + "Z\"/>\n";
    }

    /** A run that diverged at once has no point. */
    private static String path(List<String> points) {
        return points.isEmpty() ? "" : "M" + String.join(" ", points);
    }

    private String point(int iteration, double value) {
        return tenths(LEFT + (double) WIDTH * iteration / iterations) + ","
                + tenths(TOP + HEIGHT - HEIGHT * value / most);
    }

    /** Writes a number above 0 with one decimal, the same on every machine. */
    private static String tenths(double number) {
        long tenths = Math.round(10 * number);
        return tenths / 10 + "." + tenths % 10;
    }

    /** Returns points at equal distances, the last one among them, of more than a chart can show. */
    static <T> List<T> thinned(List<T> points, int most) {
        int step = (points.size() + most - 1) / most;
        return step < 2
                ? points
                : IntStream.range(0, points.size())
                        .filter(i -> (points.size() - 1 - i) % step == 0)
                        .mapToObj(points::get)
                        .toList();
    }
}
