package io.github.rnnadder.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.certificate.Certificate.Ball;
import io.github.rnnadder.certificate.Certificate.Metric;
import io.github.rnnadder.certificate.Certificate.Tube;
import io.github.rnnadder.certificate.CertificateFile;
import io.github.rnnadder.certificate.InvalidCertificateException;
import io.github.rnnadder.config.ConfigException;
import io.github.rnnadder.config.ConfigReader;
import io.github.rnnadder.config.ConfigSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Mutated files never give anything but a value or one sentence. As many tries as {@code jqwik.tries.default} says: 1,000 in
 * the ordinary build, 100,000 in the profile {@code fuzz}.
 */
class ReadersFuzzTest {

    private static final byte[] YAML = """
            bits: 8                # T
            hiddenSize: 16
            initializer: uniform-fan-in
            learningRate: 0.1
            seed: -1
            accuracyThreshold: "99.5%"
            weightDecay: 1e-3
            certify: false
            """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] JSON =
            "{\"bits\": 8, \"learningRate\": 1e-1, \"initializer\": \"uniform-positive\", \"certify\": true}"
                    .getBytes(StandardCharsets.UTF_8);

    private static final byte[] CERTIFICATE = CertificateFile.write(new Certificate(
            "0123456789abcdef".repeat(4),
            2,
            40,
            List.of(new Metric(0, new double[][] {{1.5, -0.0}, {0.1 + 0.2, 1}}), new Metric(5, new double[2][2])),
            List.of(new Ball(0, 0.125, new double[] {0.3, -0.25}), new Ball(5, 1e-7, new double[] {1, 4.9e-324})),
            Optional.of(new Tube(new double[] {1, 0}, new double[] {1, 2}, new double[][] {{1, 0}, {0, 1}}, 7, 1e-3))));

    private static final byte[][] TOKENS = tokens(
            "&a",
            "*a",
            "!!",
            "---",
            "...",
            "[",
            "{",
            "}",
            "]",
            "\"",
            "'",
            "\n",
            "\t",
            ":",
            "?",
            "|",
            "null",
            "NaN",
            "1e999",
            "9".repeat(400),
            "\0",
            "\uFEFF",
            "<<: *a",
            "%YAML 9.9\n",
            "[".repeat(2000),
            "-",
            "\\u0000");

    private static byte[][] tokens(String... tokens) {
        return Arrays.stream(tokens)
                .map(token -> token.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** Flips, overwrites, cuts, doubles and inserts, a few times. */
    private static byte[] mutate(byte[] valid, long seed) {
        Random random = new Random(seed);
        byte[] bytes = valid.clone();
        for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 0; n--) {
            int at = random.nextInt(bytes.length);
            int to = at + random.nextInt(Math.min(64, bytes.length - at) + 1);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes = splice(bytes, at, to, new byte[0]);
                case 3 -> bytes = splice(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
                case 4 -> bytes = splice(bytes, at, to, TOKENS[random.nextInt(TOKENS.length)]);
                default -> bytes = Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] inserted) {
        byte[] spliced = new byte[bytes.length - (to - from) + inserted.length];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(inserted, 0, spliced, from, inserted.length);
        System.arraycopy(bytes, to, spliced, from + inserted.length, bytes.length - to);
        return spliced;
    }

    private static void isOneSentence(Exception e) {
        assertThat(e.getMessage()).startsWith("m.").doesNotContain("\n", "\r").hasSizeLessThan(500);
    }

    @Property
    void mutatedYamlIsAConfigOrOneSentence(@ForAll long seed) {
        readsConfig("m.yaml", mutate(YAML, seed));
    }

    @Property
    void mutatedJsonIsAConfigOrOneSentence(@ForAll long seed) {
        readsConfig("m.json", mutate(JSON, seed));
    }

    private static void readsConfig(String name, byte[] bytes) {
        try {
            assertThat(ConfigReader.read(new ConfigSource(Path.of(name), bytes)))
                    .isNotNull();
        } catch (ConfigException e) {
            isOneSentence(e);
        }
    }

    @Property
    void mutatedJsonWeightsAreWeightsOrOneSentence(@ForAll long seed) {
        byte[] valid = JsonWeights.write(Models.model(8, 2, seed));
        try {
            assertThat(JsonWeightsReader.read("m.json", mutate(valid, seed))).isNotNull();
        } catch (WeightsException e) {
            isOneSentence(e);
        }
    }

    @Property
    void mutatedSafetensorsAreWeightsOrOneSentence(@ForAll long seed) {
        byte[] valid = SafetensorsWeights.write(Models.model(8, 2, seed));
        try {
            assertThat(SafetensorsReader.read("m.safetensors", mutate(valid, seed)))
                    .isNotNull();
        } catch (WeightsException e) {
            isOneSentence(e);
        }
    }

    @Property
    void mutatedCertificatesAreWrittenAsTheyWereReadOrOneSentence(@ForAll long seed) {
        try {
            Certificate read = CertificateFile.read("m.json", mutate(CERTIFICATE, seed));
            // Under another name: that it cannot be read again is no sentence about the mutated file.
            assertThat(CertificateFile.read("again.json", CertificateFile.write(read)))
                    .usingRecursiveComparison()
                    .isEqualTo(read);
        } catch (InvalidCertificateException e) {
            isOneSentence(e);
        }
    }
}
