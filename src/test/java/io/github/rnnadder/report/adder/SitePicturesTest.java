package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.browser.Chromium;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Takes the pictures of the site and of the README from the page of the quickstart's adder, as its script draws them in a
 * browser where there is one.
 */
class SitePicturesTest {

    private static final Path EXAMPLE = Path.of("src/site/resources/example/rnn-adder.html");
    private static final Path PICTURES = Path.of("src/site/resources/images");
    private static final Path DRAWN = Path.of("target/pictures");

    /** The sum as on paper, its rows at the heights that they have in a picture. */
    private static final String SUM = """
            (() => {
              const [names, column, height] = [96, 76, 30];
              const rows = [...document.querySelectorAll('#rnn-adder-sheet tr')].slice(1);
              const units = rows[3].querySelector('svg');
              const columns = rows[0].cells.length - 1;
              const width = names + column * columns;
              const y = row => row < 4 ? 26 + height * row : 298 + height * (row - 4);
              const middle = i => names + column * (i + 0.5);
              const text = (x, row, cell, kind) => `<text class="${kind}" x="${x}" y="${y(row)}">${cell.textContent}</text>`;
              const line = (row, r) => text(names - 14, r, row.cells[0], 'name quiet')
                  + [...row.cells].slice(1).map((cell, i) => text(middle(i), r, cell, cell.className || (r === 5 ? 'written' : ''))).join('');
              return `<svg viewBox="0 0 ${width} 366"><style>.rnn-adder svg text { font-size: 22px; text-anchor: middle }`
                  + ` .rnn-adder svg .name { font-size: 18px; text-anchor: end } .rnn-adder svg .carry { fill: var(--plus-ink); font-weight: 700 }`
                  + ` .rnn-adder svg .written { font-size: 26px; font-weight: 700 }</style>`
                  + [0, 1, 2, 4, 5].map(r => line(rows[r], r)).join('')
                  + `<text class="name quiet" x="${names - 14}" y="186">hidden</text><text class="name quiet" x="${names - 14}" y="208">units</text>`
                  + `<svg x="${names}" y="104" width="${width - names}" height="166" viewBox="${units.getAttribute('viewBox')}" `
                  + `preserveAspectRatio="none" shape-rendering="crispEdges">${units.innerHTML}</svg>`
                  + `<path stroke="var(--ink)" d="M20 306H${width}"/>`
                  + `<text class="quiet" style="font-size:17px" x="${names + column * columns / 2}" y="360">read from the right, the least significant column first</text></svg>`;
            })()""";

    @TempDir
    static Path directory;

    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(Chromium.program().isPresent(), "no Chromium on the path");
        browser = new Chromium(Chromium.program().get(), directory);
        browser.look(1280, false);
        browser.open(EXAMPLE.toUri() + "#57+19");
        Files.createDirectories(DRAWN);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            addition    | A network adds 57 and 19, column by column
            certificate | The balls of a certificate, and a sum that moves among them
            learning    | The share of sums that come out right, over the training
            """)
    void aPictureIsTheOneThatThePageShows(String name, String title) throws Exception {
        String script = switch (name) {
            case "addition" -> SUM;
            case "certificate" -> "document.getElementById('rnn-adder-space').outerHTML";
            default -> "document.querySelector('#rnn-adder-curve svg').outerHTML";
        };
        String inner = (String) browser.evaluate(script);
        String viewBox = inner.replaceAll("(?s).*? viewBox=\"0 0 ([^\"]*)\".*", "$1");
        String[] size = viewBox.split(" ");
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"rnn-adder\" width=\"" + size[0] + "\" height=\""
                + size[1] + "\" viewBox=\"0 0 " + viewBox + "\" role=\"img\">\n<title>" + title
                + "</title>\n<style>:root { color-scheme: light dark; }\n" + css() + "</style>\n" + inner
                + "\n</svg>\n";
        Path drawn = DRAWN.resolve(name + ".svg");
        Files.writeString(drawn, svg);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(PICTURES.resolve(name + ".svg"))
                .as("The page shows something else now: put %s into its place", drawn)
                .hasContent(svg);
        assertThat(browser.errors()).isEmpty();
    }

    /** Returns the style of the page, as far as a picture has use for it: colours, and all that is inside an SVG. */
    private static String css() throws Exception {
        String css =
                new String(AdderPage.class.getResourceAsStream("adder.css").readAllBytes(), StandardCharsets.UTF_8);
        String colours = css.substring(css.indexOf(".rnn-adder {"), css.indexOf(".rnn-adder { color: var(--ink)"));
        return css.lines()
                .filter(line -> line.matches("\\.rnn-adder (svg|\\.minus|\\.plus|\\.space|\\.chart|\\.gap).*"))
                .reduce(colours + ".rnn-adder { background: var(--paper); }\n", (all, line) -> all + line + "\n");
    }
}
