package io.github.rnnadder.proof.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateFileTest {

    private static byte[] file() {
        return CertificateWriter.write(TestNetworks.certificate(TestNetworks.load("decay-1")));
    }

    /** So it is enough to check it before it is written. */
    @ParameterizedTest
    @CsvSource({"decay-1, 0", "decay-4, 1", "strong-decay-2, 2", "plain-13, 3", "wide-1, 0"})
    void aProofIsReadBackAsItWas(String name, int halvings) throws Exception {
        Certificate certificate = Claims.halving(TestNetworks.certificate(TestNetworks.load(name)), halvings);
        assertThat(CertificateReader.read("c.json", CertificateWriter.write(certificate)))
                .usingRecursiveComparison()
                .isEqualTo(certificate);
    }

    @Test
    void everyNumberIsReadBackAsItWas() throws Exception {
        double[] numbers = new Random(1)
                .longs()
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .limit(64 * 1000)
                .toArray();
        List<Ball> balls = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 64) {
            balls.add(new Ball(0, numbers[i], Arrays.copyOfRange(numbers, i, i + 64)));
        }
        Certificate certificate = Claims.of("0".repeat(64), 64, 1, List.of(), balls, Optional.empty());
        assertThat(CertificateReader.read("c.json", CertificateWriter.write(certificate)))
                .usingRecursiveComparison()
                .isEqualTo(certificate);
    }

    @Test
    void allDimensionsAreThoseOfTheHiddenState() {
        Certificate it = TestNetworks.certificate(TestNetworks.load("decay-1"));
        assertShapeRefused(it.metrics(), List.of(), Optional.empty(), "T is empty, or not 17×17");
        assertShapeRefused(List.of(), it.balls(), Optional.empty(), "a centre is empty, or not 1×17");
        assertShapeRefused(List.of(), List.of(), it.tube(), "v and l of the tube is empty, or not 2×17");
        Optional<Tube> tube = it.tube().map(of -> new Tube(new double[17], new double[17], of.t(), 1, 1));
        assertShapeRefused(List.of(), List.of(), tube, "T of the tube is empty, or not 17×17");
    }

    private static void assertShapeRefused(
            List<Metric> metrics, List<Ball> balls, Optional<Tube> tube, String sentence) {
        assertThatThrownBy(() -> Claims.of("0".repeat(64), 17, 1, metrics, balls, tube))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void whatIsWrittenIntoTheGivenArraysLaterChangesNothing() {
        double[] x = {1};
        double[][] t = {{1}};
        Metric metric = new Metric(0, t);
        Ball ball = new Ball(0, 1, x);
        Tube tube = new Tube(x, x, t, 1, 1);
        x[0] = 7;
        t[0][0] = 7;
        assertThat(List.of(metric.t()[0], ball.centre(), tube.v(), tube.l(), tube.t()[0]))
                .allSatisfy(it -> assertThat(it).containsExactly(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"rnn-adder-certificate\" | \"rnn-adder-weights\" | line 2, column 13: format is the string \"rnn-adder-weights\"; it must be \"rnn-adder-certificate\"",
                "\"version\": 1 | \"version\": 0 | line 3, column 14: version is 0; it must be 1",
                "\"version\": 1 | \"version\": 2 | line 3, column 14: version is 2; it must be 1",
                "\"version\": 1 | \"version\": \"1\" | line 3, column 14: version is the string \"1\"; it must be 1",
                "\"halvings\": 0, | `` | line 8, column 14: metrics is a list; it must be the field halvings",
                "\"metrics\": | \"halvings\": 2, \"metrics\": | line 8, column 15: halvings is 2; it must be the field metrics",
                "\"version\": 1, | \"version\": 1, \"version\": 1, | version is 1; it must be the field tensors",
                "\"tensors\": \" | \"tensors\": \"x | ; it must be 64 hexadecimal digits",
                "\"hiddenSize\": 16 | \"hiddenSize\": 129 | hiddenSize is 129; it must be an integer from 1 to 128",
                "\"hiddenSize\": 16 | \"hiddenSize\": 15 | ; it must be the end after 15",
                "\"hiddenSize\": 16 | \"hiddenSize\": 99999999999999999999 | hiddenSize is 99999999999999999999; it must be an integer from 1 to 128",
                "\"steps\": | \"steps\": 0, \"steps\": | steps is 0; it must be an integer from 1 to 5000",
                "\"steps\": | \"steps\": 5001, \"steps\": | steps is 5001; it must be an integer from 1 to 5000",
                "\"tag\": 0 | \"tag\": 8 | metrics[0].tag is 8; it must be an integer from 0 to 7",
                "\"tag\": 0 | \"tag\": 0, \"inverse\": [] | metrics[0].inverse is a list; it must be the field T",
                "\"T\": [[ | \"T\": [[NaN, | malformed JSON",
                "\"T\": [[ | \"T\": [[1e999, | metrics[0].T[0][0] is 1e999; it must be a number that fits a double",
                "\"T\": [[ | \"T\": [[\"1\", | metrics[0].T[0][0] is the string \"1\"; it must be a number",
                "\"T\": [[ | \"T\": [[[[[[ | metrics[0].T[0][0] is a list; it must be a number",
                "\"sMax\": | \"sMax\": 1, \"sMax\": | ; it must be no further field",
                "\"tube\": | \"tunnel\": | tunnel is an object; it must be the field tube, tolerance or covers, in this order, or the end",
                "\"tolerance\": | \"tolerance\": true, \"t\": | tolerance is true; it must be a number",
                "\"tolerance\": | \"tolerance\": \"1e-6\", \"t\": | tolerance is the string \"1e-6\"; it must be a number",
                "\"tolerance\": | \"tolerance\": 1e-6, \"tolerance\": | ; it must be the field tube, tolerance or covers",
                "\"covers\": | \"covers\": [], \"covers\": | covers is the end of the list; it must be a list of arithmetics",
                "\"covers\": | \"covers\": [\"single\"], \"covers\": | covers[0] is the string \"single\"; it must be \"double\"",
                "\"covers\": | \"covers\": [\"double\", \"half\"], \"covers\": | covers[1] is the string \"half\"; it must be \"single\"",
                "\"covers\": | \"covers\": [\"double\", \"single\", \"half\"], \"c\": | covers[2] is the string \"half\"; it must be no further arithmetic",
                "\"covers\": | \"covers\": \"double\", \"c\": | covers is the string \"double\"; it must be a list of arithmetics",
                "\"balls\": [ | \"balls\": [7, | balls[0] is 7; it must be a ball",
            })
    void aDefectIsNamedWithItsPlace(String found, String replacement, String message) {
        String text = new String(file(), UTF_8);
        byte[] defect = text.replaceFirst(Pattern.quote(found), Matcher.quoteReplacement(replacement))
                .getBytes(UTF_8);
        assertThatThrownBy(() -> CertificateReader.read("c.json", defect))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessageMatching("(?s)c\\.json, line \\d+, column \\d+: .*")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "-1", "2.0", "1.5", "\"2\"", "true", "null", "[2]", "99999999999999999999"})
    void aSetIsCutInHalfAtMostThreeTimes(String halvings) {
        byte[] defect = new String(file(), UTF_8)
                .replace("\"halvings\": 0", "\"halvings\": " + halvings)
                .getBytes(UTF_8);
        assertThatThrownBy(() -> CertificateReader.read("c.json", defect))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessageMatching("c\\.json, line 7, column 15: halvings is .*; it must be an integer from 0 to 3");
    }

    @Test
    void whatIsLeftOutOfTheClaimIsTheLeast() throws Exception {
        String text = new String(file(), UTF_8);
        String silent = text.substring(0, text.indexOf(",\n  \"tolerance\"")) + "}";
        Certificate certificate = CertificateReader.read("c.json", silent.getBytes(UTF_8));
        assertThat(certificate.tolerance()).isEqualTo(1e-6);
        assertThat(certificate.covers()).isEqualTo(Precision.DOUBLE);
    }

    @Test
    void nothingMayFollow() {
        byte[] defect = (new String(file(), UTF_8) + "{}").getBytes(UTF_8);
        assertThatThrownBy(() -> CertificateReader.read("c.json", defect))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessageContaining("found an object; it must be one document, and nothing after it");
    }

    @Test
    void aFileThatIsTooLongIsNotEvenLookedAt() {
        assertThatThrownBy(() -> CertificateReader.read("c.json", new byte[CertificateReader.MAX_BYTES + 1]))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessageContaining("at most " + CertificateReader.MAX_BYTES);
    }

    @Test
    void moreBallsThanAllowedAreRefusedWhileReading() {
        String text = new String(file(), UTF_8);
        int start = text.indexOf('{', text.indexOf("\"balls\""));
        String ball = text.substring(start, text.indexOf('}', start) + 1);
        StringBuilder balls = new StringBuilder();
        for (int n = 0; n < 20_001; n++) {
            balls.append(ball).append(',');
        }
        byte[] defect = (text.substring(0, start) + balls + text.substring(start)).getBytes(UTF_8);
        assertThatThrownBy(() -> CertificateReader.read("c.json", defect))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessageContaining("balls[20000] is an object; it must be a list of at most 20000 balls");
    }
}
