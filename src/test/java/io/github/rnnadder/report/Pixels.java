package io.github.rnnadder.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A figure as a browser gets it. */
record Pixels(BufferedImage image) {

    static Pixels of(Figure figure) throws IOException {
        return of(figure.png(Palette.LIGHT));
    }

    static Pixels of(byte[] png) throws IOException {
        return new Pixels(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** Counts the pixels of exactly one colour. */
    int count(Color color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
            }
        }
        return count;
    }

    /** Returns the colour at a place given in pixels of a page. */
    Color at(double x, double y) {
        return new Color(image.getRGB((int) (x * Figure.SCALE), (int) (y * Figure.SCALE)));
    }
}
