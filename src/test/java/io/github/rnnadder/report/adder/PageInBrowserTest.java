package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.browser.Chromium;
import io.github.rnnadder.delivery.BuiltAdder;
import io.github.rnnadder.gate.Proof.Counterexample;
import io.github.rnnadder.gate.Proof.NotSought;
import io.github.rnnadder.loader.PretrainedAdder;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.ForwardPass;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.Checkpoint;
import io.github.rnnadder.model.training.Training;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.report.study.Studies;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Types sums into the pages of adders, in a browser where there is one, and compares what it shows with what the plugin
 * computes.
 */
class PageInBrowserTest {

    private static final int[] WIDTHS = {1280, 390};

    /** The cells of each row of the sum, by the name of the row, the least significant column first. */
    private static final String ROWS = "Object.fromEntries([...document.querySelectorAll('#rnn-adder-sheet tr')]"
            + ".map((row, i) => [['column', 'carry', 'a', 'b', 'units', 'p', 'sum', 'right'][i],"
            + " [...row.cells].slice(1).map(cell => cell.title || cell.textContent).reverse()]))";

    /** What is said of each column, and how it is drawn: a point, and perhaps the ball that it is in. */
    private static final String WALK = """
            (() => {
              const press = key => document.getElementById('rnn-adder-sheet').dispatchEvent(new KeyboardEvent('keydown', {key}));
              const columns = document.querySelector('#rnn-adder-sheet tr').cells.length - 1;
              press('End');
              return Array.from({length: columns}, (_, t) => {
                if (t) {
                  press('ArrowLeft');
                }
                const point = document.querySelector('#rnn-adder-space [data-column="' + t + '"]');
                const balls = [...document.querySelectorAll('#rnn-adder-space .named')].map(ball => {
                  const place = new DOMPoint(point.getAttribute('cx'), point.getAttribute('cy'))
                      .matrixTransform(ball.transform.baseVal.consolidate().matrix.inverse());
                  return [Number(ball.dataset.ball), Math.hypot(place.x, place.y)];
                });
                return [document.getElementById('rnn-adder-said').textContent, point.getAttribute('class'), balls];
              });
            })()""";

    /**
     * Texts that stand out from the page by less than 4.5 to 1, what the Web Content Accessibility Guidelines ask for.
     */
    private static final String FAINT = """
            (() => {
              const light = colour => colour.match(/[0-9.]+/g).slice(0, 3).map(value => value / 255)
                  .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
                  .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0.05);
              const paper = light(getComputedStyle(document.body).backgroundColor);
              return [...document.querySelectorAll('h1, h1 span, h2, p, dt, dd, th, td, a, button, label, input, output, figcaption, code, text')]
                  .filter(element => {
                    const style = getComputedStyle(element);
                    const ink = light(element.tagName === 'text' ? style.fill : style.color);
                    return Math.max(ink, paper) / Math.min(ink, paper) < 4.5;
                  }).map(element => element.outerHTML);
            })()""";

    @TempDir
    static Path directory;

