package io.github.rnnadder.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondCheckerTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "[[[[", "ÿ", "\0", "{\"a\": NaN}", "{\"a\": 1, \"a\": 2}"})
    void whatIsNoJsonIsToldInOneLineThatNamesTheFile(String text) throws Exception {
        Path file = directory.resolve("adder.json");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal(file.toString(), file.toString())).startsWith(file.toString());
    }

    @Test
    void soIsWhatIsNestedTooDeeply() throws Exception {
        Path file = Files.writeString(directory.resolve("adder.json"), "[".repeat(200_000));

        assertThat(refusal(file.toString(), file.toString())).startsWith(file + " is no JSON: ");
    }

    @Test
    void soIsADirectoryOrAFileThatIsNotThere() throws Exception {
        assertThat(refusal(directory.toString(), directory.toString())).isEqualTo(directory + " is no file");
        assertThat(refusal("there-is-none.json", "x")).isEqualTo("there-is-none.json is no file");
    }

    @Test
    void whoNamesNoFilesIsToldWhichToName() throws Exception {
        assertThat(refusal()).isEqualTo("usage: check_certificate.py WEIGHTS.json CERTIFICATE.json");
    }

    private static String refusal(String... files) throws IOException, InterruptedException {
        assumeTrue(SecondChecker.isHere());
        List<String> command = new ArrayList<>(List.of("python3", "-B", SecondChecker.SCRIPT.toString()));
        command.addAll(List.of(files));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said.lines()).hasSize(1);
        return said.strip();
    }
}
