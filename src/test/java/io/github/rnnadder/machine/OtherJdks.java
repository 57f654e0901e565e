package io.github.rnnadder.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The JDKs from 17 on, apart from the one that runs the tests, that are installed beside it or named in the environment. */
public final class OtherJdks {

    private OtherJdks() {}

    /** Returns their programs {@code java}. */
    public static List<Path> javas() throws IOException {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> siblings = Files.list(home.getParent())) {
            return Stream.concat(siblings, named())
                    .filter(jdk -> isOther(jdk, home))
                    .map(jdk -> jdk.resolve("bin").resolve("java"))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** Forges say so where they have some: {@code JAVA_HOME_25_X64}. */
    private static Stream<Path> named() {
        return System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .map(Map.Entry::getValue)
                .map(Path::of);
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
