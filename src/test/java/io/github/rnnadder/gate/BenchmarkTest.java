package io.github.rnnadder.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.UserErrorException;
import io.github.rnnadder.model.network.ForwardPass;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.CertificateReader;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.checker.CertificateChecker;
import io.github.rnnadder.proof.checker.SecondChecker;
import io.github.rnnadder.weights.WeightsFile;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both checkers give every entry of the benchmark the verdict that it states. */
class BenchmarkTest {

    private static final Pattern OPERANDS =
            Pattern.compile("(\\d+) \\+ (\\d+) = (\\d+) predicted (\\d+) at width (\\d+)");

    @TempDir
    Path directory;

    @RegisterExtension
    static final SecondChecker SECOND = new SecondChecker();

    private static Path folder() throws URISyntaxException {
        return Path.of(BenchmarkTest.class.getResource("/benchmark").toURI());
    }

    private static List<String> entries() throws Exception {
        List<String> lines = Files.readAllLines(folder().resolve("index.csv"));
        return lines.subList(1, lines.size());
    }

    private static Stream<Arguments> claims() throws Exception {
        return entries().stream().map(it -> Arguments.of((Object[]) it.split(",")));
    }

    private static void check(Path weights, Path certificate) throws Exception {
        Certificate claim = CertificateReader.read(certificate.toString(), Files.readAllBytes(certificate));
        CertificateChecker.check(WeightsFile.read(weights).weights(), claim);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void anEntryHasTheVerdictThatItStates(String weights, String certificate, String verdict, String what)
            throws Exception {
        Path network = folder().resolve(weights);
        if (verdict.equals("COUNTEREXAMPLE")) {
            assertWrong(WeightsFile.read(network).weights(), what);
            return;
        }
        Path claim = folder().resolve(certificate);
        if (verdict.equals("CERTIFIED")) {
            check(network, claim);
        } else {
            assertThat(verdict).isEqualTo("REFUSED");
            assertThatThrownBy(() -> check(network, claim)).as(what).isInstanceOf(InvalidCertificateException.class);
        }
        SECOND.assertAgrees(network, claim, verdict.equals("CERTIFIED"));
    }

    private static Stream<Arguments> files() {
        String zeros = "0".repeat(1001);
        return Stream.of(
                Arguments.of("decay-1.json", "\"version\": 1", "\"version\": 2"),
                Arguments.of("decay-1.json", "\"version\": 1", "\"version\": 1.0"),
                Arguments.of("decay-1.json", "\"bits\": 8", "\"bits\": 8, \"other\": NaN"),
                Arguments.of("decay-1.json", "\"bits\": 8", "\"bits\": 8, \"other\": [-Infinity]"),
                Arguments.of("decay-1.json", "\"bits\": 8", "\"bits\": 8, \"other\": 1" + zeros),
                Arguments.of("decay-1.json", "\"bits\": 8", "\"bits\": 8, \"other\": 0." + zeros),
                Arguments.of("decay-1.json", "\"bits\": 8", "\"bits\": 8, \"other\": \"" + "x".repeat(16 << 20) + '"'),
                Arguments.of("decay-1.certificate.json", "\"tag\": 0", "\"tag\": -0"),
                Arguments.of("decay-1.certificate.json", "\"tag\": 0", "\"tag\": 0.0"),
                Arguments.of("decay-1.certificate.json", "\"sMax\": 0.8", "\"sMax\": 0.8" + zeros));
    }

    /** What one checker reads and the other does not would be a disagreement that no comparison of numbers finds. */
    @ParameterizedTest
    @MethodSource("files")
    void aFileThatBreaksTheFormatIsRefusedByBothCheckers(String name, String valid, String broken) throws Exception {
        Path weights = Files.copy(folder().resolve("certified/decay-1.json"), directory.resolve("decay-1.json"));
        Path certificate = Files.copy(
                folder().resolve("certified/decay-1.certificate.json"), directory.resolve("decay-1.certificate.json"));
        Path changed = directory.resolve(name);
        String text = Files.readString(changed);
        assertThat(text).contains(valid);
        Files.writeString(changed, text.replace(valid, broken));

        assertThatThrownBy(() -> check(weights, certificate)).isInstanceOf(UserErrorException.class);
        SECOND.assertAgrees(weights, certificate, false);
    }

    private static void assertWrong(Weights weights, String what) {
        Matcher sum = OPERANDS.matcher(what);
        assertThat(sum.matches()).as(what).isTrue();
        BigInteger a = new BigInteger(sum.group(1));
        BigInteger b = new BigInteger(sum.group(2));
        assertThat(a.add(b)).hasToString(sum.group(3));
        ForwardPass network = new ForwardPass(weights);
        BigInteger predicted = BigInteger.ZERO;
        for (int t = 0; t < Integer.parseInt(sum.group(5)); t++) {
            boolean bit = network.step(a.testBit(t) ? 1 : 0, b.testBit(t) ? 1 : 0) > 0.5;
            predicted = bit ? predicted.setBit(t) : predicted;
        }
        assertThat(predicted).hasToString(sum.group(4)).isNotEqualTo(a.add(b));
    }

    @Test
    void everyFileIsInTheIndex() throws Exception {
        String index = String.join("\n", entries());
        try (Stream<Path> files = Files.walk(folder())) {
            assertThat(files.filter(it -> it.toString().endsWith(".json")))
                    .hasSizeGreaterThan(30)
                    .allSatisfy(it -> assertThat(index)
                            .contains(folder().relativize(it).toString().replace('\\', '/')));
        }
    }
}
