package io.github.rnnadder.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise to users: one config, one digest, on every JVM and however it compiles. */
class ReproducibilityTest {

    /** SHA-256 of U, W and V; the bits of the loss; the sums that are exact. */
    private static final Map<String, String> GOLDEN = Map.of(
            "default", "a3d58152d3d8d41f1ca5f43d4e8c78dd8b8d6e63a06680a53cbcb4aad21336c3 3fa57f5ea907e4d9 16384",
            "small", "1d32fce1ce1b07120b69269479d7d1bdabb95ea98afb733c8b4841c029d8b332 3fbad53fdc6c3e43 228",
            "large", "6c50d160e6283a2a8249ab3816ff5d5700ba42c604dab5e6408bbaf64c7a0626 3feedbe1d6cb9197 482");

    private static void assertGolden(Path java, List<String> options) throws Exception {
        for (Map.Entry<String, String> golden : GOLDEN.entrySet()) {
            assertThat(run(java, options, golden.getKey()))
                    .as(golden.getKey() + " on " + java + " with " + options)
                    .isEqualTo(golden.getValue());
        }
    }

    private static String run(Path java, List<String> options, String config) throws Exception {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:+IgnoreUnrecognizedVMOptions"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), TrainingDigest.class.getName(), config));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).isZero();
        return output.strip();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xint",
                "-XX:TieredStopAtLevel=1",
                "-XX:-TieredCompilation",
                "-XX:-UseSuperWord",
                "-XX:UseAVX=0",
                "-XX:UseAVX=1",
                "-XX:UseAVX=2",
                "-XX:-UseFMA",
                "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu -Dfile.encoding=windows-1254"
            })
    void aJvmThatCompilesOtherwiseOrLivesElsewhereGivesTheSameDigests(String options) throws Exception {
        assertGolden(thisJava(), List.of(options.split(" ")));
    }

    @Test
    void theOtherJdksOfThisMachineGiveTheSameDigests() throws Exception {
        List<Path> others = otherJavas();
        assumeThat(others).as("JDKs beside this one").isNotEmpty();
        for (Path java : others) {
            assertGolden(java, List.of());
            assertGolden(java, List.of("-XX:TieredStopAtLevel=1"));
        }
    }

    /** JDKs from 17 on that are installed beside the one that runs the tests. */
    private static List<Path> otherJavas() throws IOException {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> siblings = Files.list(home.getParent())) {
            return siblings.filter(jdk -> isOther(jdk, home))
                    .map(jdk -> jdk.resolve("bin").resolve("java"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOther(Path jdk, Path home) {
        try {
            Path release = jdk.resolve("release");
            return Files.isRegularFile(release)
                    && !jdk.toRealPath().equals(home)
                    && Files.readAllLines(release).stream()
                            .anyMatch(line -> line.matches("JAVA_VERSION=\"(1[7-9]|[2-9]\\d).*"));
        } catch (IOException e) {
            return false;
        }
    }
}