    private static Map<String, BuiltAdder> adders;
    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(Chromium.program().isPresent(), "no Chromium on the path");
        adders = Pages.all();
        adders.put("learned", Pages.learned());
        for (Map.Entry<String, BuiltAdder> adder : adders.entrySet()) {
            Pages.write(directory, adder.getKey(), adder.getValue());
        }
        Pages.write(directory, Studies.train(1, 4, 2));
        browser = new Chromium(Chromium.program().get(), directory);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void noScriptFails() {
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aPageAddsWhateverIsTypedAsTheLoaderDoesAndEachPIsThatOfThePlainStepToTheLastBit() throws Exception {
        browser.look(1280, false);
        for (String name : List.of("certified", "measured", "refuted")) {
            BuiltAdder adder = adders.get(name);
            PretrainedAdder loader =
                    io.github.rnnadder.loader.Adders.of(8, adder.stored().weights(), true);
            open(name, "");
            for (BigInteger[] sum : sums()) {
                type(sum);
                assertThat(text("sum"))
                        .as(name + ": " + sum[0] + " + " + sum[1])
                        .isEqualTo(loader.add(sum[0], sum[1]).toString());
                double[] p = loader.probabilities(sum[0], sum[1]);
                ForwardPass plain = new ForwardPass(adder.stored().weights());
                Map<?, ?> rows = (Map<?, ?>) browser.evaluate(ROWS);
                BigInteger right = sum[0].add(sum[1]);
                boolean isRight = right.toString().equals(text("sum"));
                assertThat((List<?>) rows.get("p")).hasSize(p.length);
                assertThat(rows.containsKey("right")).isEqualTo(!isRight);
                for (int t = 0; t < p.length; t++) {
                    int a = bit(sum[0], t);
                    int b = bit(sum[1], t);
                    double own = plain.step(a, b);
                    assertThat(Double.parseDouble(cell(rows, "p", t)))
                            .isEqualTo(own)
                            .isCloseTo(p[t], within(1e-12));
                    assertThat(cell(rows, "column", t)).isEqualTo("" + (t + 1));
                    assertThat(cell(rows, "a", t) + cell(rows, "b", t)).isEqualTo("" + a + b);
                    assertThat(cell(rows, "carry", t)).isEqualTo((a ^ b ^ bit(right, t)) == 1 ? "1" : "·");
                    assertThat(cell(rows, "sum", t)).isEqualTo(own > 0.5 ? "1" : "0");
                }
                boolean longer =
                        sum[0].max(sum[1]).bitLength() >= adder.stored().bits();
                assertThat(text("warning").isEmpty())
                        .isEqualTo(adder.certificate().isPresent() || !longer);
                assertThat(text("status")).startsWith(isRight ? "✓ right in all " : "✗ wrong: " + right + " is right");
            }
        }
    }

    private static String cell(Map<?, ?> rows, String name, int t) {
        return (String) ((List<?>) rows.get(name)).get(t);
    }

    private static int bit(BigInteger number, int t) {
        return number.testBit(t) ? 1 : 0;
    }

    @Test
    void everyColumnOfACertifiedAdderIsInTheBallThatIsNamedAndDrawnOrHollow() throws Exception {
        Certificate certificate = adders.get("certified").certificate().orElseThrow();
        Weights weights = adders.get("certified").stored().weights();
        browser.look(1280, false);
        open("certified", "");
        int inBalls = 0;
        int inTube = 0;
        int between = 0;
        for (BigInteger[] sum : sums()) {
            type(sum);
            ForwardPass network = new ForwardPass(weights);
            BigInteger total = sum[0].add(sum[1]);
            List<?> columns = (List<?>) browser.evaluate(WALK);
            for (int t = 0; t < columns.size(); t++) {
                List<?> column = (List<?>) columns.get(t);
                int a = bit(sum[0], t);
                int b = bit(sum[1], t);
                network.step(a, b);
                int carry = bit(total, t + 1) ^ bit(sum[0], t + 1) ^ bit(sum[1], t + 1);
                assertThat((String) column.get(0))
                        .startsWith("Column " + (t + 1) + ": reads " + a + " and " + b + ", ");
                assertThat((String) column.get(1)).startsWith(carry == 1 ? "point plus" : "point minus");
                String place = ((String) column.get(0)).replaceAll(".* The state after it is |\\.$", "");
                List<Integer> balls = new ArrayList<>();
                for (int n = 0; n < certificate.balls().size(); n++) {
                    if (holds(
                            certificate,
                            certificate.balls().get(n),
                            FullAdder.tag(carry, a + 2 * b),
                            network.hidden())) {
                        balls.add(n + 1);
                    }
                }
                boolean hollow = ((String) column.get(1)).endsWith("hollow");
                assertThat(hollow).isEqualTo(place.equals("on its way to the next ball"));
                if (place.startsWith("in ball ")) {
                    List<?> ball = (List<?>) ((List<?>) column.get(2)).get(0);
                    assertThat(place).isEqualTo("in ball " + ball.get(0));
                    assertThat(balls).contains(((Long) ball.get(0)).intValue());
                    // One decimal of a pixel, of ellipses some pixels wide.
                    assertThat(((Number) ball.get(1)).doubleValue()).isLessThan(1.05);
                    inBalls++;
                } else {
                    assertThat(balls).isEmpty();
                    assertThat((List<?>) column.get(2)).isEmpty();
                    assertThat(place).isIn("at 0", "in the cone", "on its way to the next ball");
                    inTube += place.equals("in the cone") ? 1 : 0;
                    between += hollow ? 1 : 0;
                }
            }
        }
        assertThat(inBalls).isGreaterThan(500);
        assertThat(inTube).isPositive();
        assertThat(between).isPositive();
    }

    private static boolean holds(Certificate certificate, Ball ball, int tag, double[] h) {
        if (ball.tag() != tag) {
            return false;
        }
        double[] away = h.clone();
        for (int i = 0; i < away.length; i++) {
            away[i] -= ball.centre()[i];
        }
        double[][] t = certificate.metrics().stream()
                .filter(metric -> metric.tag() == tag)
                .findFirst()
                .orElseThrow()
                .t();
        return Matrices.norm(Matrices.mult(t, away)) <= ball.radius();
    }

    /** Random ellipsoids: no point falls out of the shadow, and the one that goes furthest to a side touches its edge. */
    @Test
    void theShadowOfABallHoldsAllOfItAndNoMore() throws Exception {
        List<?> reach = (List<?>) browser.evaluate("(() => {" + resource("geometry.js") + """
                const random = () => Math.random() - 0.5;
                const vector = () => Float64Array.from({length: 5}, random);
                return Array.from({length: 50}, () => {
                  const t = Array.from({length: 5}, vector);
                  const right = unit(vector());
                  const up = unit(without(vector(), right));
                  const [a, b, c, height] = shadow(t, right, up);
                  const side = random() * 9;
                  const towards = right.map((value, i) => Math.cos(side) * value + Math.sin(side) * up[i]);
                  // Of all ξ of length 1, T⁻¹ξ goes furthest along d for ξ along T⁻ᵀd.
                  const furthest = unit(solve(t, [towards])[0]);
                  return [furthest, ...Array.from({length: 50}, () => unit(vector()))].map(xi => {
                    const x = dot(solve(t, [right])[0], xi);
                    const y = dot(solve(t, [up])[0], xi);
                    return [Math.hypot(x / a, (y - b * x / a) / c), Math.abs(x) / a, Math.abs(y) / height];
                  });
                });
                })()""");
        for (Object ellipsoid : reach) {
            List<?> points = (List<?>) ellipsoid;
            assertThat(((Number) ((List<?>) points.get(0)).get(0)).doubleValue())
                    .isCloseTo(1, within(1e-6));
            for (Object point : points) {
                for (Object part : (List<?>) point) {
                    assertThat(((Number) part).doubleValue()).isLessThan(1 + 1e-6);
                }
            }
        }
    }

    @Test
    void theFirstPrincipalDirectionKeepsMoreOfTheVarianceThanAnyOther() throws Exception {
        assertThat((List<?>) browser.evaluate("(() => {" + resource("geometry.js") + """
                const points = Array.from({length: 200}, () => Float64Array.from({length: 6}, (_, i) => (Math.random() - 0.5) * (i + 1) + i));
                const mean = points[0].map((_, i) => points.reduce((sum, point) => sum + point[i] / points.length, 0));
                const variance = direction => points.reduce((sum, point) => sum + dot(point.map((x, i) => x - mean[i]), direction) ** 2, 0);
                const best = variance(principal(points));
                return Array.from({length: 500}, () => variance(unit(points[0].map(() => Math.random() - 0.5)))).filter(other => other > best * (1 + 1e-9));
                })()"""))
                .isEmpty();
    }

    @Test
    void aLinkCarriesTheSum() throws Exception {
        open("certified", "#57+19");
        assertThat(text("sum")).isEqualTo("76");
        browser.evaluate("new Promise(done => {addEventListener('hashchange', () => done(), {once: true});"
                + " location.hash = '#123456789012345678901234567890+1'})");
        assertThat(text("sum")).isEqualTo("123456789012345678901234567891");
        browser.type("rnn-adder-b", "10");
        assertThat(browser.evaluate("location.hash")).isEqualTo("#123456789012345678901234567890+10");
        assertThat(browser.evaluate("document.getElementById('rnn-adder-link').getAttribute('href')"))
                .isEqualTo("#123456789012345678901234567890+10");
        open("measured", "#elsewhere");
        assertThat(text("sum")).isEqualTo("76");
    }

    @Test
    void whatIsNoOperandGetsASentenceBelowTheSum() throws Exception {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put("-5", "This is negative");
        sentences.put("1e9", "Use digits only");
        sentences.put("3.5", "Use digits only");
        sentences.put("\u0663", "Use digits only");
        sentences.put("", "Type a number");
        sentences.put("9".repeat(201), "This has 201 digits. This page adds numbers of up to 200");
        for (Map.Entry<String, String> sentence : sentences.entrySet()) {
            open("certified", "");
            browser.type("rnn-adder-b", sentence.getKey());
            assertThat(text("b-complaint")).startsWith(sentence.getValue());
            assertThat(text("a-complaint")).isEmpty();
            assertThat(text("sum")).isEmpty();
            assertThat(browser.evaluate("document.getElementById('rnn-adder-link').offsetParent"))
                    .as("a link to no sum")
                    .isNull();
            assertThat(browser.evaluate("document.getElementById('rnn-adder-b').getAttribute('aria-invalid')"))
                    .isEqualTo("true");
            browser.type("rnn-adder-b", " 0019 ");
            assertThat(text("b-complaint")).isEmpty();
            assertThat(text("sum")).isEqualTo("76");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "#-5+%3Cb%3E, This is negative, Use digits only",
        "#1+, '', Type a number",
        "#+1, '', ''",
        "#1+2+3, '', Use digits only",
        "#%D9%A3+٤, Use digits only, Use digits only",
        "#<script>alert(1)</script>, '', ''",
        "#<script>+<img src=x onerror=alert(1)>, Use digits only, Use digits only",
        "#%E0%A4%A+1, '', ''",
    })
    void aLinkWithoutASumIsAnsweredLikeWhatIsTyped(String hash, String ofA, String ofB) throws Exception {
        open("certified", hash);
        assertThat(text("a-complaint")).startsWith(ofA);
        assertThat(text("b-complaint")).startsWith(ofB);
        assertThat(text("sum")).isEqualTo(ofA.isEmpty() && ofB.isEmpty() ? "76" : "");
    }

    @Test
    void theRefutingSumIsShownWhereItGoesWrong() throws Exception {
        Counterexample wrong = adders.get("refuted").counterexample().orElseThrow();
        browser.look(390, false);
        open("refuted", "");
        assertThat(text("sum")).isEqualTo(wrong.predicted().toString());
        assertThat(text("status")).endsWith("the first wrong column from the right is " + (wrong.wrongBit() + 1));
        assertThat(text("said"))
                .startsWith("Column " + (wrong.wrongBit() + 1) + ": ")
                .contains("which is wrong");
        assertThat((List<?>) ((Map<?, ?>) browser.evaluate(ROWS)).get("sum")).hasSize(wrong.width());
        assertThat(browser.evaluate("(() => { const column = document.querySelector('.frame').getBoundingClientRect();"
                        + " const sheet = document.getElementById('rnn-adder-sheet').getBoundingClientRect();"
                        + " return column.left >= sheet.left && column.right <= sheet.right + 1; })()"))
                .as("the wrong column is in sight")
                .isEqualTo(true);
    }

    @Test
    void keysAndPointerGoFromColumnToColumnInTheSumAndInTheStateSpace() throws Exception {
        browser.look(1280, false);
        open("certified", "#57+19");
        assertThat(text("said")).startsWith("Column 2: reads 0 and 1, remembers a carry, writes 0.");
        browser.evaluate("document.getElementById('rnn-adder-sheet').focus()");
        browser.press("ArrowRight");
        assertThat(text("said")).startsWith("Column 1: reads 1 and 1, remembers no carry, writes 0.");
        assertThat(browser.evaluate("document.querySelector('#rnn-adder-space [r=\"8\"]').dataset.column"))
                .isEqualTo("0");
        browser.press("ArrowRight");
        assertThat(text("said")).startsWith("Column 1: ");
        browser.press("Home");
        assertThat(text("said")).startsWith("Column 8: reads 0 and 0, remembers no carry, writes 0.");
        point("document.querySelector('#rnn-adder-sheet .written').cells[4]");
        assertThat(text("said")).startsWith("Column 5: reads 1 and 1, remembers no carry, writes 0.");
        point("document.querySelector('#rnn-adder-space [data-column=\"5\"]')");
        assertThat(text("said")).startsWith("Column 6: reads 1 and 0, remembers a carry, writes 0.");
        ForwardPass network = new ForwardPass(adders.get("certified").stored().weights());
        for (int t = 0; t < 4; t++) {
            network.step(57 >> t & 1, 19 >> t & 1);
        }
        browser.evaluate("document.querySelector('.units svg').scrollIntoView({block: 'center'})");
        List<?> box = (List<?>) browser.evaluate("(() => { const box = document.querySelector('.units svg')"
                + ".getBoundingClientRect(); return [box.left, box.top, box.width, box.height].map(Math.round); })()");
        browser.point(
                at(box, 0) + at(box, 2) * 9 / 16, at(box, 1) + at(box, 3) / 32); // column 4 of 8, the first unit of 16
        assertThat(text("said")).startsWith("Column 4: ").contains(" Unit ");
        String unit = text("said").replaceAll(".* Unit |\\.$", "");
        assertThat(Double.parseDouble(unit.split(" is at ")[1]))
                .isCloseTo(network.hidden()[Integer.parseInt(unit.split(" ")[0]) - 1], within(5e-5));
    }

    private static int at(List<?> box, int i) {
        return ((Long) box.get(i)).intValue();
    }

    /** Moves the pointer to the middle of an element. */
    private static void point(String element) throws InterruptedException {
        browser.evaluate(element + ".scrollIntoView({block: 'center'})");
        List<?> place = (List<?>) browser.evaluate("(() => { const box = " + element + ".getBoundingClientRect();"
                + " return [box.left + box.width / 2, box.top + box.height / 2].map(Math.round); })()");
        browser.point(at(place, 0), at(place, 1));
    }

    /** The unit at the top rises most with the carry, over all sums of 8 bits, and that at the bottom falls most. */
    @Test
    void theUnitsAreOrderedByWhatMovesWithTheCarry() throws Exception {
        Weights weights = adders.get("measured").stored().weights();
        double[] moved = new double[16];
        int[] columns = new int[2];
        double[][] sums = new double[2][16];
        for (int a = 0; a < 128; a++) {
            for (int b = 0; b < 128; b++) {
                ForwardPass network = new ForwardPass(weights);
                for (int t = 0; t < 8; t++) {
                    network.step(a >> t & 1, b >> t & 1);
                    int mask = (2 << t) - 1;
                    int carry = (a & mask) + (b & mask) > mask ? 1 : 0;
                    columns[carry]++;
                    for (int i = 0; i < 16; i++) {
                        sums[carry][i] += network.hidden()[i];
                    }
                }
            }
        }
        for (int i = 0; i < 16; i++) {
            moved[i] = sums[1][i] / columns[1] - sums[0][i] / columns[0];
        }
        browser.look(1280, false);
        open("measured", "");
        List<Double> shown = new ArrayList<>();
        for (int row = 0; row < 16; row++) {
            browser.evaluate(
                    "(() => { const svg = document.querySelector('.units svg'), box = svg.getBoundingClientRect();"
                            + " svg.dispatchEvent(new PointerEvent('pointermove', {bubbles: true, clientX: box.left + 5,"
                            + " clientY: box.top + box.height * (" + row + " + 0.5) / 16})); })()");
            int unit = Integer.parseInt(text("said").replaceAll(".* Unit | is at .*", ""));
            shown.add(moved[unit - 1]);
        }
        for (int row = 1; row < 16; row++) {
            // The page has a sample of these sums.
            assertThat(shown.get(row)).isLessThan(shown.get(row - 1) + 0.05);
        }
        assertThat(shown.get(0)).isGreaterThan(0.5);
        assertThat(shown.get(15)).isLessThan(-0.5);
    }

    @Test
    void playGoesThroughTheColumnsAndStandsStillForThoseWhoWantThat() throws Exception {
        browser.prefer("prefers-reduced-motion", "reduce");
        open("certified", "#57+19");
        assertThat(text("play")).isEqualTo("Next column");
        browser.evaluate("document.getElementById('rnn-adder-play').click()");
        assertThat(text("said")).startsWith("Column 3: ");
        assertThat(text("play")).isEqualTo("Next column");
        browser.prefer("prefers-reduced-motion", "no-preference");
        open("certified", "#57+19");
        browser.evaluate("document.getElementById('rnn-adder-play').click()");
        assertThat(text("play")).isEqualTo("❚❚ Pause");
        assertThat((String)
                        browser.evaluate("new Promise(done => { const said = document.getElementById('rnn-adder-said');"
                                + " new MutationObserver(() => said.textContent.startsWith('Column 3: ') && done(said.textContent))"
                                + ".observe(said, {childList: true}); })"))
                .startsWith("Column 3: reads 0 and 0");
        browser.evaluate("document.getElementById('rnn-adder-play').click()");
        assertThat(text("play")).isEqualTo("▶ Play");
    }

    @Test
    void theSliderAddsTheSameSumWithTheWeightsOfEachCheckpoint() throws Exception {
        browser.look(1280, false);
        open("learned", "#57+19");
        String end = (String) browser.evaluate("document.getElementById('rnn-adder-toy').innerText");
        assertThat(end).contains("Watch it learn after all 20,000 sums", "It gives", "The state after it is");
        List<Checkpoint> checkpoints = adders.get("learned").checkpoints();
        int wrong = 0;
        for (int k = checkpoints.size() - 2; k >= 0; k--) {
            browser.evaluate("document.getElementById('rnn-adder-time').focus()");
            browser.press("ArrowLeft");
            Checkpoint it = checkpoints.get(k);
            String moment = k == 0 ? "before the first of" : "after " + Numbers.grouped(it.iteration()) + " of";
            assertThat(text("moment")).startsWith(moment + " 20,000 sums");
            assertThat(browser.evaluate("document.getElementById('rnn-adder-time').getAttribute('aria-valuetext')"))
                    .isEqualTo(text("moment"));
            double height = ((Number)
                            browser.evaluate("document.querySelector('#rnn-adder-rise .at').getPointAtLength(0).y"))
                    .doubleValue();
            Checkpoint before = checkpoints.get(Math.max(0, k - 1));
            double share = (double) (it.right() - before.right()) / Math.max(1, it.iteration() - before.iteration());
            assertThat(height).isCloseTo(1 - share, within(1e-6));
            assertThat(text("moment")
                            .endsWith(": " + Math.round(100 * share) + " % of the last "
                                    + Numbers.grouped(it.iteration() - before.iteration()) + " were right"))
                    .isEqualTo(k > 0);
            ForwardPass network = new ForwardPass(it.weights());
            Map<?, ?> rows = (Map<?, ?>) browser.evaluate(ROWS);
            int sum = 0;
            for (int t = 0; t < 8; t++) {
                double p = network.step(57 >> t & 1, 19 >> t & 1);
                assertThat(Double.parseDouble(cell(rows, "p", t))).isEqualTo(p);
                assertThat(cell(rows, "right", t)).isEqualTo("" + (76 >> t & 1));
                sum |= (p > 0.5 ? 1 : 0) << t;
            }
            assertThat(text("sum")).isEqualTo("" + sum);
            assertThat(text("said")).startsWith("Column 2: ").doesNotContain("The state after it is");
            assertThat(browser.evaluate("document.querySelectorAll('.named, .hollow').length"))
                    .isEqualTo(0L);
            wrong += sum == 76 ? 0 : 1;
        }
        assertThat(wrong).isGreaterThan(5);
        browser.press("End");
        assertThat(browser.evaluate("document.getElementById('rnn-adder-toy').innerText"))
                .isEqualTo(end);
    }

    @Test
    void withoutCheckpointsAPageHasNoSlider() throws Exception {
        Weights weights = adders.get("measured").stored().weights();
        Training without = new Training(1, weights, List.of(), Optional.empty(), 0, List.of(), false);
        Pages.write(directory, "without", Pages.adder(weights, 8, without, new NotSought()));
        for (String name : List.of("without", "certified", "measured")) {
            open(name, "");
            assertThat(browser.evaluate("document.getElementById('rnn-adder-time') !== null"))
                    .as(name)
                    .isEqualTo(name.equals("measured"));
        }
    }

    @Test
    void aPageFitsEveryWidthByDayAndAtNightAndAllOnItHasAName() throws Exception {
        List<String> names = new ArrayList<>(adders.keySet());
        names.add("study");
        for (String name : names) {
            for (int width : WIDTHS) {
                for (boolean dark : new boolean[] {false, true}) {
                    browser.look(width, dark);
                    open(name, "#" + "7".repeat(60) + "+" + "8".repeat(60));
                    assertThat(browser.evaluate(
                                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                            .as(name + " at " + width)
                            .isEqualTo(0L);
                    assertThat(browser.evaluate("document.images.length")).isEqualTo(0L);
                    assertThat((List<?>) browser.evaluate("[...document.querySelectorAll('svg')].filter(svg =>"
                                    + " !svg.getAttribute('aria-label') || !svg.getBoundingClientRect().height)"
                                    + ".map(svg => svg.outerHTML)"))
                            .isEmpty();
                    assertThat(
                                    browser.evaluate(
                                            "[...document.querySelectorAll('input')].every(field => field.labels.length === 1)"))
                            .isEqualTo(true);
                    assertThat((List<?>) browser.evaluate(FAINT))
                            .as(name + dark)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theHiddenUnitsAreOnTheFirstScreenOfAPhone() throws Exception {
        browser.look(390, false);
        for (String name : List.of("certified", "measured")) {
            open(name, "");
            assertThat((long) (Long) browser.evaluate(
                            "Math.round(document.querySelector('.units svg').getBoundingClientRect().bottom)"))
                    .isLessThan(800);
        }
    }

    /** A stock site stays light under a dark system; the figures stay with it. */
    @ParameterizedTest
    @CsvSource({
        "'', 'rgb(255, 255, 255)', 'rgb(0, 114, 178)'",
        "<meta name=\"color-scheme\" content=\"light dark\"/>, 'rgb(22, 25, 29)', 'rgb(86, 180, 233)'",
    })
    void insideAnotherPageItIsDarkWhereThatPageIs(String head, String paper, String minus) throws Exception {
        Path site = directory.resolve("site.html");
        Files.writeString(
                site,
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"/><title>site</title>" + head
                        + "</head><body><h1>Adder</h1>"
                        + Pages.page("certified", adders.get("certified")).body() + "</body></html>");
        browser.look(1280, true);
        open("site", "#57+19");
        assertThat(text("sum")).isEqualTo("76");
        assertThat(browser.evaluate("getComputedStyle(document.querySelector('.rnn-adder')).backgroundColor"))
                .isEqualTo(paper);
        assertThat((List<?>) browser.evaluate("[...new Set([...document.querySelectorAll('svg path.minus')]"
                        + ".map(path => getComputedStyle(path).fill).filter(fill => fill !== 'none'))]"))
                .isEqualTo(List.of(minus));
        assertThat((List<?>) browser.evaluate(FAINT.replace("document.body", "document.querySelector('.rnn-adder')")
                        .replace("querySelectorAll('h1, h1 span,", "querySelectorAll('.verdict, .verdict span,")))
                .isEmpty();
    }

    /** A frame without an origin may not write its address, nor reach the clipboard. */
    @Test
    void aPageInAFrameOfNobodysWorksAsAnywhere() throws Exception {
        String page = Files.readString(directory.resolve("certified.html"))
                .replace(
                        "<body",
                        "<script>onerror = onunhandledrejection = it => parent.postMessage(String(it), '*');</script><body")
                .replace("</body>", """
                        <script>
                          const a = document.getElementById('rnn-adder-a');
                          a.value = '58';
                          a.dispatchEvent(new Event('input', {bubbles: true}));
                          document.querySelector('[data-copy] button').click();
                          setTimeout(() => parent.postMessage(origin + ' ' + document.getElementById('rnn-adder-sum').textContent, '*'));
                        </script></body>""");
        Files.writeString(
                directory.resolve("host.html"),
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"/><title>host</title><script>"
                        + "window.heard = new Promise(done => addEventListener('message', event => done(event.data)));"
                        + "</script></head><body><iframe title=\"page\" sandbox=\"allow-scripts\" srcdoc=\""
                        + Html.escaped(page) + "\"></iframe></body></html>");
        open("host", "");
        assertThat(browser.evaluate("window.heard")).isEqualTo("null 77");
    }

    @Test
    void withoutScriptsAPageHasItsTablesAndASentence() throws Exception {
        String page = Files.readString(directory.resolve("refuted.html"));
        Files.writeString(
                directory.resolve("still.html"),
                page.replaceAll("(?s)<script.*?</script>", "").replace("noscript>", "div>"));
        open("still", "");
        assertThat((String) browser.evaluate("document.querySelector('main').innerText"))
                .startsWith("Do not ship:")
                .contains("This network makes ", "U, W and V", "learningRate")
                .doesNotContain("Play");
    }

    @Test
    void theCurveIsDrawnWhereTheLearningIs() throws Exception {
        browser.look(1280, false);
        open("measured", "");
        List<?> labels =
                (List<?>) browser.evaluate("[...document.querySelectorAll('#rnn-adder-curve svg:first-child .x')]"
                        + ".map(text => text.textContent)");
        assertThat(labels).isEqualTo(List.of("0", "1,000", "2,000", "3,000", "4,000", "5,000", "sums trained on"));
        assertThat(text("rest"))
                .isEqualTo("The other 15,000 of its 20,000 training sums, not drawn here, all came out right.");
        assertThat((String) browser.evaluate("document.querySelectorAll('#rnn-adder-curve svg')[1].textContent"))
                .contains("its floor, 0.0417");
        open("wrong", "");
        assertThat(text("rest")).isEmpty();
    }

    @Test
    void aStudyTellsWhichRunACurveBelongsToAndShowsOnlyTheInitializersThatAreWanted() throws Exception {
        browser.look(1280, false);
        open("study", "");
        String second = "document.querySelectorAll('[data-initializer] svg')[2]";
        browser.evaluate(second + ".scrollIntoView()");
        List<?> place = (List<?>) browser.evaluate("(() => { const path = " + second
                + ".querySelector('[data-run=\"5\"]'); const point = path.getPointAtLength(path.getTotalLength() / 3)"
                + ".matrixTransform(path.getScreenCTM()); return [Math.round(point.x), Math.round(point.y)]; })()");
        browser.point(at(place, 0), at(place, 1));
        assertThat(runs(".chosen")).isNotEmpty();
        assertThat((String) browser.evaluate("document.getElementById('run').textContent"))
                .startsWith("uniform-symmetric, seed ");
        browser.evaluate("document.querySelector('#runs tbody tr').focus()");
        browser.press("ArrowDown");
        assertThat((String) browser.evaluate("document.getElementById('run').textContent"))
                .startsWith("uniform-fan-in, seed 2, sums right ");
        assertThat(runs(".run.chosen")).isEqualTo(List.of("1", "1"));
        assertThat((List<?>) browser.evaluate("[...document.querySelectorAll('.charts text')].filter(text => {"
                        + " const chart = text.ownerSVGElement.getBoundingClientRect(), box = text.getBoundingClientRect();"
                        + " return box.left < chart.left || box.right > chart.right; }).map(text => text.textContent)"))
                .as("labels that are cut off")
                .isEmpty();
        browser.evaluate("document.querySelector('#initializers input').click()");
        assertThat(browser.evaluate("[...document.querySelectorAll('[data-initializer], #runs tbody tr')]"
                        + ".filter(element => element.offsetParent).length"))
                .isEqualTo(2L + 2 * 4);
    }

    private static List<?> runs(String selector) throws InterruptedException {
        return (List<?>) browser.evaluate(
                "[...document.querySelectorAll('" + selector + "')].map(element => element.dataset.run || '')");
    }

    /** Every median and run is drawn at the iterations and values of its data. */
    @Test
    void theCurvesOfAStudyGoThroughThePointsOfItsRuns() throws Exception {
        browser.look(1280, false);
        open("study", "");
        var study = Studies.train(1, 4, 2);
        for (int run = 0; run < 12; run++) {
            String path =
                    (String) browser.evaluate("document.querySelector('[data-run=\"" + run + "\"]').getAttribute('d')");
            String[] points = path.substring(1).split("L");
            var curve = study.runs().get(run).curve();
            assertThat(points).hasSize(curve.size());
            for (int i = 0; i < points.length; i++) {
                String[] at = points[i].split(" ");
                // The chart is 300 wide from 52 on, and 140 high down to 168.
                assertThat((Double.parseDouble(at[0]) - 52) / 300 * 3000)
                        .isCloseTo(curve.get(i).iteration(), within(0.6));
                assertThat((168 - Double.parseDouble(at[1])) / 140)
                        .isCloseTo(curve.get(i).accuracy(), within(1e-3));
            }
        }
    }

    private static String resource(String name) throws Exception {
        try (InputStream in = AdderPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void type(BigInteger[] sum) throws InterruptedException {
        browser.type("rnn-adder-a", sum[0].toString());
        browser.type("rnn-adder-b", sum[1].toString());
    }

    /** Short ones, some that carry all the way, and some of 20, 60 and 200 digits. */
    private static List<BigInteger[]> sums() {
        Random random = new Random(1);
        List<BigInteger[]> sums = new ArrayList<>();
        sums.add(new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO});
        for (int bits : new int[] {1, 7, 7, 8, 9, 64, 66, 200}) {
            sums.add(new BigInteger[] {new BigInteger(bits, random), new BigInteger(bits, random)});
            sums.add(new BigInteger[] {BigInteger.TWO.pow(bits).subtract(BigInteger.ONE), BigInteger.ONE});
        }
        for (int digits : new int[] {60, 200}) {
            BigInteger most = BigInteger.TEN.pow(digits).subtract(BigInteger.ONE);
            sums.add(new BigInteger[] {most.subtract(new BigInteger(100, random)), new BigInteger(90, random)});
        }
        return sums;
    }

    private static void open(String name, String hash) throws InterruptedException {
        browser.open(directory.resolve(name + ".html").toUri() + hash);
    }

    private static String text(String id) throws InterruptedException {
        return (String) browser.evaluate("document.getElementById('rnn-adder-" + id + "').textContent");
    }
}
