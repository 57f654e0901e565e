package io.github.rnnadder.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What people read: the README, and the pages of the site as they are written. */
final class Pages {

    private Pages() {}

    static List<Path> all() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> files = Files.list(Path.of("src/site/markdown"))) {
            files.sorted().forEach(pages::add);
        }
        return pages;
    }

    /** Returns a page of the site, a paragraph on a line. */
    static String text(String name) throws IOException {
        return Files.readString(Path.of("src/site/markdown", name)).replaceAll("(?<=\\S)\n(?=[^\\s|#-])", " ");
    }
}
