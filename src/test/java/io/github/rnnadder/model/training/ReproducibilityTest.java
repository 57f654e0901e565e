package io.github.rnnadder.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.rnnadder.machine.OtherJdks;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same config gives the same digest on every JVM, whatever the JIT does. */
class ReproducibilityTest {

    /** SHA-256 of U, W and V; the bits of the loss; the sums that are exact. */
    private static final Map<String, String> GOLDEN = Map.of(
            "default", "fbf2981875053acd5307e3ae2a9eb352f011e8c3ae2b21957e31d74c777d4fb6 3fa57f5ea907e4dc 16384",
            "small", "e8e0fa692a3b3beffd5eca2ac6eb9ec043fc9daaf11b9411292df40c8d9221df 3fb579b0fa6aaa2f 240",
            "large", "827fc6a1a2ba17eca04f57d07b2307c47f8b4f69f222814cb5c1469a5f594570 3feedbe1d6cb919d 482");

    private static void assertGolden(Path java, List<String> options) throws Exception {
        assertThat(run(java, options))
                .as(java + " with " + options)
                .containsExactlyInAnyOrderElementsOf(GOLDEN.entrySet().stream()
                        .map(golden -> golden.getKey() + " " + golden.getValue())
                        .toList());
    }

    /** Runs all configs in one JVM, the first of them cold. */
    private static List<String> run(Path java, List<String> options) throws Exception {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:+IgnoreUnrecognizedVMOptions"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), TrainingDigest.class.getName()));
        command.addAll(List.of("default", "small", "large"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).isZero();
        return output.lines().toList();
    }

    private static String classPath() throws Exception {
        List<String> places = new ArrayList<>();
        for (Class<?> type : List.of(TrainingDigest.class, Trainer.class)) {
            places.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, places);
    }

    private static Path thisJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    @Test
    void thisJvmGivesTheDigests() {
        GOLDEN.forEach((name, golden) -> assertThat(TrainingDigest.digest(name)).isEqualTo(golden));
    }

    @Test
    void theReleaseNotesNameTheDigestOfTheDefaults() throws Exception {
        assertThat(Path.of("src/site/markdown/release-notes.md"))
                .content()
                .contains("`" + GOLDEN.get("default").split(" ")[0] + "`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xint",
                "-XX:TieredStopAtLevel=1 -Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu"
                        + " -Dfile.encoding=windows-1254",
                "-XX:-TieredCompilation -XX:-UseSuperWord",
                "-XX:UseAVX=0",
                "-XX:UseAVX=1 -XX:-UseFMA",
                "-XX:UseAVX=2"
            })
    void aJvmThatCompilesOtherwiseOrLivesElsewhereGivesTheSameDigests(String options) throws Exception {
        assertGolden(thisJava(), List.of(options.split(" ")));
    }

    @Test
    void theOtherJdksOfThisMachineGiveTheSameDigests() throws Exception {
        List<Path> others = OtherJdks.javas();
        assumeThat(others).as("JDKs beside this one").isNotEmpty();
        for (Path java : others) {
            assertGolden(java, List.of());
            assertGolden(java, List.of("-XX:TieredStopAtLevel=1"));
        }
    }
}
