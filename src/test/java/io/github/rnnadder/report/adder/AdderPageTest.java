package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.delivery.TrainedAdder;
import io.github.rnnadder.gate.Verdict;
import io.github.rnnadder.gate.Verdict.Counterexample;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.WrongSum;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.weights.Provenance;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class AdderPageTest {

    @Test
    void aPageIsWellFormedAndEveryPictureOnItIsAFigureWithAnAlternativeAndADarkLook() throws Exception {
        AdderPage page = page(Pages.decided("decay-1"));
        Document document = parse(page);
        NodeList images = document.getElementsByTagName("img");
        NodeList sources = document.getElementsByTagName("source");
        assertThat(images.getLength()).isEqualTo(5);
        for (int i = 0; i < images.getLength(); i++) {
            Element image = (Element) images.item(i);
            Figure figure = page.figures().get(List.of(3, 0, 1, 4, 2).get(i));
            assertThat(image.getAttribute("src")).isEqualTo("pictures/" + figure.name() + ".png");
            assertThat(((Element) sources.item(i)).getAttribute("srcset"))
                    .isEqualTo("pictures/" + figure.name() + "-dark.png");
            assertThat(image.getAttribute("alt"))
                    .isEqualTo(figure.alternative())
                    .isNotBlank();
            assertThat(image.getAttribute("width")).isEqualTo("" + figure.width());
        }
    }

    @Test
    void aMeasuredAdderIsExactButUnproved() {
        assertThat(page(Pages.adder(Adders.TRAINED.weights(), 8, List.of(), Optional.empty()))
                        .body())
                .contains(
                        "<div class=\"rnn-adder-card open\">",
                        "Exact on all 16384 sums of 8 bits, but unproved at other widths",
                        "Passed: 16384 of 16384 sums of 8 bits exact (100%, required 100%).",
                        "operands of up to 7 bits, 0 to 127: each pair was tried.",
                        "304 parameters, doubles: 32 in U, 256 in W, 16 in V.",
                        "20000 sums",
                        "<code>Sums.load().add(57, 19)</code>",
                        "onnxruntime.InferenceSession(&quot;adder.onnx&quot;)",
                        "57 + 19 = 76, predicted 76",
                        "There is no learning curve beside these weights.",
                        "<td>iterations</td><td>20000</td>",
                        TensorBytes.sha256(Adders.TRAINED.weights()))
                .doesNotContain("Wrong sums", "certificate.png");
    }

    @Test
    void aCertifiedAdderIsRightAtEveryWidth() {
        TrainedAdder adder = Pages.decided("decay-1");
        assertThat(page(adder).body())
                .contains(
                        "<div class=\"rnn-adder-card good\">",
                        "Certified: every bit of every sum is right, at every width, in "
                                + (adder.certificate().get().covers() == Precision.SINGLE
                                        ? "double and single"
                                        : "double")
                                + " precision",
                        "Passed: 16384 of 16384 sums of 8 bits exact (100%, required 100%), and proved right at every width.",
                        "pictures/certificate.png");
    }

    @Test
    void aRefutedAdderShowsTheSumThatRefutesIt() {
        TrainedAdder adder = Pages.decided("wrong-22");
        Counterexample wrong = adder.counterexample().orElseThrow();
        assertThat(page(adder).body())
                .contains(
                        "<div class=\"rnn-adder-card bad\">",
                        "Refuted: " + wrong.a() + " + " + wrong.b() + " = " + wrong.sum() + ", predicted "
                                + wrong.predicted() + " at width " + wrong.width(),
                        "Failed: a sum comes out wrong, and a proof for every width is required."
                                + " Measured: 16384 of 16384 sums of 8 bits exact",
                        "value=\"" + wrong.a() + "\"",
                        "value=\"" + wrong.b() + "\"",
                        "<td>" + (wrong.sum().testBit(wrong.wrongBit()) ? 1 : 0) + " ✗ wrong</td>")
                .doesNotContain("<h2>Certificate</h2>");
    }

    @Test
    void aRefusedAdderHasNothingToLoadAndNoParameterWouldHelp() {
        TrainedAdder refuted = Pages.decided("wrong-22");
        TrainedAdder refused = new TrainedAdder(
                refuted.check(),
                refuted.provenance(),
                refuted.examination(),
                refuted.curve(),
                Optional.empty(),
                Map.of("U, W and V", "abc"));
        assertThat(page(refused).body())
                .contains(
                        "<dt>Java</dt><dd>none was written: the gate refused this adder</dd>",
                        "<dt>ONNX</dt><dd>none was written: the gate refused this adder</dd>")
                .doesNotContain("loaderClass", "in the configuration of train");
        assertThat(page(refuted).body()).contains("<dt>Java</dt><dd><code>Sums.load().add(57, 19)</code></dd>");
    }

    @Test
    void anAdderThatIsWrongWhereItWasMeasuredShowsASumThatIsWrong() {
        TrainedAdder adder = Pages.adder(Adders.UNTRAINED.weights(), 8, List.of(), Optional.empty());
        WrongSum first = adder.evaluation().examples().get(0);
        assertThat(page(adder).body())
                .contains(
                        "of 16384 sums are wrong: " + first.a() + " + " + first.b(),
                        "Failed: ",
                        "value=\"" + first.a() + "\"",
                        "sums are wrong; some of them:",
                        "<td>" + first.a() + " + " + first.b() + "</td><td>" + (first.a() + first.b()) + "</td><td>"
                                + first.predicted() + "</td>");
    }

    @Test
    void anAdderWithoutTheProofThatIsAskedForFails() {
        Verdict unknown = new Verdict.Unknown("neither a wrong sum nor a proof was found");
        assertThat(page(Pages.adder(Adders.TRAINED.weights(), 8, List.of(), Optional.of(unknown)))
                        .body())
                .contains("Failed: there is no proof, and a proof for every width is required.");
    }

    @Test
    void whatAForeignFileHoldsIsEscaped() throws Exception {
        TrainedAdder adder = Pages.measured();
        AdderPage page = page(new TrainedAdder(
                adder.check(),
                new Provenance(TrainingConfig.DEFAULTS, 1, "<script>\"&"),
                adder.examination(),
                List.of(),
                Optional.empty(),
                Map.of()));
        assertThat(page.body()).contains("&lt;script&gt;&quot;&amp;");
        assertThat(parse(page).getElementsByTagName("script").getLength()).isEqualTo(2);
    }

    private static AdderPage page(TrainedAdder adder) {
        return new AdderPage("RNN adder", "pictures", adder);
    }

    private static Document parse(AdderPage page) throws Exception {
        String document = page.document().replace("<!DOCTYPE html>", "");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(document)));
    }
}
