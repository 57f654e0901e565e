package io.github.rnnadder.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** A copy of a file, or of a part of it that is marked as a snippet, which is named in front of it. */
    private static final Pattern COPY =
            Pattern.compile("<!-- from ([^ ,]+)(?:, ([^ ]+))? -->\n```\\w*\n((?s).*?)```\n");

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

    /** The site makes {@code .html} of {@code .md}; where the sources are read, there is no {@code .html}. */
    @ParameterizedTest
    @MethodSource("pages")
    void aLinkToAPageLeadsThereWhereTheSourcesAreReadToo(Path page) throws IOException {
        assertThat(find(LINK, page))
                .noneMatch(link -> Files.exists(SITE.resolve(link.replaceFirst("\\.html(#.*)?$", ".md")))
                        && link.contains(".html"));
    }

    @ParameterizedTest
    @ValueSource(strings = "src/site/site.xml")
    void everyItemOfTheMenuLeadsSomewhere(Path menu) throws IOException {
        List<String> items = new ArrayList<>();
        for (String link : find(ITEM, menu)) {
            if (!List.of("#leftColumn", "${project.url}").contains(link)) {
                requireTarget(menu, link);
                items.add(link);
            }
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
                .allSatisfy(file -> assertThat(Path.of(file)).exists())
                .filteredOn(file -> file.endsWith(".md"))
                .allSatisfy(page -> assertThat(Path.of(page)).content().doesNotContainPattern(SNIPPET));
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

    @ParameterizedTest
    @MethodSource("pages")
    void whatAPageCopiesFromAFileIsTheSame(Path page) throws IOException {
        COPY.matcher(Files.readString(page)).results().forEach(copy -> {
            String whole = read(Path.of(copy.group(1)));
            assertThat(copy.group(3))
                    .as(copy.group(1))
                    .isEqualTo(copy.group(2) == null ? whole : part(whole, copy.group(2)));
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a snippet, without the indentation that all of them have. */
    private static String part(String file, String id) {
        return file.lines()
                        .dropWhile(line -> !line.contains("START SNIPPET: " + id))
                        .skip(1)
                        .takeWhile(line -> !line.contains("END SNIPPET: " + id))
                        .collect(Collectors.joining("\n"))
                        .stripIndent()
                + "\n";
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
