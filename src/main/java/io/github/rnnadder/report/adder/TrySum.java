package io.github.rnnadder.report.adder;

import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.weights.StoredAdder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The part of a page where its reader adds two numbers: without a script, a table of one sum; with it, of any. All
 * numbers that the script needs lie in the page as the bytes of doubles, so that none is rounded.
 *
 * @param stored the adder
 * @param certificate its proof; empty where there is none
 * @param refuted whether a sum is known to come out wrong at some width
 * @param walk the sum that is shown first
 */
record TrySum(StoredAdder stored, Optional<Certificate> certificate, boolean refuted, Walk walk) {

    void write(Html html) {
        html.line("<div id=\"rnn-adder-try\">")
                .heading("Try a sum")
                .paragraph(
                        "The network sees the bits a and b of one column at a time, the least significant first. It is"
                                + " never told the carry; it has to keep it in its hidden state. p is the probability that it"
                                + " gives to a 1, and the predicted bit is 1 where p is above one half.")
                .line("<div id=\"rnn-adder-form\" role=\"group\" aria-label=\"Try a sum\" hidden=\"hidden\">");
        field(html, "a", walk.a().toString());
        field(html, "b", walk.b().toString());
        html.line("<p>Predicted sum: <output id=\"rnn-adder-sum\" for=\"rnn-adder-a rnn-adder-b\" aria-live=\"off\">"
                        + walk.predicted() + "</output></p>")
                .line("<p><a id=\"rnn-adder-link\" href=\"#" + walk.a() + "+" + walk.b()
                        + "\">Link to this sum</a></p>")
                .line("</div>")
                .line("<p id=\"rnn-adder-status\" aria-live=\"polite\">" + sentence() + "</p>")
                .line("<p id=\"rnn-adder-warning\" class=\"rnn-adder-warning\" aria-live=\"polite\"></p>");
        table(html);
        html.line("<p id=\"rnn-adder-value\" aria-live=\"polite\"></p>")
                .paragraph(
                        "With a script: p is rounded to 4 places, and a pointer on it shows all of them. The page computes it"
                                + " in doubles, in the same order as the plugin's plain step, so it is the same to the last bit; the"
                                + " loader adds the same products in another order, and its p may differ in the last places, by at"
                                + " most 1e-12. The strip is the hidden state, a cell for each unit, blue below 0 and vermilion above;"
                                + " a pointer or the arrow keys tell its values."
                                + (certificate.isPresent()
                                        ? " The last column is the way through the certified set: the ball of the certificate, counted"
                                                + " from 1, or the tube that the state is in; between them it is on the way, and every bit"
                                                + " there is right as well."
                                        : ""))
                .line("<script type=\"application/json\" id=\"rnn-adder-data\">" + data() + "</script>")
                .script("adder.js")
                .line("</div>");
    }

    private static void field(Html html, String name, String value) {
        String id = "rnn-adder-" + name;
        html.line("<p><label for=\"" + id + "\">" + name + "</label>")
                .line("<input id=\"" + id
                        + "\" type=\"text\" inputmode=\"numeric\" autocomplete=\"off\" spellcheck=\"false\""
                        + " value=\"" + value + "\" aria-describedby=\"" + id + "-complaint\"/>")
                .line("<span id=\"" + id
                        + "-complaint\" class=\"rnn-adder-complaint\" aria-live=\"polite\"></span></p>");
    }

    private String sentence() {
        return walk.a() + " + " + walk.b() + " = " + walk.a().add(walk.b()) + ", predicted " + walk.predicted() + ".";
    }

    private void table(Html html) {
        List<List<String>> rows = new ArrayList<>();
        for (int t = 0; t < walk.columns().size(); t++) {
            Walk.Step column = walk.columns().get(t);
            rows.add(List.of(
                    String.valueOf(t + 1),
                    String.valueOf(column.a()),
                    String.valueOf(column.b()),
                    String.valueOf(column.carryIn()),
                    Numbers.round(column.p()),
                    String.valueOf(column.predicted()),
                    column.right() + (column.predicted() == column.right() ? "" : " ✗ wrong")));
        }
        html.line(
                        "<div class=\"rnn-adder-columns\" role=\"region\" aria-label=\"The sum, column by column\" tabindex=\"0\">")
                .table(
                        "rnn-adder-columns",
                        "The sum, column by column",
                        List.of("column", "a", "b", "carry in", "p", "predicted", "right"),
                        rows)
                .line("</div>");
    }

    /** Says what is known of operands that are longer than what was measured. */
    private String warning() {
        return (refuted ? "This adder is refuted: some sums" : "Nothing is known") + " of operands of more than "
                + (stored.bits() - 1) + " bits" + (refuted ? " come out wrong" : ": this adder has no certificate")
                + ", and add of its loader refuses them.";
    }

    private String data() {
        return "{\"warning\": \"" + warning() + "\", \"bits\": " + stored.bits() + ", \"hiddenSize\": "
                + stored.weights().hiddenSize() + ", \"a\": \"" + walk.a()
                + "\", \"b\": \"" + walk.b() + "\", \"columns\": "
                + walk.columns().size() + ", \"certificate\": "
                + certificate.map(TrySum::data).orElse("null") + ", \"weights\": "
                + text(TensorBytes.bytes(stored.weights())) + "}";
    }

    private static String data(Certificate certificate) {
        String[] metrics = new String[FullAdder.TAGS];
        Arrays.fill(metrics, "null");
        for (Metric metric : certificate.metrics()) {
            metrics[metric.tag()] = text(Arrays.stream(metric.t()).flatMapToDouble(Arrays::stream));
        }
        List<Ball> balls = certificate.balls();
        return "{\"metrics\": [" + String.join(", ", metrics) + "], \"tags\": "
                + balls.stream().map(ball -> String.valueOf(ball.tag())).collect(Collectors.joining(", ", "[", "]"))
                + ", \"radii\": " + text(balls.stream().mapToDouble(Ball::radius)) + ", \"centres\": "
                + text(balls.stream().map(Ball::centre).flatMapToDouble(Arrays::stream)) + ", \"tube\": "
                + certificate.tube().map(TrySum::data).orElse("null") + "}";
    }

    private static String data(Tube tube) {
        return text(Stream.of(
                        Arrays.stream(tube.v()),
                        Arrays.stream(tube.l()),
                        Arrays.stream(tube.t()).flatMapToDouble(Arrays::stream),
                        DoubleStream.of(tube.kappa(), tube.sMax()))
                .flatMapToDouble(it -> it));
    }

    /** Writes doubles as the script reads them: little-endian, in base64. */
    private static String text(DoubleStream numbers) {
        double[] all = numbers.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(all.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(all);
        return text(bytes.array());
    }

    private static String text(byte[] bytes) {
        return '"' + Base64.getEncoder().encodeToString(bytes) + '"';
    }
}
