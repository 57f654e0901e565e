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
        Files.createDirectories(module.target());
        assumeTrue(
                run(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        "size=12k",
                        "none",
                        module.target().toString()),
                "may not mount");

        assertThat(module.buildFailing("generate-sources"))
                .matches(".* Cannot read or write \\S+: No space left on device -> .*")
                .contains(": Cannot read or write " + module.target());

        run("mount", "-o", "remount,size=10m", module.target().toString());
        SortedMap<String, String> left = module.outputs();
        module.build("generate-sources");
        assertThat(module.outputs()).hasSize(3).containsAllEntriesOf(left);
    }

    @Test
    void aReadOnlyTargetIsAnErrorOfOneSentence() throws Exception {
        Files.createDirectories(module.target());
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "ro", "none", module.target().toString()), "may not mount");

        assertThat(module.buildFailing("generate-sources"))
                .contains(": Cannot read or write " + module.target() + "/rnn-adder: Read-only file system -> ");
    }

    @Test
    void aTargetThatIsAFileIsAnErrorOfOneSentence() throws Exception {
        Files.createFile(module.target());

        assertThat(module.buildFailing("generate-sources"))
                .contains(
                        ": Cannot read or write " + module.target() + ": it is a file where a directory should be -> ");
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
        assertThat(module.outputs()).hasSize(3).isEqualTo(together);
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

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
