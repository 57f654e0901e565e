package io.github.rnnadder.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.text.UserErrorException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads weights of any size in a separate JVM with little memory: allowed sizes are read, larger ones give one sentence.
 */
class SmallHeapTest {

    @TempDir
    Path directory;

    /** Reads a file and prints the outcome. */
    public static final class Reading {

        private Reading() {}

        /** @param file the weights */
        public static void main(String[] file) {
            try {
                System.out.println(WeightsFile.read(Path.of(file[0])).bits() + " bits");
            } catch (UserErrorException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static String read(Path file) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Reading.class.getName(),
                file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void weightsOfAGigabyteAreRefusedByTheirSize() throws Exception {
        Path file = directory.resolve("m.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        assertThat(read(file))
                .isEqualTo(file + " has 1073741824 bytes; expected the weights of an adder, of at most 16777216 bytes");
    }

    @Test
    void theLargestAdderInAsManyBytesAsAreAllowedIsRead() throws Exception {
        String json =
                new String(JsonWeights.write(Models.model(8, WeightsFile.MAX_HIDDEN_SIZE, 1)), StandardCharsets.UTF_8);
        Path file = directory.resolve("m.json");
        Files.writeString(file, json + " ".repeat((16 << 20) - json.length()));
        assertThat(read(file)).isEqualTo("8 bits");
    }

    @Test
    void namesWithoutNumberAreRefused() throws Exception {
        Path file = directory.resolve("m.json");
        Files.writeString(
                file,
                IntStream.range(0, 1_000_000)
                        .mapToObj(i -> "\"" + i + "\":0")
                        .collect(Collectors.joining(",", "{\"training\":{", "}}")));
        assertThat(read(file)).startsWith(file + "").doesNotContain("OutOfMemoryError", "\n");
    }
}
