package io.github.rnnadder.report.adder;

import io.github.rnnadder.model.network.Weights;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weights as they act: W in the middle; on its right U, which has the same rows; below it V, which has the same
 * columns.
 */
record WeightsPicture(Weights weights) implements Figure.Painter {

    static final int HEIGHT = 740;

    /** The share of the entries of a matrix that do not go beyond the strongest colour. */
    private static final double STRONG = 0.97;

    private static final Rectangle2D W = new Rectangle2D.Double(80, 50, 480, 480);
    private static final Rectangle2D V = new Rectangle2D.Double(80, 606, 480, 30);
    private static final Rectangle2D U = new Rectangle2D.Double(600, 50, 60, 480);
    private static final Rectangle2D SCALE = new Rectangle2D.Double(200, 680, 240, 14);

    @Override
    public void paint(Graphics2D graphics, int width, int height, Palette palette) {
        int h = weights.hiddenSize();
        double[][] u = weights.u();
        double[][] w = weights.w();
        double[][] v = {weights.v()};
        List<String> units =
                IntStream.rangeClosed(1, h).mapToObj(String::valueOf).toList();
        Paper paper = Paper.blank(graphics, width, height, palette);
        HeatMap map = new HeatMap(paper);
        map.draw(w, strong(w), W);
        map.leftOf(units, W);
        map.below(units, W);
        map.draw(u, strong(u), U);
        map.below(List.of("a", "b"), U);
        map.draw(v, strong(v), V);
        map.leftOf(List.of("sum"), V);
        paper.centred("W: unit (column) to unit (row), ±" + range(w), W.getCenterX(), W.getY() - 16, Palette.TITLE);
        paper.centred("U, ±" + range(u), U.getCenterX(), U.getY() - 16, Palette.TITLE);
        paper.centred("V: unit to the bit of the sum, ±" + range(v), V.getCenterX(), V.getY() - 10, Palette.TITLE);
        map.scale("− and beyond", "+ and beyond", SCALE);
    }

    /**
     * Returns what gets the strongest colour: where a few entries are far larger than the rest, the rest is still seen.
     */
    private static double strong(double[][] matrix) {
        double[] sizes = Arrays.stream(matrix)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .sorted()
                .toArray();
        return Math.max(Double.MIN_NORMAL, sizes[(int) (STRONG * (sizes.length - 1))]);
    }

    private static String range(double[][] matrix) {
        return Numbers.round(strong(matrix));
    }
}
