package io.github.rnnadder.report.adder;

import io.github.rnnadder.base.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where figures are kept.
 *
 * @param directory of the pictures
 * @param files how to write them
 */
public record FigureFiles(Path directory, AtomicFiles files) {

    private static final String HEADLESS = "java.awt.headless";

    /**
     * Draws each figure into a PNG of its name, and another for dark pages. Needs no display, but the fonts of the
     * machine.
     */
    public void write(List<Figure> figures) throws IOException {
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true");
        }
        for (Figure figure : figures) {
            for (Palette palette : Palette.values()) {
                files.write(directory.resolve(figure.file(palette)), figure.png(palette));
            }
        }
    }
}
