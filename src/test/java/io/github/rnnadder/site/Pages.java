package io.github.rnnadder.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pages of the site as they are written. */
final class Pages {

    private Pages() {}

    /** Returns a page of the site, a paragraph on a line. */
    static String text(String name) throws IOException {
        return Files.readString(Path.of("src/site/markdown", name)).replaceAll("(?<=\\S)\n(?=[^\\s|#-])", " ");
    }
}
