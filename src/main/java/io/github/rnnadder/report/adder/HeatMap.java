package io.github.rnnadder.report.adder;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

/**
 * Draws matrices as cells: blue below zero, as the paper at zero, vermilion above. XChart has heat maps, but none that
 * stand side by side and share their rows.
 *
 * @param paper where to
 */
record HeatMap(Paper paper) {

    /** Between two labels of columns. */
    private static final int GAP = 8;
    /** The height of a label. */
    private static final double ROW = 20;

    /**
     * Draws a matrix, its first row at the top.
     *
     * @param largest the absolute value that gets the strongest colour, above 0
     * @param place all of it
     */
    void draw(double[][] matrix, double largest, Rectangle2D place) {
        double w = place.getWidth() / matrix[0].length;
        double h = place.getHeight() / matrix.length;
        Graphics2D graphics = paper.graphics();
        // Softened edges would let the paper shine through between cells.
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                graphics.setColor(color(matrix[i][j] / largest));
                graphics.fill(new Rectangle2D.Double(place.getX() + j * w, place.getY() + i * h, w, h));
            }
        }
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(paper.palette().grey());
        graphics.draw(place);
    }

    /** Mixes the colour of a value of −1…1 from that of the paper and that of its sign. */
    private Color color(double value) {
        Palette palette = paper.palette();
        Color full = value < 0 ? palette.blue() : palette.vermilion();
        Color none = palette.paper();
        double share = Math.min(1, Math.abs(value));
        return new Color(
                mix(none.getRed(), full.getRed(), share),
                mix(none.getGreen(), full.getGreen(), share),
                mix(none.getBlue(), full.getBlue(), share));
    }

    private static int mix(int none, int full, double share) {
        return (int) Math.round(none + share * (full - none));
    }

    /** Writes the labels of columns below a place, as many as there is room for. */
    void below(List<String> labels, Rectangle2D place) {
        double step = place.getWidth() / labels.size();
        paper.graphics().setFont(Palette.TEXT);
        int widest = labels.stream()
                .mapToInt(paper.graphics().getFontMetrics()::stringWidth)
                .max()
                .orElse(0);
        int every = (int) Math.ceil((widest + GAP) / step);
        for (int j = 0; j < labels.size(); j += every) {
            paper.centred(labels.get(j), place.getX() + (j + 0.5) * step, place.getMaxY() + 24, Palette.TEXT);
        }
    }

    /** Writes the labels of rows left of a place, as many as there is room for. */
    void leftOf(List<String> labels, Rectangle2D place) {
        double step = place.getHeight() / labels.size();
        int every = (int) Math.ceil(ROW / step);
        Graphics2D graphics = paper.graphics();
        graphics.setFont(Palette.TEXT);
        graphics.setColor(paper.palette().ink());
        for (int i = 0; i < labels.size(); i += every) {
            int width = graphics.getFontMetrics().stringWidth(labels.get(i));
            graphics.drawString(
                    labels.get(i), (float) (place.getX() - width - 8), (float) (place.getY() + (i + 0.5) * step + 7));
        }
    }

    /** Draws the scale of the colours. */
    void scale(String least, String most, Rectangle2D place) {
        int steps = 100;
        double[][] values = new double[1][steps + 1];
        Arrays.setAll(values[0], j -> 2.0 * j / steps - 1);
        draw(values, 1, place);
        double baseline = place.getMaxY() + 24;
        paper.centred(least, place.getX(), baseline, Palette.TEXT);
        paper.centred("0", place.getCenterX(), baseline, Palette.TEXT);
        paper.centred(most, place.getMaxX(), baseline, Palette.TEXT);
    }
}
