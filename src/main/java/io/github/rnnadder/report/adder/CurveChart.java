package io.github.rnnadder.report.adder;

import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.report.study.Band;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A quantity over the iterations of a training. */
final class CurveChart {

    private static final int BAND = 50;

    /** Of single runs: strong enough for one to be followed where they are few, faint enough for many. */
    private static final int SINGLE_RUN = 110;

    /** More points than this fall into the same pixels, and a chart takes 200 bytes for each. */
    private static final int MOST_POINTS = 500;

    /**
     * The room for the labels of the vertical axis: the same in every panel, so that their iterations lie one above the
     * other.
     */
    private static final int LEFT = 84;

    private final XYChart chart = new XYChart(1, 1);
    private final Palette palette;
    private final Measure measure;

    /** What is shown, from a point of a learning curve. */
    enum Measure {
        ACCURACY("sums right in a window (%)", point -> 100 * point.accuracy()),
        ERROR("mean loss L in a window", CurvePoint::error);

        private final String axis;
        private final ToDoubleFunction<CurvePoint> value;

        Measure(String axis, ToDoubleFunction<CurvePoint> value) {
            this.axis = axis;
            this.value = value;
        }

        /** Returns the title of its axis. */
        String axis() {
            return axis;
        }

        ToDoubleFunction<CurvePoint> value() {
            return value;
        }
    }

    /**
     * @param palette its look
     * @param title above it
     * @param measure what is shown
     * @param iterations the end of the horizontal axis
     * @param most the end of the vertical one
     */
    CurveChart(Palette palette, String title, Measure measure, int iterations, double most) {
        this.palette = palette;
        this.measure = measure;
        chart.setTitle(title);
        chart.setXAxisTitle("iteration (one sum each)");
        chart.setYAxisTitle(measure.axis);
        XYStyler style = chart.getStyler();
        Look.apply(style, palette);
        style.setLegendVisible(false);
        style.setXAxisMin(0.0);
        style.setXAxisMax((double) iterations);
        style.setYAxisMin(0.0);
        style.setYAxisMax(most);
        style.setYAxisLeftWidthHint(LEFT);
        // XChart labels every n-th of equally spaced points, such as 29000. One between them makes it choose round
        // ones.
        line("round labels", new double[] {0.5, 0.5}, new double[] {0, 0}, Palette.faint(palette.paper(), 0), 1)
                .setShowInLegend(false);
    }

    /** Adds the curve of one training. */
    CurveChart curve(String name, List<CurvePoint> points, Color color) {
        List<CurvePoint> curve = CurveSvg.thinned(points, MOST_POINTS);
        XYSeries series = line(name, iterations(curve), values(curve), color, 3);
        series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(color);
        return this;
    }

    /** Adds curves of single trainings so faintly that many can lie over one another. */
    CurveChart faint(String name, List<List<CurvePoint>> curves, Color color) {
        boolean first = true;
        for (List<CurvePoint> points : curves) {
            List<CurvePoint> curve = CurveSvg.thinned(points, MOST_POINTS);
            if (!curve.isEmpty()) {
                line(
                                first
                                        ? name
                                        : name + chart.getSeriesCollection().size(),
                                iterations(curve),
                                values(curve),
                                Palette.faint(color, SINGLE_RUN),
                                1.5f)
                        .setShowInLegend(first);
                first = false;
            }
        }
        return this;
    }

    /** Adds the area between the 10 % and the 90 % quantiles, and the median in it. */
    CurveChart band(String area, String median, List<Band> all, Color color) {
        List<Band> bands = CurveSvg.thinned(all, MOST_POINTS);
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        bands.forEach(band -> add(x, y, band.iteration(), band.low()));
        List<Band> back = new ArrayList<>(bands);
        Collections.reverse(back);
        back.forEach(band -> add(x, y, band.iteration(), band.high()));
        XYSeries series = chart.addSeries(area, x, y);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        series.setMarker(SeriesMarkers.NONE);
        series.setFillColor(Palette.faint(color, BAND));
        series.setLineColor(Palette.faint(color, 0));
        line(
                median,
                bands.stream().mapToDouble(Band::iteration).toArray(),
                bands.stream().mapToDouble(Band::median).toArray(),
                color,
                4);
        return this;
    }

    /** Adds a dashed line at one height. */
    CurveChart level(String name, double height, int iterations) {
        line(name, new double[] {0, iterations}, new double[] {height, height}, palette.grey(), 2)
                .setLineStyle(
                        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {8, 6}, 0));
        return this;
    }

    /** Explains the lines, below the chart, where it hides none of them. */
    CurveChart legend() {
        chart.getStyler().setLegendVisible(true);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
        chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
        return this;
    }

    /** Returns a panel with the chart of each look. */
    static Figure.Panel panel(int height, Function<Palette, CurveChart> charts) {
        return new Figure.Panel(
                height,
                (graphics, width, high, palette) -> charts.apply(palette).chart.paint(graphics, width, high));
    }

    private XYSeries line(String name, double[] x, double[] y, Color color, float width) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return series;
    }

    private static void add(List<Double> x, List<Double> y, double iteration, double value) {
        x.add(iteration);
        y.add(value);
    }

    private static double[] iterations(List<CurvePoint> curve) {
        return curve.stream().mapToDouble(CurvePoint::iteration).toArray();
    }

    private double[] values(List<CurvePoint> curve) {
        return curve.stream().mapToDouble(measure.value).toArray();
    }
}
