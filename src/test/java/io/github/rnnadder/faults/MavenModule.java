package io.github.rnnadder.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.text.Sha256;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A module of its own, a copy of {@code src/it/gate-passes}, that real Maven builds are run on. */
final class MavenModule {

    private static final Path PROJECTS = Path.of("src/it");
    static final String MAVEN = System.getProperty("maven.home");
    static final String REPOSITORY =
            Path.of("target/it-repository").toAbsolutePath().toString();
    private static final String VERSION = System.getProperty("it.version");

    private final Path directory;

    /** Copies the module, and the parent that it looks for beside it. */
    MavenModule(Path directory) throws IOException {
        this.directory = directory.resolve("gate-passes");
        copy(PROJECTS.resolve("parent"), directory.resolve("parent"));
        copy(PROJECTS.resolve("gate-passes"), this.directory);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    Path target() {
        return directory.resolve("target");
    }

    void configure(String yaml) throws IOException {
        Files.writeString(directory.resolve("src/main/rnn-adder/adder.yaml"), yaml);
    }

    /** Returns the command line of a goal of the plugin. */
    static String goal(String name) {
        return "io.github.rnnadder:rnn-adder-maven-plugin:" + VERSION + ":" + name;
    }

    /** Starts a build, whose console goes to {@link #console()}. */
    Process start(String... goals) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Path.of(MAVEN, "bin", "mvn").toString(), "-B", "-o"));
        command.addAll(List.of(goals));
        command.add("-Drnn-adder.version=" + VERSION);
        command.add("-Dmaven.repo.local=" + REPOSITORY);
        // What the integration tests brought into their repository counts as if it were installed there.
        command.add("-Daether.enhancedLocalRepository.trackingFilename=none");
        ProcessBuilder build = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console().toFile());
        build.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
        return build.start();
    }

    Path console() {
        return directory.resolve("build.log");
    }

    String log() throws IOException {
        return Files.exists(console()) ? Files.readString(console()) : "";
    }

    /** Builds without disturbance. */
    void build(String phase) throws Exception {
        int exit = start(phase).waitFor();
        assertThat(exit).as(log()).isZero();
    }

    /** Builds what cannot be built, and returns the one sentence of the error. */
    String buildFailing(String phase) throws Exception {
        int exit = start(phase).waitFor();
        assertThat(exit).as(log()).isNotZero();
        assertThat(log()).doesNotContain("\tat ");
        return log().lines()
                .filter(line -> line.startsWith("[ERROR] Failed to execute goal "))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the console of a build says something; false if the build ended without. */
    boolean waitFor(String line, Process build) throws IOException, InterruptedException {
        while (!log().contains(line)) {
            if (!build.isAlive()) {
                return false;
            }
            Thread.sleep(1);
        }
        return true;
    }

    /** The digest of every file that Maven would compile or package. */
    SortedMap<String, String> outputs() throws Exception {
        SortedMap<String, String> outputs = new TreeMap<>();
        for (String place : List.of("classes", "generated-resources", "generated-sources")) {
            Path root = target().resolve(place);
            if (Files.exists(root)) {
                try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        outputs.put(target().relativize(file).toString(), Sha256.of(Files.readAllBytes(file)));
                    }
                }
            }
        }
        return outputs;
    }
}
