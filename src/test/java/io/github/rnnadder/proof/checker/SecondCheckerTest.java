package io.github.rnnadder.proof.checker;

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

    /** States c + Mξ at the edge, half of them on the split; solves M'ξ' = c + Mξ − c' for the least ‖ξ'‖. */
    @Test
    void everyStateLiesInOneOfTheHalvesThatItCuts() throws Exception {
        assumeTrue(SecondChecker.isHere());
        String outmost = """
                import sys
                import numpy as np
                sys.dont_write_bytecode = True
                sys.path.insert(0, sys.argv[1])
                from check_certificate import halves
                random, outmost = np.random.default_rng(1), 0
                for n in range(100):
                    h = 2 + n % 15
                    t, m, c, g = (random.normal(size=size) for size in ((h, h), (h, h), h, (h, 3)))
                    pieces = [[part[0] for part in half] for half in halves(t, c[None], m[None], g[None])]
                    assert all((half[2] == g).all() for half in pieces)
                    cut = np.linalg.solve(m, pieces[1][0] - c)
                    for k in range(40):
                        xi = random.normal(size=h)
                        xi -= (k % 2) * (xi @ cut) / (cut @ cut) * cut
                        state = c + m @ xi / np.linalg.norm(xi)
                        nearest = min(np.linalg.norm(np.linalg.solve(half[1], state - half[0])) for half in pieces)
                        outmost = max(outmost, nearest)
                print(outmost)
                """;
        Process process = new ProcessBuilder(
                        "python3",
                        "-c",
                        outmost,
                        SecondChecker.SCRIPT.getParent().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(Double.parseDouble(said)).isBetween(0.999, 1.0);
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
