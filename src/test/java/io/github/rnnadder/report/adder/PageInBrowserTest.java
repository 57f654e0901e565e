package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.browser.Chromium;
import io.github.rnnadder.delivery.TrainedAdder;
import io.github.rnnadder.gate.Verdict.Counterexample;
import io.github.rnnadder.loader.PretrainedAdder;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.report.study.Studies;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
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

    private static final Map<String, TrainedAdder> ADDERS = new LinkedHashMap<>();
    private static final int[] WIDTHS = {1280, 390};
    private static final String CELLS = "[...document.querySelectorAll('#rnn-adder-columns tbody tr')]"
            + ".map(row => [...row.cells].map(cell => cell.title || cell.textContent))";

    /**
     * Texts that stand out from the page by less than 4.5 to 1, what the Web Content Accessibility Guidelines ask for.
     */
    private static final String FAINT = """
            (() => {
              const light = colour => colour.match(/[0-9.]+/g).slice(0, 3).map(value => value / 255)
                  .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
                  .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0.05);
              const paper = light(getComputedStyle(document.body).backgroundColor);
              return [...document.querySelectorAll('p, dt, dd, th, td, a, label, input, output, figcaption, code')]
                  .filter(element => {
                    const ink = light(getComputedStyle(element).color);
                    return Math.max(ink, paper) / Math.min(ink, paper) < 4.5;
                  }).map(element => element.outerHTML);
            })()""";

    @TempDir
    static Path directory;

    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(Chromium.program().isPresent(), "no Chromium on the path");
        ADDERS.put("certified", Pages.decided("decay-1"));
        ADDERS.put("measured", Pages.measured());
        ADDERS.put("refuted", Pages.decided("wrong-22"));
        for (Map.Entry<String, TrainedAdder> adder : ADDERS.entrySet()) {
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

    @Test
    void aPageAddsWhateverIsTypedAsTheLoaderDoesAndEachPIsThatOfThePlainStepToTheLastBit() throws Exception {
        browser.look(1280, false);
        for (Map.Entry<String, TrainedAdder> entry : ADDERS.entrySet()) {
            TrainedAdder adder = entry.getValue();
            PretrainedAdder loader =
                    io.github.rnnadder.loader.Adders.of(8, adder.stored().weights(), true);
            open(entry.getKey(), "");
            for (BigInteger[] sum : sums()) {
                browser.type("rnn-adder-a", sum[0].toString());
                browser.type("rnn-adder-b", sum[1].toString());
                assertThat(text("sum"))
                        .as(entry.getKey() + ": " + sum[0] + " + " + sum[1])
                        .isEqualTo(loader.add(sum[0], sum[1]).toString());
                double[] p = loader.probabilities(sum[0], sum[1]);
                List<Walk.Step> columns = Walk.of(adder.stored().weights(), p.length, sum[0], sum[1])
                        .columns();
                List<?> rows = (List<?>) browser.evaluate(CELLS);
                assertThat(rows).hasSize(p.length);
                for (int t = 0; t < p.length; t++) {
                    Walk.Step column = columns.get(t);
                    List<?> row = (List<?>) rows.get(t);
                    assertThat(row.subList(0, 4))
                            .isEqualTo(List.of("" + (t + 1), "" + column.a(), "" + column.b(), "" + column.carryIn()));
                    assertThat(Double.parseDouble((String) row.get(4)))
                            .isEqualTo(column.p())
                            .isCloseTo(p[t], within(1e-12));
                    assertThat(row.subList(5, 7))
                            .isEqualTo(List.of(
                                    "" + column.predicted(),
                                    column.right() + (column.predicted() == column.right() ? "" : " ✗ wrong")));
                }
                boolean long_ = sum[0].max(sum[1]).bitLength() >= adder.stored().bits();
                assertThat(text("warning").isEmpty())
                        .isEqualTo(adder.certificate().isPresent() || !long_);
                boolean right = sum[0].add(sum[1]).toString().equals(text("sum"));
                assertThat(text("status")).contains(right ? "predicted right." : "wrong, first in column ");
            }
        }
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void thePathOfACertifiedAdderGoesThroughItsBallsAndTube() throws Exception {
        Certificate certificate = ADDERS.get("certified").certificate().orElseThrow();
        open("certified", "");
        int inBalls = 0;
        int inTube = 0;
        for (BigInteger[] sum : sums()) {
            browser.type("rnn-adder-a", sum[0].toString());
            browser.type("rnn-adder-b", sum[1].toString());
            List<?> rows = (List<?>) browser.evaluate(CELLS);
            List<Walk.Step> columns = Walk.of(ADDERS.get("certified").stored().weights(), rows.size(), sum[0], sum[1])
                    .columns();
            for (int t = 0; t < columns.size(); t++) {
                Walk.Step column = columns.get(t);
                int tag = FullAdder.tag(column.carry(), column.a() + 2 * column.b());
                String place = (String) ((List<?>) rows.get(t)).get(8);
                List<Integer> balls = new ArrayList<>();
                for (int n = 0; n < certificate.balls().size(); n++) {
                    if (holds(certificate, certificate.balls().get(n), tag, column.hidden())) {
                        balls.add(n + 1);
                    }
                }
                if (place.startsWith("ball ")) {
                    assertThat(balls).contains(Integer.valueOf(place.substring("ball ".length())));
                    inBalls++;
                } else {
                    assertThat(balls).isEmpty();
                    assertThat(place).isIn("at 0", "tube", "on the way");
                    inTube += place.equals("tube") ? 1 : 0;
                }
            }
        }
        assertThat(inBalls).isGreaterThan(500);
        assertThat(inTube).isPositive();
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
    void whatIsNoOperandGetsASentenceBesideItsField() throws Exception {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put("-5", "This is negative");
        sentences.put("1e9", "This is no decimal number");
        sentences.put("3.5", "This is no decimal number");
        sentences.put("\u0663", "This is no decimal number");
        sentences.put("", "Type a number");
        sentences.put("9".repeat(201), "This has 201 digits; this page adds numbers of up to 200");
        for (Map.Entry<String, String> sentence : sentences.entrySet()) {
            open("certified", "");
            browser.type("rnn-adder-b", sentence.getKey());
            assertThat(text("b-complaint")).startsWith(sentence.getValue());
            assertThat(text("a-complaint")).isEmpty();
            assertThat(text("sum")).isEmpty();
            assertThat(browser.evaluate("document.getElementById('rnn-adder-link').hidden"))
                    .as("a link to no sum")
                    .isEqualTo(true);
            assertThat(browser.evaluate("document.getElementById('rnn-adder-b').getAttribute('aria-invalid')"))
                    .isEqualTo("true");
            browser.type("rnn-adder-b", " 0019 ");
            assertThat(text("b-complaint")).isEmpty();
            assertThat(text("sum")).isEqualTo("76");
        }
        assertThat(browser.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "#-5+%3Cb%3E, This is negative, This is no decimal number",
        "#1+, '', Type a number",
        "#+1, '', ''",
        "#1+2+3, '', This is no decimal number",
        "#%D9%A3+٤, This is no decimal number, This is no decimal number",
        "#<script>alert(1)</script>, '', ''",
        "#<script>+<img src=x onerror=alert(1)>, This is no decimal number, This is no decimal number",
        "#%E0%A4%A+1, '', ''",
    })
    void aLinkWithoutASumIsAnsweredLikeWhatIsTyped(String hash, String ofA, String ofB) throws Exception {
        open("certified", hash);
        assertThat(text("a-complaint")).startsWith(ofA);
        assertThat(text("b-complaint")).startsWith(ofB);
        assertThat(text("sum")).isEqualTo(ofA.isEmpty() && ofB.isEmpty() ? "76" : "");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void theRefutingSumIsShownWhereItGoesWrong() throws Exception {
        Counterexample wrong = ADDERS.get("refuted").counterexample().orElseThrow();
        open("refuted", "");
        assertThat(text("sum")).isEqualTo(wrong.predicted().toString());
        assertThat(text("status")).endsWith("wrong, first in column " + (wrong.wrongBit() + 1) + ".");
        assertThat((List<?>) browser.evaluate(CELLS)).hasSize(wrong.width());
        assertThat(browser.evaluate("(() => { const heading = document.querySelector('#rnn-adder-columns th');"
                        + " scrollTo(0, heading.closest('div').offsetTop - 100);"
                        + " const box = heading.getBoundingClientRect();"
                        + " return document.elementFromPoint(box.left + 2, box.top + 2) === heading; })()"))
                .as("the headings stay where the rows are scrolled")
                .isEqualTo(true);
    }

    @Test
    void theArrowKeysTellTheHiddenState() throws Exception {
        open("certified", "#57+19");
        browser.evaluate("document.querySelector('#rnn-adder-columns .strip').focus()");
        browser.press("ArrowDown");
        browser.press("ArrowRight");
        browser.press("ArrowRight");
        double h = Walk.of(ADDERS.get("certified").stored().weights(), 8)
                .columns()
                .get(1)
                .hidden()[2];
        assertThat(text("value")).startsWith("column 2, unit 3: ");
        assertThat(Double.parseDouble(text("value").substring("column 2, unit 3: ".length())))
                .isEqualTo(h);
    }

    @Test
    void aPageFitsEveryWidthByDayAndAtNightAndEveryPictureIsToldInWords() throws Exception {
        List<String> names = new ArrayList<>(ADDERS.keySet());
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
                    assertThat((List<?>) browser.evaluate("[...document.images].filter(image => !image.alt.trim()"
                                    + " || !image.naturalWidth || /-dark/.test(image.currentSrc) !== " + dark
                                    + ").map(image => image.currentSrc)"))
                            .isEmpty();
                    assertThat(
                                    browser.evaluate(
                                            "[...document.querySelectorAll('input')].every(field => field.labels.length === 1)"))
                            .isEqualTo(true);
                    assertThat((List<?>) browser.evaluate(FAINT)).isEmpty();
                }
            }
        }
        assertThat(browser.errors()).isEmpty();
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
        browser.point(((Long) place.get(0)).intValue(), ((Long) place.get(1)).intValue());
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
        assertThat(browser.errors()).isEmpty();
    }

    private static List<?> runs(String selector) throws InterruptedException {
        return (List<?>) browser.evaluate(
                "[...document.querySelectorAll('" + selector + "')].map(element => element.dataset.run || '')");
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
