package io.github.rnnadder.report.adder;

import io.github.rnnadder.base.text.Fraction;
import io.github.rnnadder.delivery.BuiltAdder;
import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.model.evaluation.Accuracy;
import io.github.rnnadder.model.evaluation.WrongSum;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the report of one adder as an HTML page that needs no other file: whether to ship the adder, a sum to try, and
 * what is known of it. Scripts draw all pictures; without scripts, the page still has its tables.
 */
public final class AdderPage {

    private static final int SHORT_DIGEST = 8;

    private final String title;
    private final BuiltAdder adder;
    private final Optional<Coordinates> coordinates;
    private final AdderStatus status;
    private final Trace shown;

    /**
     * @param title the title of the page
     * @param adder the adder that the page describes
     * @param coordinates the coordinates of the jar that contains the adder; empty if no jar does
     */
    public AdderPage(String title, BuiltAdder adder, Optional<Coordinates> coordinates) {
        this.title = title;
        this.adder = adder;
        this.coordinates = coordinates;
        this.status = AdderStatus.of(adder);
        this.shown = Trace.mostTelling(adder);
    }

    /** Returns the page as a complete HTML document. */
    public String document() {
        Html html = new Html().begin(title, "adder.css");
        write(html, "h1");
        return html.end().toString();
    }

    /** Returns the page as a part of another page, which already has a title. */
    public String body() {
        Html html = new Html().style("adder.css").line("<div class=\"rnn-adder\">");
        write(html, "p");
        return html.line("</div>").toString();
    }

    private void write(Html html, String headline) {
        html.line("<" + headline + " class=\"verdict\"><span class=\"" + status.key() + "\">"
                + Html.escaped(status.decision(adder)) + "</span> " + Html.escaped(status.reason(adder)) + "</"
                + headline + ">");
        summary(html);
        facts(html);
        toy(html);
        wrongSums(html);
        usage(html);
        learning(html);
        proof(html);
        weights(html);
        provenance(html);
        html.data(new PageData(adder, shown).json()).script("chart.js", "geometry.js", "adder.js");
    }

    private void summary(Html html) {
        Weights weights = adder.stored().weights();
        List<String> parts = new ArrayList<>();
        coordinates.ifPresent(it -> parts.add(Html.escaped(it.toString())));
        parts.add(weights.hiddenSize() + " hidden units, " + Numbers.grouped(weights.count()) + " weights");
        parts.add("seed " + adder.provenance().seedUsed());
        parts.add(gate());
        if (status != AdderStatus.REJECTED) {
            parts.add("<a href=\"#rnn-adder-usage\">how to load it</a>");
        }
        if (status == AdderStatus.PROVED) {
            parts.add("<a href=\"#rnn-adder-proof\">what is proved</a>");
        }
        html.line("<p class=\"quiet intro\">" + String.join(" · ", parts) + "</p>");
    }

    private String gate() {
        Gate gate = adder.check().gate();
        String missed = adder.packaged() ? "missed, but haltOnFailure is off" : "missed";
        return "gate " + (adder.passes() ? "passed" : missed) + ": " + Fraction.percent(gate.threshold())
                + " of the sums right" + (gate.certify() ? ", and a proof" : "");
    }

    private void facts(Html html) {
        Accuracy accuracy = adder.accuracy();
        String digest = adder.digests().getOrDefault("U, W and V", "");
        String total = Numbers.grouped(accuracy.total());
        html.line("<dl class=\"facts\">")
                .line(fact(
                        accuracy.wrong() == 0 ? "all " + total : Numbers.grouped(accuracy.correct()) + " of " + total,
                        (accuracy.sampled() ? "sampled " : "") + "sums of " + AdderStatus.measured(adder)
                                + " come out right"))
                .line(known())
                .line(learned())
                .line("<div><dt>SHA-256 of the weights</dt><dd data-copy=\"SHA-256\"><code title=\""
                        + Html.escaped(digest) + "\">"
                        + Html.escaped(digest.substring(0, Math.min(SHORT_DIGEST, digest.length())))
                        + "…</code> </dd></div>")
                .line("</dl>");
    }

