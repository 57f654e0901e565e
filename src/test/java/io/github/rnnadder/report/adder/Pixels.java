package io.github.rnnadder.report.adder;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * A figure as a browser gets it.
 *
 * @param width of a row
 * @param colours row by row
 */
record Pixels(int width, int[] colours) {

    static Pixels of(Figure figure) throws IOException {
        return of(figure, Palette.LIGHT);
    }

    static Pixels of(Figure figure, Palette palette) throws IOException {
        return of(figure.png(palette));
    }

    static Pixels of(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int width = image.getWidth();
        return new Pixels(width, image.getRGB(0, 0, width, image.getHeight(), null, 0, width));
    }

    /** Counts the pixels of exactly one colour. */
    int count(Color color) {
        int wanted = color.getRGB();
        return (int) Arrays.stream(colours).filter(colour -> colour == wanted).count();
    }

    /** Returns the colour at a place given in pixels of a page. */
    Color at(double x, double y) {
        return new Color(colours[(int) (y * Figure.SCALE) * width + (int) (x * Figure.SCALE)]);
    }
}
