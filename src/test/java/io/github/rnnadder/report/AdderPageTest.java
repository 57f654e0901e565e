package io.github.rnnadder.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.delivery.Check;
import io.github.rnnadder.delivery.TrainedAdder;
import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.evaluation.Evaluator;
import io.github.rnnadder.evaluation.WrongSum;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.training.CurvePoint;
import io.github.rnnadder.training.Training;
import io.github.rnnadder.verdict.Gate;
import io.github.rnnadder.verdict.TestNetworks;
import io.github.rnnadder.weights.Provenance;
import io.github.rnnadder.weights.StoredAdder;
import java.io.StringReader;
import java.nio.file.Path;
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

    private static final Certificate PROOF = TestNetworks.certificate(TestNetworks.load("decay-1"));

    @Test
    void aPageIsWellFormedAndEveryPictureOnItIsAFigureWithAnAlternative() throws Exception {
        AdderPage page = page(Adders.TRAINED.weights(), Map.of(), Adders.TRAINED.curve(), false, Optional.of(PROOF));
        NodeList images = parse(page).getElementsByTagName("img");
        assertThat(images.getLength()).isEqualTo(5);
        for (int i = 0; i < images.getLength(); i++) {
            Element image = (Element) images.item(i);
            Figure figure = page.figures().get(List.of(0, 1, 3, 4, 2).get(i));
            assertThat(image.getAttribute("src")).isEqualTo("pictures/" + figure.name() + ".png");
            assertThat(image.getAttribute("alt"))
                    .isEqualTo(figure.alternative())
                    .isNotBlank();
            assertThat(image.getAttribute("width")).isEqualTo("" + figure.width());
        }
    }

    @Test
    void anAdderThatPassedSaysSo() {
        assertThat(page(Adders.TRAINED, Map.of("certificate", "CERTIFIED"), List.of())
                        .body())
                .contains(
                        "Passed: 16384 of 16384 sums exact.",
                        "100%, required 100%",
                        "<td>Proof for every width</td><td>CERTIFIED</td>",
                        "There is no learning curve beside these weights.",
                        "57 + 19 = 76, predicted 76",
                        "<td>iterations</td><td>20000</td>",
                        "<td>adder.json</td><td>abc</td>")
                .doesNotContain("Wrong sums");
    }

    @Test
    void anAdderThatFailedShowsItsWrongSums() {
        AdderPage page = page(Adders.UNTRAINED, Map.of(), Adders.UNTRAINED.curve());
        WrongSum first = evaluation(Adders.UNTRAINED).examples().get(0);
        assertThat(page.body())
                .contains(
                        "Failed: ",
                        "sums are wrong; some of them:",
                        "<td>" + first.a() + " + " + first.b() + "</td><td>" + (first.a() + first.b()) + "</td><td>"
                                + first.predicted() + "</td>");
    }

    @Test
    void onlyACertificateProves() {
        Weights weights = TestNetworks.load("decay-1");
        Map<String, String> recorded = Map.of("certificate", "CERTIFIED");
        assertThat(page(weights, recorded, List.of(), true, Optional.of(PROOF)).body())
                .contains("Passed: ", "<h2>Certificate</h2>", "pictures/certificate.png");
        assertThat(page(weights, recorded, List.of(), true, Optional.empty()).body())
                .contains("Failed: ")
                .doesNotContain("<h2>Certificate</h2>", "certificate.png");
    }

    @Test
    void whatAForeignFileHoldsIsEscaped() throws Exception {
        AdderPage page = page("<script>\"&");
        assertThat(page.body()).contains("&lt;script&gt;&quot;&amp;");
        assertThat(parse(page).getElementsByTagName("script").getLength()).isZero();
    }

    private static AdderPage page(Training training, Map<String, String> recorded, List<CurvePoint> curve) {
        return page(training.weights(), recorded, curve, false, Optional.empty());
    }

    private static AdderPage page(
            Weights weights,
            Map<String, String> recorded,
            List<CurvePoint> curve,
            boolean certify,
            Optional<Certificate> proof) {
        return page(weights, "1.0.0", recorded, curve, certify, proof);
    }

    private static AdderPage page(String pluginVersion) {
        return page(Adders.TRAINED.weights(), pluginVersion, Map.of(), List.of(), false, Optional.empty());
    }

    private static AdderPage page(
            Weights weights,
            String pluginVersion,
            Map<String, String> recorded,
            List<CurvePoint> curve,
            boolean certify,
            Optional<Certificate> proof) {
        StoredAdder stored = new StoredAdder("none.json", 8, weights, Map.of(), recorded);
        return new AdderPage(
                "RNN adder",
                "pictures",
                new TrainedAdder(
                        new Check(stored, new Gate(1, certify), Path.of("none.json")),
                        new Provenance(TrainingConfig.DEFAULTS, 1, pluginVersion),
                        Evaluator.evaluate(weights, 8),
                        curve,
                        proof,
                        Map.of("adder.json", "abc")));
    }

    private static Evaluation evaluation(Training training) {
        return Evaluator.evaluate(training.weights(), 8);
    }

    private static Document parse(AdderPage page) throws Exception {
        String document = page.document().replace("<!DOCTYPE html>", "");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(document)));
    }
}
