package io.github.rnnadder.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe for GNU parallel, on this machine. */
class ClusterStudyIT {

    private static final Path RECIPE =
            Path.of("src/it/study/cluster/parallel.sh").toAbsolutePath();

    /** What the recipe finds as {@code mvn}: it kills the third shard once, when that has begun to train. */
    private static final String MVN = """
            #!/bin/sh
            set -- %s/bin/mvn -o -Dmaven.repo.local=%s -Daether.enhancedLocalRepository.trackingFilename=none "$@"
            case "$*" in *firstSeed=5\\ *)
              if mkdir killed; then
                "$@" > killed/log &
                while kill -0 $! && ! grep -q Training killed/log; do sleep 0.1; done
                kill -9 $!
                exit 137
              fi
            esac
            exec "$@"
            """.formatted(MavenModule.MAVEN, MavenModule.REPOSITORY);

    @TempDir
    Path directory;

    private Path module;
    private Path mvn;

    @BeforeEach
    void writeModule() throws Exception {
        module = Files.createDirectories(directory.resolve("module"));
        Files.createDirectories(module.resolve("src/main/rnn-adder"));
        Files.writeString(
                module.resolve("src/main/rnn-adder/adder.yaml"),
                "bits: 4\nhiddenSize: 8\niterations: 3000\naccuracyThreshold: 0\n");
        Files.writeString(
                module.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>com.acme</groupId>"
                        + "<artifactId>study</artifactId><version>1</version><packaging>pom</packaging></project>");
        mvn = Files.createDirectories(directory.resolve("programs")).resolve("mvn");
        Files.writeString(mvn, MVN);
        assertThat(mvn.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void aShardThatIsKilledIsRunAgainAndTheMergedBytesAreThoseOfOneMachine() throws Exception {
        run(List.of("sh", RECIPE.toString(), "1", "3", "5", "7"));
        assertThat(module.resolve("killed/log")).content().contains("Training 6 networks");
        List<String> names = List.of("study.csv", "study.html", "study.md");
        Path study = module.resolve("target/rnn-adder/study");
        Path merged = Files.move(study, directory.resolve("merged"));

        run(List.of(mvn.toString(), "-B", MavenModule.goal("study"), "-Drnn-adder.seeds=8"));

        assertThat(Files.readAllLines(module.resolve("jobs.log"))).hasSize(1 + 4);
        for (String name : names) {
            assertThat(merged.resolve(name)).hasSameBinaryContentAs(study.resolve(name));
        }
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path log = directory.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(module.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().merge("PATH", mvn.getParent().toString(), (path, first) -> first + ":" + path);
        builder.environment().put("SEEDS", "2");
        int exit = builder.start().waitFor();
        assertThat(exit).as(Files.readString(log)).isZero();
    }
}
