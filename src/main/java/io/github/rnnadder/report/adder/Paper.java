package io.github.rnnadder.report.adder;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/**
 * What pictures are drawn on that no charting library draws.
 *
 * @param graphics how to draw
 * @param palette in which colours
 */
record Paper(Graphics2D graphics, Palette palette) {

    /** Prepares a blank sheet. */
    static Paper blank(Graphics2D graphics, int width, int height, Palette palette) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(palette.paper());
        graphics.fillRect(0, 0, width, height);
        return new Paper(graphics, palette);
    }

    /** Writes a text with its middle at a place. */
    void centred(String text, double x, double baseline, Font font) {
        graphics.setFont(font);
        graphics.setColor(palette.ink());
        graphics.drawString(text, (float) (x - graphics.getFontMetrics().stringWidth(text) / 2.0), (float) baseline);
    }

    /** Writes a text from a place on, and returns where it ends. */
    double after(double x, String text, double baseline) {
        graphics.setFont(Palette.TEXT);
        graphics.setColor(palette.ink());
        graphics.drawString(text, (float) x, (float) baseline);
        return x + graphics.getFontMetrics().stringWidth(text);
    }
}