    private static String fact(String value, String meaning) {
        return "<div><dt>" + Html.escaped(meaning) + "</dt><dd>" + Html.escaped(value) + "</dd></div>";
    }

    private String known() {
        Accuracy accuracy = adder.accuracy();
        if (accuracy.wrong() > 0) {
            return fact(
                    Fraction.percent(accuracy.correct(), accuracy.total()),
                    "of the sums; the gate asks for "
                            + Fraction.percent(adder.check().gate().threshold()));
        }
        return adder.certificate()
                .map(it -> fact("any length", "proved, in " + Assessment.arithmetics(it)))
                .or(() -> adder.counterexample()
                        .map(it -> fact("refuted", "at other widths, by a sum of " + it.width() + " bits")))
                .orElseGet(() -> fact(
                        AdderStatus.searched(adder) ? "no proof" : "not proved",
                        (AdderStatus.searched(adder) ? "was found " : "") + "beyond operands of "
                                + (adder.stored().bits() - 1) + " bits"));
    }

    private String learned() {
        String iterations = Numbers.grouped(adder.provenance().config().iterations());
        return adder.lastWrong()
                .map(last -> fact(Numbers.grouped(last), "the last training sum that it got wrong, of " + iterations))
                .orElseGet(() -> fact(iterations, "sums trained on"));
    }

    private void toy(Html html) {
        html.line("""
                <noscript><p>This network makes %s of %s + %s. Where scripts may run, this page adds any two numbers with it and draws what it does.</p></noscript>
                <div id="rnn-adder-toy" class="toy" hidden="hidden">
                <section aria-label="A sum to try">
                <div id="rnn-adder-form" class="operands" role="group" aria-label="The sum">
                %s
                <span>+</span>
                %s
                <span>=</span> <output id="rnn-adder-sum" for="rnn-adder-a rnn-adder-b" aria-live="off">%s</output>
                <span id="rnn-adder-status" class="status" role="status"></span>
                </div>
                <p id="rnn-adder-a-complaint" class="complaint" aria-live="polite"></p>
                <p id="rnn-adder-b-complaint" class="complaint" aria-live="polite"></p>
                <p id="rnn-adder-warning" class="warning" aria-live="polite"></p>
                <div id="rnn-adder-sheet" class="sum" tabindex="0" role="group" aria-label="The sum, column by column: the left and right arrow keys move between columns"></div>
                <p id="rnn-adder-said" class="said" aria-live="polite"></p>
                <p id="rnn-adder-controls" class="controls"><button type="button" id="rnn-adder-play">▶ Play</button> <span class="quiet">or point at a column, or press ← →</span> <a id="rnn-adder-link" href="#">Link to this sum</a></p>
                </section>
                <figure><svg id="rnn-adder-space" class="space" role="img" aria-label="The states of the network as points of a plane: to the right it holds a carry, to the left none"></svg>
                <div id="rnn-adder-training" class="training"><label for="rnn-adder-time">Watch it learn</label> <output id="rnn-adder-moment" for="rnn-adder-time" aria-live="off"></output>
                <svg id="rnn-adder-rise" role="img" preserveAspectRatio="none" aria-label="The share of sums that came out right"></svg><input id="rnn-adder-time" type="range" min="0" autocomplete="off"/></div>
                <figcaption>%s</figcaption></figure>
                </div>""".formatted(
                        shown.predicted(),
                        shown.a(),
                        shown.b(),
                        field("a", "first number", shown.a()),
                        field("b", "second number", shown.b()),
                        shown.predicted(),
                        Html.escaped(caption())));
    }

    private static String field(String name, String label, BigInteger value) {
        return """
                <label class="unseen" for="rnn-adder-%1$s">%2$s</label><input id="rnn-adder-%1$s" type="text" \
                inputmode="numeric" autocomplete="off" spellcheck="false" value="%3$s" \
                aria-describedby="rnn-adder-%1$s-complaint"/>""".formatted(name, label, value);
    }

