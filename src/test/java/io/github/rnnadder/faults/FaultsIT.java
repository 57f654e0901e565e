package io.github.rnnadder.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real Maven builds on a machine that is in their way. */
class FaultsIT {

    @TempDir
    Path directory;

    private MavenModule module;

    @BeforeEach
    void copyModule() throws Exception {
        module = new MavenModule(directory);
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", module.target().toString());
    }

    @Test
    void aFullDiskIsAnErrorOfOneSentenceAndLeavesNothingTorn() throws Exception {
        mount("size=12k");
        assertThat(module.buildFailing("generate-sources"))
                .matches(".* Cannot read or write \\S+: No space left on device -> .*")
                .contains(": Cannot read or write " + module.target());

        mount("remount,size=10m");
        SortedMap<String, String> left = module.outputs();
        module.build("generate-sources");
        assertThat(module.outputs()).hasSize(4).containsAllEntriesOf(left);
    }

    @Test
    void aReadOnlyTargetNeedsNoMoreThanToBeUpToDate() throws Exception {
        mount("rw");
        module.build("generate-sources");
        mount("remount,ro");
        module.build("generate-sources");
        assertThat(module.log()).contains("Up to date: ");
    }

    @Test
    void aReadOnlyTargetIsAnErrorOfOneSentence() throws Exception {
        mount("ro");
        assertThat(module.buildFailing("generate-sources"))
                .contains(": Cannot read or write " + module.target() + "/rnn-adder: Read-only file system -> ");
    }

    @Test
    void outputsOnAnotherFileSystemAreWhatTheyAreElsewhere() throws Exception {
        Path memory = Path.of("/dev/shm");
        assumeTrue(
                Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(directory)),
                "no other file system");
        module.build("compile");
        SortedMap<String, String> undisturbed = module.outputs();

        MavenModule far = new MavenModule(directory.resolve("far"));
        Path elsewhere = Files.createTempDirectory(memory, "rnn-adder");
        try {
            Files.createDirectories(far.target());
            Files.createSymbolicLink(far.target().resolve("generated-resources"), elsewhere);
            far.build("compile");
            assertThat(far.outputs()).isEqualTo(undisturbed);
            far.configure("bits: 6\nhiddenSize: 8\naccuracyThreshold: 0.9\nseed: 3\n");
            far.build("compile");
            assertThat(far.outputs().keySet()).isEqualTo(undisturbed.keySet());
            assertThat(far.outputs()).isNotEqualTo(undisturbed);
        } finally {
            run("rm", "-r", elsewhere.toString());
        }
    }

    @Test
    void studiesAndATrainingOfOneModuleAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        List<Process> goals = new ArrayList<>();
        for (String study : List.of("one", "other")) {
            goals.add(module.start(
                    MavenModule.goal("study"),
                    "-Drnn-adder.configFile=src/main/rnn-adder/adder.yaml",
                    "-Drnn-adder.seeds=2",
                    "-Drnn-adder.threads=1",
                    "-Drnn-adder.studyDirectory=" + module.target().resolve(study)));
        }
        goals.add(module.start("generate-sources"));
        for (Process goal : goals) {
            assertThat(goal.waitFor()).as(module.log()).isZero();
        }

        for (String file : List.of("study.csv", "study.md")) {
            assertThat(module.target().resolve("one").resolve(file))
                    .hasSameBinaryContentAs(module.target().resolve("other").resolve(file));
        }
        try (Stream<Path> temporary = Files.list(module.target().resolve("rnn-adder/tmp"))) {
            assertThat(temporary).isEmpty();
        }
        assertThat(module.outputs()).hasSize(4);
    }

    @Test
    void buildsOfOneModuleAtTheSameTimeWaitForEachOther() throws Exception {
        List<Process> builds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            builds.add(module.start("generate-sources"));
        }
        for (Process build : builds) {
            assertThat(build.waitFor()).as(module.log()).isZero();
        }

        SortedMap<String, String> together = module.outputs();
        module.build("generate-sources");
        assertThat(module.log()).contains("Up to date: ");
        assertThat(module.outputs()).hasSize(4).isEqualTo(together);
    }

    @Test
    void aTrainingThatIsInterruptedEndsAndLeavesNothing() throws Exception {
        module.configure("bits: 6\nhiddenSize: 8\niterations: 1000000000\n");
        Process build = module.start("generate-sources");
        assertThat(module.waitFor("[INFO] Training ", build)).as(module.log()).isTrue();

        build.destroy();

        // An unhurried bound: it ends within a second, but the machine may be busy.
        assertThat(build.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(module.outputs()).isEmpty();
    }

    private void mount(String options) throws Exception {
        String target = Files.createDirectories(module.target()).toString();
        assumeTrue(run("mount", "-t", "tmpfs", "-o", options, "none", target), "may not mount");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
