package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.gate.GateResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class JUnitReportTest {

    private static final Path BASEDIR = Path.of("/home/ada/model").toAbsolutePath();
    private static final JUnitReport REPORT = new JUnitReport("com.acme.model", BASEDIR, "train", "default");
    private static final String COMPLAINT =
            "Accuracy 3% (7 of 16 sums of 3 bits exact) is below the required 100%\n  0 + 1 = 1, predicted 2";

    private static Element parse(GateResult judgement) throws Exception {
        return parse(REPORT.write(judgement.criteria()));
    }

    private static Element parse(byte[] report) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(report))
                .getDocumentElement();
    }

    private static Element only(Element parent, String name) {
        assertThat(parent.getElementsByTagName(name).getLength()).isEqualTo(1);
        return (Element) parent.getElementsByTagName(name).item(0);
    }

    private static List<String> names(Element suite) {
        var cases = suite.getElementsByTagName("testcase");
        return IntStream.range(0, cases.getLength())
                .mapToObj(i -> ((Element) cases.item(i)).getAttribute("name"))
                .toList();
    }

    @Test
    void aGateThatIsPassedIsASuiteOfCasesWithoutFailures() throws Exception {
        Element suite =
                parse(new Gate(1, true).result("16 of 16 sums of 3 bits exact, CERTIFIED at every width", no()));

        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("name")).isEqualTo("com.acme.model.rnn-adder:train@default");
        assertThat(counts(suite)).containsExactly("2", "0", "0", "0");
        assertThat(names(suite)).containsExactly("accuracy", "proof");
    }

    @Test
    void anAccuracyThatIsTooLowIsAFailureAfterWhichNoProofIsLookedFor() throws Exception {
        Element suite = parse(
                new Gate(1, true).result("7 of 16 sums of 3 bits exact", failed(Requirement.ACCURACY, COMPLAINT)));

        assertThat(counts(suite)).containsExactly("2", "1", "0", "1");
        Element failure = only(suite, "failure");
        assertThat(failure.getAttribute("type")).isEqualTo("accuracy");
        assertThat(only(suite, "skipped").hasAttribute("type")).isFalse();
        assertThat(only(suite, "skipped").getAttribute("message")).startsWith("Not looked for");
        assertThat(failure.getAttribute("message"))
                .isEqualTo(COMPLAINT.lines().findFirst().orElseThrow());
        assertThat(failure.getTextContent()).isEqualTo(COMPLAINT);
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("accuracy");
        assertThat(((Element) only(suite, "skipped").getParentNode()).getAttribute("name"))
                .isEqualTo("proof");
    }

    @Test
    void aProofThatIsMissingIsAFailureOfItsOwn() throws Exception {
        Element suite =
                parse(new Gate(1, true).result("16 of 16 sums of 3 bits exact", failed(Requirement.PROOF, "UNKNOWN")));

        assertThat(counts(suite)).containsExactly("2", "1", "0", "0");
        assertThat(((Element) only(suite, "failure").getParentNode()).getAttribute("name"))
                .isEqualTo("proof");
        assertThat(only(suite, "system-out").getTextContent()).isEqualTo("16 of 16 sums of 3 bits exact");
    }

    @Test
    void anErrorIsToldFromAFailureAndNamesFilesAsSeenFromTheModule() throws Exception {
        String sentence = BASEDIR.resolve("adder.yaml") + ", line 1, column 1: unknown key";

        Element suite = parse(REPORT.writeError(sentence));

        assertThat(counts(suite)).containsExactly("1", "0", "1", "0");
        assertThat(only(suite, "error").getAttribute("type")).isEqualTo("train");
        assertThat(only(suite, "error").getAttribute("message")).isEqualTo("adder.yaml, line 1, column 1: unknown key");
    }

    @Test
    void anythingCanBeSaidInXml() throws Exception {
        String hostile = "]]> <b>&amp;</b> \"'\r\n\t\u0000\u001b[31m\uFFFE\uD800x \uD83D\uDE00 ü\u0085";

        String read = only(parse(new JUnitReport(hostile, BASEDIR, hostile, hostile).writeError(hostile)), "error")
                .getTextContent();

        assertThat(read).isEqualTo("]]> <b>&amp;</b> \"'\r\n\t\uFFFD\uFFFD[31m\uFFFD\uFFFDx \uD83D\uDE00 ü\u0085");
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', 0x7F, 0xD7FF, 0xE000, 0xFFFC, 0x10000, 0x10FFFF})
    void theFirstAndTheLastCharacterOfEachRangeOfXmlStayAndNoOthers(int character) throws Exception {
        String text = "a" + Character.toString(character) + "z";
        assertThat(only(parse(REPORT.writeError(text)), "error").getTextContent())
                .isEqualTo(text);
        for (char other : new char[] {0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF}) {
            assertThat(only(parse(REPORT.writeError("a" + other + "z")), "error")
                            .getTextContent())
                    .isEqualTo("a\uFFFDz");
        }
    }

    @Test
    void itsNameIsOneOnEveryFileSystemAndTellsExecutionsApart() {
        assertThat(REPORT.file(Path.of("work")))
                .isEqualTo(Path.of("work", "reports", "TEST-rnn-adder-train-default.xml"));
        assertThat(List.of("a/b", "a b", "a_b", "..\\up", "x:*?"))
                .extracting(id -> new JUnitReport("m", BASEDIR, "check", id).file(Path.of("work")))
                .doesNotHaveDuplicates()
                .allSatisfy(file -> assertThat(file.getFileName().toString())
                        .matches("TEST-rnn-adder-check-[A-Za-z0-9._%+-]+\\.xml"));
    }

    @Test
    void itSaysNothingOfTheMachineOrTheTime() {
        byte[] report = REPORT.write(
                new Gate(1, false).result("16 of 16 sums of 3 bits exact", no()).criteria());

        assertThat(new String(report, StandardCharsets.UTF_8)).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="com.acme.model.rnn-adder:train@default" tests="1" failures="0" errors="0" skipped="0" time="0">
                          <testcase classname="com.acme.model.rnn-adder:train@default" name="accuracy" time="0">
                            <system-out>16 of 16 sums of 3 bits exact</system-out>
                          </testcase>
                        </testsuite>
                        """);
    }

    private static Optional<Criterion> failed(Requirement requirement, String text) {
        return Optional.of(Criterion.failed(requirement, text));
    }

    private static Optional<Criterion> no() {
        return Optional.empty();
    }

    private static List<String> counts(Element suite) {
        return List.of("tests", "failures", "errors", "skipped").stream()
                .map(suite::getAttribute)
                .toList();
    }
}
