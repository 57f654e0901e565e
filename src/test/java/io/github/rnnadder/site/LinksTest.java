package io.github.rnnadder.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a page points to is there: pages, their headings, pictures, files of the clone, and what it takes from other
 * files.
 */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ITEM = Pattern.compile("href=\"([^\"]+)\"");
    private static final Pattern SNIPPET = Pattern.compile("MACRO\\{snippet\\|(?:id=([^|}]+)\\|)?file=([^}]+)}");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    /** Made by the build of the site. */
    private static final List<String> GENERATED = List.of("plugin-info.html", "project-reports.html");

    private static final Path SITE = Path.of("src/site/markdown");
    private static final Path RESOURCES = Path.of("src/site/resources");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(SITE)) {
            return files.sorted().toList();
        }
    }

    private static List<String> find(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkOfAPageLeadsSomewhere(Path page) throws IOException {
        for (String link : find(LINK, page)) {
            requireTarget(page, link);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "src/site/site.xml")
    void everyItemOfTheMenuLeadsSomewhere(Path menu) throws IOException {
        List<String> items = new ArrayList<>();
        for (String link : find(ITEM, menu)) {
            requireTarget(menu, link);
            items.add(link);
        }
        for (Path page : pages()) {
            assertThat(items).contains(page.getFileName().toString().replace(".md", ".html"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "README.md")
    void everyFileThatTheReadmeNamesIsInTheClone(Path readme) throws IOException {
        assertThat(find(LINK, readme))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatAPageTakesFromAFileIsThere(Path page) throws IOException {
        SNIPPET.matcher(Files.readString(page)).results().forEach(snippet -> {
            assertThat(Path.of(snippet.group(2))).isRegularFile();
            if (snippet.group(1) != null) {
                assertThat(Path.of(snippet.group(2)))
                        .content()
                        .contains("START SNIPPET: " + snippet.group(1))
                        .contains("END SNIPPET: " + snippet.group(1));
            }
        });
    }

    private static void requireTarget(Path page, String link) throws IOException {
        if (link.startsWith("https://") || GENERATED.contains(link)) {
            return;
        }
        String file = link.replaceFirst("#.*", "");
        Path target = file.isEmpty() ? page : SITE.resolve(file.replaceFirst("\\.html$", ".md"));
        if (Files.exists(RESOURCES.resolve(file)) && !file.isEmpty()) {
            return;
        }
        assertThat(target).as(link).isRegularFile();
        if (link.contains("#")) {
            // As Doxia names a heading of letters and spaces.
            assertThat(find(HEADING, target).stream().map(heading -> heading.replace(' ', '_')))
                    .as(link)
                    .contains(link.substring(link.indexOf('#') + 1));
        }
    }
}
