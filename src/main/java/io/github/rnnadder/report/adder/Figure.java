package io.github.rnnadder.report.adder;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A picture: panels one above the other.
 *
 * @param name of its file, without the ending
 * @param caption a sentence below it
 * @param alternative what it shows, for those who cannot see it
 * @param width in pixels of a page
 * @param panels at least one
 */
public record Figure(String name, String caption, String alternative, int width, List<Panel> panels) {

    /** The pixels of the file for each pixel of a page, so that it is sharp in print and on a phone. */
    static final int SCALE = 2;

    /**
     * A part of a figure, as wide as it.
     *
     * @param height in pixels of a page
     * @param painter draws it
     */
    record Panel(int height, Painter painter) {}

    /** Draws a panel at the origin. */
    @FunctionalInterface
    interface Painter {
        void paint(Graphics2D graphics, int width, int height, Palette palette);
    }

    /** Returns the name of its file in one of its looks. */
    String file(Palette palette) {
        return name + palette.suffix() + ".png";
    }

    /** Returns the height in pixels of a page. */
    public int height() {
        return panels.stream().mapToInt(Panel::height).sum();
    }

    /** Returns the picture as PNG, in one of its looks. */
    byte[] png(Palette palette) {
        BufferedImage image = new BufferedImage(width * SCALE, height() * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(SCALE, SCALE);
        for (Panel panel : panels) {
            panel.painter().paint(graphics, width, panel.height(), palette);
            graphics.translate(0, panel.height());
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(FewColours.of(image), "png", out);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does no output", e);
        }
        return out.toByteArray();
    }
}
