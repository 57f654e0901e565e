package io.github.rnnadder.report.adder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.delivery.BuiltAdder;
import io.github.rnnadder.gate.Proof.Counterexample;
import io.github.rnnadder.gate.Proof.NotSought;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.WrongSum;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.training.Training;
import io.github.rnnadder.weights.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class AdderPageTest {

    @Test
    void theFirstSentenceSaysWhetherToShip() throws Exception {
        assertThat(headline("certified")).isEqualTo("Ship it. Proved right for numbers of any length.");
        assertThat(headline("measured"))
                .isEqualTo("Ship it for 0 to 127. All 16,384 sums are right; nothing is known beyond.");
        assertThat(headline("unproved"))
                .isEqualTo(
                        "Ship it for 0 to 127. All 16,384 sums are right; no proof was found, so nothing is known beyond.");
        Counterexample wrong = Pages.decided("wrong-22").counterexample().orElseThrow();
        assertThat(headline("refuted"))
                .isEqualTo("Do not ship: " + wrong.a() + " + " + wrong.b() + " = " + wrong.sum() + ", but it says "
                        + wrong.predicted() + ".");
        long faults = Pages.wrong().accuracy().wrong();
        assertThat(headline("wrong"))
                .isEqualTo("Do not ship: " + Numbers.grouped(faults) + " of 16,384 sums are wrong.");
        assertThat(headline("rejected"))
                .isEqualTo("Not shipped: " + Numbers.grouped(faults) + " of 16,384 sums are wrong.");
        assertThat(headline("rejected-unproved"))
                .isEqualTo("Not shipped: 16,384 sums are right, but no proof was found for longer ones.");
    }

    /** The gate of the command line may have asked for more than the config, which is all that is left of it. */
    @Test
    void whatAnotherGateRejectedIsNotShippedEither() throws Exception {
        assertThat(headline(Pages.page("", Pages.rejected(Pages.measured()))))
                .isEqualTo("Not shipped: the gate of its build rejected it.");
    }

    private static String headline(String name) throws Exception {
        return headline(Pages.page(name, Pages.all().get(name)));
    }

    private static String headline(AdderPage page) throws Exception {
        return parse(page).getElementsByTagName("h1").item(0).getTextContent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejected", "rejected-unproved"})
    void aRejectedAdderIsNotForUse(String name) {
        String page = Pages.page(name, Pages.all().get(name)).document().replaceAll("(?s)<(script|style).*?</\\1>", "");
        assertThat(page).doesNotContain("How to load it", "import numpy", "<dependency>", "com.acme", "Ship it");
        assertThat(page.toLowerCase()).doesNotContain("use it", "learned to add", "loader");
    }

    @Test
    void aPageHasWhatOneCopies() {
        assertThat(Pages.page("measured", Pages.measured()).document())
                .contains(
                        "com.acme:sums:1.0.0 · 16 hidden units, 304 weights · seed 1 · gate passed: 100% of the sums right ·",
                        "&lt;artifactId&gt;sums&lt;/artifactId&gt;",
                        "com.acme.Sums.load().add(57, 19)",
                        "json.load(open(&quot;adder.json&quot;))",
                        "onnxruntime.InferenceSession(&quot;adder.onnx&quot;)",
                        "<th scope=\"row\">iterations</th><td>20000</td>",
                        TensorBytes.sha256(Adders.TRAINED.weights()));
    }

    @Test
    void anAdderThatIsWrongWhereItWasMeasuredShowsASumThatIsWrong() {
        BuiltAdder adder = Pages.wrong();
        WrongSum first = adder.assessment().evaluation().examples().get(0);
        assertThat(Pages.page("wrong", adder).document())
                .contains(
                        "gate missed, but haltOnFailure is off: 100% of the sums right",
                        "value=\"" + first.a() + "\"",
                        "value=\"" + first.b() + "\"",
                        "This network makes " + first.predicted() + " of " + first.a() + " + " + first.b() + ".",
                        "<th scope=\"row\">" + first.a() + " + " + first.b() + "</th><td>" + (first.a() + first.b())
                                + "</td><td>" + first.predicted() + "</td>");
    }

    @Test
    void anAdderWithoutACurveSaysSo() {
        Training without = new Training(1, Adders.TRAINED.weights(), List.of(), Optional.empty(), 0, List.of(), false);
        assertThat(Pages.page("", Pages.adder(without.weights(), 8, without, new NotSought()))
                        .document())
                .contains("There is no learning curve beside these weights.")
                .doesNotContain("the last training sum");
    }

    @Test
    void everyPageIsOneWellFormedFile() throws Exception {
        for (Map.Entry<String, BuiltAdder> entry : Pages.all().entrySet()) {
            Document page = parse(Pages.page(entry.getKey(), entry.getValue()));
            for (String element : List.of("img", "link", "source", "iframe")) {
                assertThat(page.getElementsByTagName(element).getLength()).isZero();
            }
        }
    }

    @Test
    void whatAForeignFileHoldsIsEscaped() throws Exception {
        BuiltAdder adder = Pages.measured();
        AdderPage page = new AdderPage(
                "RNN adder",
                new BuiltAdder(
                        adder.check(),
                        new Provenance(TrainingConfig.DEFAULTS, 1, "<script>\"&"),
                        adder.assessment(),
                        List.of(),
                        List.of(),
                        true,
                        Optional.empty(),
                        Map.of()),
                Optional.empty());
        assertThat(page.body()).contains("&lt;script&gt;&quot;&amp;");
        assertThat(parse(page).getElementsByTagName("script").getLength()).isEqualTo(2);
    }

    private static Document parse(AdderPage page) throws Exception {
        return StudyPageTest.parse(page.document());
    }
}
