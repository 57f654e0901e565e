package io.github.rnnadder.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.verdict.TestNetworks;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateFileTest {

    private static byte[] file() {
        return CertificateWriter.write(TestNetworks.certificate(TestNetworks.load("decay-1")));
    }

    @Test
    void aCertificateIsReadBackAsItWas() throws Exception {
        byte[] bytes = file();
        assertThat(CertificateWriter.write(CertificateReader.read("c.json", bytes)))
                .isEqualTo(bytes);
        assertThat(new String(bytes, UTF_8)).doesNotContain("\r").endsWith("}\n");
        assertThat(bytes).hasSizeLessThan(100_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"rnn-adder-certificate\" | \"rnn-adder-weights\" | line 2, column 13: found the string \"rnn-adder-weights\", expected \"rnn-adder-certificate\"",
                "\"version\": 1 | \"version\": 2 | line 3, column 14: found 2, expected version 1",
                "\"version\": 1, | \"version\": 1, \"version\": 1, | found version, expected the field tensors",
                "\"tensors\": \" | \"tensors\": \"x | expected 64 hexadecimal digits",
                "\"hiddenSize\": 16 | \"hiddenSize\": 65 | found 65, expected hiddenSize from 1 to 64",
                "\"hiddenSize\": 16 | \"hiddenSize\": 15 | expected the end after 15 numbers",
                "\"hiddenSize\": 16 | \"hiddenSize\": 99999999999999999999 | expected hiddenSize from 1 to 64",
                "\"steps\": | \"steps\": 0, \"steps\": | found 0, expected steps from 1 to 5000",
                "\"steps\": | \"steps\": 5001, \"steps\": | found 5001, expected steps from 1 to 5000",
                "\"tag\": 0 | \"tag\": 8 | found 8, expected tag from 0 to 7",
                "\"tag\": 0 | \"tag\": 0, \"inverse\": [] | found inverse, expected the field T",
                "\"T\": [[ | \"T\": [[NaN, | malformed JSON",
                "\"T\": [[ | \"T\": [[1e999, | found 1e999, expected a number that fits a double",
                "\"T\": [[ | \"T\": [[\"1\", | found the string \"1\", expected a number",
                "\"T\": [[ | \"T\": [[[[[[ | found a list, expected a number",
                "\"sMax\": | \"sMax\": 1, \"sMax\": | found sMax, expected no further field",
                "\"tube\": | \"tunnel\": | found tunnel, expected the field tube, tolerance or covers, in this order, or the end",
                "\"tolerance\": | \"tolerance\": true, \"t\": | found true, expected a number",
                "\"tolerance\": | \"tolerance\": \"1e-6\", \"t\": | found the string \"1e-6\", expected a number",
                "\"tolerance\": | \"tolerance\": 1e-6, \"tolerance\": | found tolerance, expected the field tube, tolerance or covers",
                "\"covers\": | \"covers\": [], \"covers\": | found the end of the list, expected \"double\"",
                "\"covers\": | \"covers\": [\"single\"], \"covers\": | found the string \"single\", expected \"double\"",
                "\"covers\": | \"covers\": [\"double\", \"half\"], \"covers\": | found the string \"half\", expected \"single\"",
                "\"covers\": | \"covers\": [\"double\", \"single\", \"half\"], \"c\": | expected no further arithmetic",
                "\"covers\": | \"covers\": \"double\", \"c\": | found the string \"double\", expected an array of arithmetics",
                "\"balls\": [ | \"balls\": [7, | found 7, expected a ball",
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
                .hasMessageContaining("expected nothing after the certificate");
    }

    @Test
    void aFileThatIsTooLongIsNotEvenLookedAt() {
        assertThatThrownBy(() -> CertificateReader.read("c.json", new byte[Limits.MAX_BYTES + 1]))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessageContaining("at most " + Limits.MAX_BYTES);
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
                .hasMessageContaining("expected at most 20000 balls");
    }

    @Test
    void damagedBytesGiveACertificateOrASentence() {
        byte[] valid = file();
        Random random = new Random(3);
        int refused = 0;
        for (int n = 0; n < 1000; n++) {
            byte[] damaged = Arrays.copyOf(valid, random.nextInt(4) == 0 ? random.nextInt(valid.length) : valid.length);
            for (int k = random.nextInt(4); k >= 0 && damaged.length > 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                CertificateReader.read("c.json", damaged);
            } catch (InvalidCertificateException e) {
                refused++;
                assertThat(e.getMessage())
                        .startsWith("c.json")
                        .doesNotContain("\n")
                        .hasSizeLessThan(300);
            }
        }
        assertThat(refused).isPositive();
    }
}
