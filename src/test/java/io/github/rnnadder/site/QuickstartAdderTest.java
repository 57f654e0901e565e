package io.github.rnnadder.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.model.config.ConfigReader;
import io.github.rnnadder.model.config.ConfigSource;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.ForwardPass;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.model.training.Trainer;
import io.github.rnnadder.model.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the pages show of the adder of the quickstart is what it does. */
class QuickstartAdderTest {

    private static final Path PICTURE = Path.of("src/site/resources/images/addition.svg");
    private static final Path DRAWN = Path.of("target/addition.svg");
    private static final Training TRAINED = train();
    private static final int A = 57;
    private static final int B = 19;
    private static final int COLUMN = 74;
    private static final int CELL = 11;

    /** One column of the sum: what goes in, what comes out, and the hidden state after it. */
    private record Column(int a, int b, int carryIn, double p, double[] hidden) {
        int sum() {
            return p > 0.5 ? 1 : 0;
        }
    }

    @Test
    void itIsDrawnFromTheAdderOfTheQuickstart() throws IOException {
        String svg = svg(add());
        Files.createDirectories(DRAWN.getParent());
        Files.writeString(DRAWN, svg);

        assertThat(PICTURE)
                .as("The network adds otherwise now: put %s into the place of", DRAWN)
                .hasContent(svg);
    }

    @Test
    void theFirstPageSaysWhatItShows() throws IOException {
        StringBuilder bits = new StringBuilder();
        int total = 0;
        List<Column> columns = add();
        for (int t = columns.size() - 1; t >= 0; t--) {
            bits.append(columns.get(t).sum());
            total = 2 * total + columns.get(t).sum();
        }
        assertThat(total).isEqualTo(A + B);
        assertThat(Pages.text("index.md"))
                .contains("![The sum " + A + " + " + B + " in ")
                .contains("The bits of the sum are " + bits + ", which is " + total + ".](images/addition.svg)");
    }

    @Test
    void itsCurveRisesAsThePageSays() throws IOException {
        List<CurvePoint> curve = TRAINED.curve();
        int first = 0;
        while (curve.get(first).accuracy() < 1) {
            first++;
        }
        assertThat(curve.stream().skip(first)).allMatch(point -> point.accuracy() == 1);
        assertThat(first).as("from the third thousand on").isEqualTo(2);
        assertThat(Pages.text("quality.md"))
                .contains(Math.round(100 * curve.get(0).accuracy())
                        + "% in the first thousand sums, and all from the third thousand on");
    }

    private static Training train() {
        TrainingConfig config =
                ConfigReader.read(ConfigSource.read(Path.of("src/it/quickstart/model/src/main/rnn-adder/adder.yaml")));
        return Trainer.train(config, config.seed(), point -> {});
    }

    private static List<Column> add() {
        ForwardPass network = new ForwardPass(TRAINED.weights());
        List<Column> columns = new ArrayList<>();
        int carry = 0;
        for (int t = 0; t < 8; t++) {
            int a = A >> t & 1;
            int b = B >> t & 1;
            double p = network.step(a, b);
            columns.add(new Column(a, b, carry, p, network.hidden()));
            carry = a + b + carry >> 1;
        }
        return columns;
    }

    /** Colours of Okabe and Ito (2008), which the colour-blind tell apart; by night, their lighter ones. */
    private static String svg(List<Column> columns) {
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 460" role="img">
                  <title>A network adds 57 and 19, column by column</title>
                  <style>
                    text { font: 20px sans-serif; fill: #222; text-anchor: middle }
                    .name { text-anchor: end }
                    .carry { font-size: 16px }
                    .sum { font-weight: bold; font-size: 24px }
                    .plus { fill: #d55e00 }
                    .minus { fill: #0072b2 }
                    .frame { fill: none; stroke: #767676 }
                    @media (prefers-color-scheme: dark) {
                      text { fill: #e6e6e6 }
                      .plus { fill: #ff8c42 }
                      .minus { fill: #56b4e9 }
                    }
                  </style>
                """);
        name(svg, "carry", 34);
        name(svg, String.valueOf(A), 72);
        name(svg, "+ " + B, 106);
        name(svg, "hidden", 214);
        name(svg, "units", 240);
        name(svg, "p", 358);
        name(svg, "sum", 412);
        svg.append("  <path class=\"frame\" d=\"M16 376H690\"/>\n");
        for (int t = 0; t < columns.size(); t++) {
            Column column = columns.get(t);
            int x = 690 - COLUMN * t - COLUMN / 2;
            text(svg, column.carryIn() == 1 ? "carry plus" : "carry", x, 34, String.valueOf(column.carryIn()));
            text(svg, "", x, 72, String.valueOf(column.a()));
            text(svg, "", x, 106, String.valueOf(column.b()));
            double[] hidden = column.hidden();
            for (int i = 0; i < hidden.length; i++) {
                svg.append(String.format(
                        Locale.ROOT,
                        "  <rect class=\"%s\" fill-opacity=\"%.2f\" x=\"%d\" y=\"%d\" width=\"60\" height=\"%d\"/>\n",
                        hidden[i] < 0 ? "minus" : "plus",
                        Math.abs(hidden[i]),
                        x - 30,
                        140 + CELL * i,
                        CELL));
            }
            svg.append("  <rect class=\"frame\" x=\"%d\" y=\"140\" width=\"60\" height=\"%d\"/>\n"
                    .formatted(x - 30, CELL * hidden.length));
            text(svg, "", x, 358, String.format(Locale.ROOT, "%.2f", column.p()));
            text(svg, "sum", x, 412, String.valueOf(column.sum()));
        }
        text(svg, "", 395, 448, "read from the right, the least significant column first");
        return svg.append("</svg>\n").toString();
    }

    private static void name(StringBuilder svg, String name, int y) {
        text(svg, "name", 84, y, name);
    }

    private static void text(StringBuilder svg, String kind, int x, int y, String text) {
        svg.append("  <text%s x=\"%d\" y=\"%d\">%s</text>\n"
                .formatted(kind.isEmpty() ? "" : " class=\"" + kind + "\"", x, y, text));
    }
}
