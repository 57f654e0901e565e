package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Gate;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JUnitReportTest {

    private static final Path BASEDIR = Path.of("/home/ada/model").toAbsolutePath();
    private static final JUnitReport REPORT = new JUnitReport("com.acme.model", BASEDIR, "train", "default");

    private static String textOfError(JUnitReport report, String sentence) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(report.writeError(sentence)))
                .getDocumentElement()
                .getElementsByTagName("error")
                .item(0)
                .getTextContent();
    }

    private static void assertReport(byte[] report, int tests, int failures, int errors, int skipped, String cases) {
        assertThat(new String(report, StandardCharsets.UTF_8))
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="com.acme.model.rnn-adder:train@default" tests="%d" failures="%d" errors="%d" skipped="%d" time="0">
                        %s</testsuite>
                        """.formatted(tests, failures, errors, skipped, cases));
    }

    private static byte[] write(String summary, Optional<Criterion> missed) {
        return REPORT.write(new Gate(1, true).result(summary, missed).criteria());
    }

    @Test
    void aGateThatIsPassedIsASuiteOfCasesWithoutFailures() {
        assertReport(write("16 of 16, CERTIFIED", Optional.empty()), 2, 0, 0, 0, """
                  <testcase classname="com.acme.model.rnn-adder:train@default" name="accuracy" time="0">
                    <system-out>16 of 16, CERTIFIED</system-out>
                  </testcase>
                  <testcase classname="com.acme.model.rnn-adder:train@default" name="proof" time="0">
                    <system-out>16 of 16, CERTIFIED</system-out>
                  </testcase>
                """);
    }

    @Test
    void anAccuracyThatIsTooLowIsAFailureAfterWhichNoProofIsLookedFor() {
        String complaint = "Accuracy 3% is below the required 100%\n  0 + 1 = 1, predicted 2";
        assertReport(write("7 of 16", Optional.of(Criterion.failed(Requirement.ACCURACY, complaint))), 2, 1, 0, 1, """
                  <testcase classname="com.acme.model.rnn-adder:train@default" name="accuracy" time="0">
                    <failure message="Accuracy 3% is below the required 100%" type="accuracy">Accuracy 3% is below the required 100%
                  0 + 1 = 1, predicted 2</failure>
                  </testcase>
                  <testcase classname="com.acme.model.rnn-adder:train@default" name="proof" time="0">
                    <skipped message="Not looked for: the accuracy is too low">Not looked for: the accuracy is too low</skipped>
                  </testcase>
                """);
    }

    @Test
    void aProofThatIsMissingIsAFailureOfItsOwn() {
        assertReport(write("16 of 16", Optional.of(Criterion.failed(Requirement.PROOF, "UNKNOWN"))), 2, 1, 0, 0, """
                  <testcase classname="com.acme.model.rnn-adder:train@default" name="accuracy" time="0">
                    <system-out>16 of 16</system-out>
                  </testcase>
                  <testcase classname="com.acme.model.rnn-adder:train@default" name="proof" time="0">
                    <failure message="UNKNOWN" type="proof">UNKNOWN</failure>
                  </testcase>
                """);
    }

    @Test
    void anErrorIsToldFromAFailureAndNamesFilesAsSeenFromTheModule() {
        String sentence = BASEDIR.resolve("adder.yaml") + ", line 1, column 1: unknown key";
        assertReport(REPORT.writeError(sentence), 1, 0, 1, 0, """
                  <testcase classname="com.acme.model.rnn-adder:train@default" name="train" time="0">
                    <error message="adder.yaml, line 1, column 1: unknown key" type="train">adder.yaml, line 1, column 1: unknown key</error>
                  </testcase>
                """);
    }

    @Test
    void anythingCanBeSaidInXml() throws Exception {
        String hostile = "]]> <b>&amp;</b> \"'\r\n\t\u0000\u001b[31m\uFFFE\uD800x \uD83D\uDE00 ü\u0085";

        assertThat(textOfError(new JUnitReport(hostile, BASEDIR, hostile, hostile), hostile))
                .isEqualTo("]]> <b>&amp;</b> \"'\r\n\t\uFFFD\uFFFD[31m\uFFFD\uFFFDx \uD83D\uDE00 ü\u0085");
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', 0x7F, 0xD7FF, 0xE000, 0xFFFC, 0x10000, 0x10FFFF})
    void theFirstAndTheLastCharacterOfEachRangeOfXmlStayAndNoOthers(int character) throws Exception {
        String text = "a" + Character.toString(character) + "z";
        assertThat(textOfError(REPORT, text)).isEqualTo(text);
        for (char other : new char[] {0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF}) {
            assertThat(textOfError(REPORT, "a" + other + "z")).isEqualTo("a\uFFFDz");
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
}