    private String caption() {
        return "The network reads the columns from the right and is never told the carry: it has to remember it. Each strip is"
                + " a hidden unit, orange above 0 and blue below; each point is all of them after a column. "
                + adder.certificate().map(AdderPage::caption).orElse("Small dots: its memory in other sums.");
    }

    private static String caption(Certificate certificate) {
        return "The proof: from anywhere in one of the "
                + Numbers.grouped(certificate.balls().size())
                + " balls, whatever comes next, every bit is right until it is in a ball of the right colour again"
                + (certificate.tube().isPresent() ? ", or in the green cone, where it fades while only zeros come" : "")
                + ". A hollow point is on its way there.";
    }

    private void wrongSums(Html html) {
        List<WrongSum> examples = adder.assessment().evaluation().examples();
        if (!examples.isEmpty()) {
            html.heading("Wrong sums")
                    .paragraph(Numbers.grouped(adder.accuracy().wrong()) + " of "
                            + Numbers.grouped(adder.accuracy().total()) + " sums are wrong. The first of them:")
                    .table(
                            "Wrong sums",
                            List.of("sum", "right", "predicted"),
                            examples.stream().map(AdderPage::row).toList());
        }
    }

    private static List<String> row(WrongSum wrong) {
        return List.of(
                wrong.a() + " + " + wrong.b(),
                String.valueOf(wrong.a() + wrong.b()),
                String.valueOf(wrong.predicted()));
    }

    private void usage(Html html) {
        if (status == AdderStatus.REJECTED) {
            return;
        }
        UsageSnippets snippets = new UsageSnippets(adder, Trace.right(adder.stored()));
        html.heading("rnn-adder-usage", "How to load it");
        coordinates.ifPresent(it -> html.code("The dependency", it.dependency()));
        snippets.java().ifPresent(java -> html.code("Java, with nothing else on the class path", java));
        html.code("Python, with the weights in JSON", snippets.python());
        snippets.onnx().ifPresent(onnx -> html.code("Python, with the model in ONNX", onnx));
    }

    private void learning(Html html) {
        html.heading("How it learned");
        if (adder.curve().isEmpty()) {
            html.paragraph("There is no learning curve beside these weights.");
            return;
        }
        html.paragraph("It was trained on random sums, one at a time. A curve shows how many of them came out right at"
                        + " the moment when the network saw them, before it learned from them.")
                .line(
                        "<div id=\"rnn-adder-curve\" class=\"charts\"></div>\n<p id=\"rnn-adder-rest\" class=\"quiet\"></p>");
    }

    private void proof(Html html) {
        adder.certificate()
                .ifPresent(
                        it -> html.heading("rnn-adder-proof", "What is proved")
                                .paragraph(
                                        "Every bit of every sum is right, at every width, in "
                                                + Assessment.arithmetics(it)
                                                + ". The certificate beside the weights proves it, and was checked again for this page. The proof is"
                                                + " of these very weights: rounded further, pruned or trained on, they would need another one."));
    }

    private void weights(Html html) {
        html.heading("Its weights")
                .line("<figure><div id=\"rnn-adder-weights\"></div><figcaption>Blue is negative, orange positive, each"
                        + " matrix on its own scale. The units stand in the order of the sum above, those that rise with a"
                        + " carry first. A row of W and of U shows what drives a unit; a column of W, and the cell of V"
                        + " below it, what the unit does.</figcaption></figure>");
    }

    private void provenance(Html html) {
        html.heading("Config")
                .table(
                        "Config",
                        List.of("key", "value"),
                        rows(adder.provenance().fields()))
                .heading("Digests")
                .table("Digests", List.of("SHA-256 of", "digest"), rows(adder.digests()));
    }

    private static List<List<String>> rows(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), Numbers.plain(entry.getValue())))
                .toList();
    }
}
