package io.github.rnnadder.delivery;

import static io.github.rnnadder.delivery.TestModule.EASY;
import static io.github.rnnadder.delivery.TestModule.HOPELESS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.rnnadder.base.files.HostileFileSystem;
import io.github.rnnadder.base.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The directories of the plugin, and their copies, hold what the executions of the POM make, and nothing else: also
 * where case does not count in names of files, although it does in paths, and where names stand between backslashes.
 */
@ParameterizedClass
@ValueSource(strings = {"here", "Mac", "Windows"})
class SweepTest {

    @Parameter
    String system;

    private TestModule module;

    @BeforeEach
    void checkOut(@TempDir Path directory) throws IOException {
        module = new TestModule(Files.createDirectories(
                switch (system) {
                    case "Mac" -> Jimfs.newFileSystem(Configuration.osX()).getPath("/Users/größe/module");
                    case "Windows" ->
                        new HostileFileSystem(Jimfs.newFileSystem(Configuration.windows()))
                                .getPath("C:\\Users\\Größe\\module");
                    default -> directory;
                }));
        module.isWar = true;
    }

    /** Leaves what an earlier plugin, an execution that is gone, or a cache may have left, and its copies. */
    private void strew() throws IOException {
        for (String name : List.of("model.certificate.json", "model.onnx", "of/another/adder.json", "notes.txt")) {
            for (String place :
                    List.of("generated-resources/rnn-adder", "classes", "model-1/WEB-INF/classes", "test-classes")) {
                module.put("target/" + place + "/META-INF/rnn-adder/" + name, "stale");
            }
        }
        for (String place : List.of("generated-test-resources/rnn-adder", "test-classes")) {
            module.put("target/" + place + "/model.json", "stale");
        }
        module.put("target/generated-sources/rnn-adder/com/acme/Old.java", "stale");
        for (String classes : List.of("classes", "model-1/WEB-INF/classes")) {
            module.put("target/" + classes + "/com/acme/Old.class", "stale");
            module.put("target/" + classes + "/com/acme/Old$Generated.class", "stale");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"never built", "as it was", "no record", "another format", "half of target", "no notes"})
    void whateverIsKnownTheyHoldWhatIsMade(String state) throws Exception {
        if (!state.equals("never built")) {
            module.build();
        }
        strew();
        switch (state) {
            case "no record" -> Files.delete(module.record());
            case "another format" -> Files.writeString(module.record(), "version 0\n");
            case "half of target" -> {
                Files.delete(module.file(".json"));
                Files.delete(module.target("generated-sources/rnn-adder/com/acme/Sums.java"));
            }
            case "no notes" -> {
                for (Path file : TestModule.files(module.target("rnn-adder"))) {
                    Files.delete(file);
                }
            }
            default -> {}
        }
        boolean upToDate = state.equals("as it was");
        assertThat(module.build().ending())
                .isEqualTo(upToDate ? TrainResult.Ending.UP_TO_DATE : TrainResult.Ending.TRAINED);
        assertThat(module.console).anyMatch(it -> it.startsWith("Removed ") && it.contains("com/acme/Old.java"));
        module.assertAsFresh();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void afterAFailedGateNothingIsLeft(boolean recorded) throws Exception {
        module.withOnnx = true;
        module.build();
        strew();
        if (!recorded) {
            Files.delete(module.record());
        }
        module.config = HOPELESS;
        module.withOnnx = false;
        module.loaderClass = "com.acme.Other";
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.REJECTED);
        assertThat(module.packaged()).isEmpty();
        assertThat(module.record()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/com/acme/Mine.java",
                "target/classes/com/acme/Mine.class",
                "target/generated-resources/other/mine.json",
                "target/rnn-adder/mine.txt"
            })
    void aFileOfTheUsersStaysEvenIfARecordListsIt(String path) throws Exception {
        module.build();
        Path mine = module.put(path, "mine");
        String record = Files.readString(module.record());
        record = record.substring(0, record.lastIndexOf("end ")) + "output " + TrainOutput.KIND.sha256(mine) + "\t../"
                + path + "\n";
        Files.writeString(module.record(), record + "end " + Sha256.of(record.getBytes(StandardCharsets.UTF_8)) + "\n");
        assertThat(module.build().ending()).as("it is a record").isEqualTo(TrainResult.Ending.UP_TO_DATE);
        module.resourceName = "other";
        module.config = HOPELESS;
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.REJECTED);
        assertThat(mine).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generated-resources/rnn-adder/META-INF/rnn-adder/model.onnx",
                "generated-resources/rnn-adder/META-INF/rnn-adder/more",
                "generated-sources/rnn-adder/com/acme/Linked.java",
                "classes/META-INF/rnn-adder/model.onnx",
                "classes/META-INF/rnn-adder/more",
                "generated-test-resources/rnn-adder"
            })
    void aLinkIsRemovedAndNeverFollowed(String place) throws Exception {
        module.build();
        Path mine = module.put("mine/model.json", "mine");
        Path link = module.target(place);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, place.contains(".") ? mine : mine.getParent());
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.UP_TO_DATE);
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(mine).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource({
        "generated-resources/rnn-adder/META-INF/rnn-adder/model.json, false",
        "generated-resources/rnn-adder/META-INF/rnn-adder/model.safetensors, false",
        "generated-resources/rnn-adder/META-INF/rnn-adder/model.cdx.json, false",
        "generated-sources/rnn-adder/com/acme/Sums.java, false",
        "classes/META-INF/rnn-adder/model.json, false",
        "model-1/WEB-INF/classes/META-INF/rnn-adder/model.safetensors, true",
        "classes/com/acme/Sums.class, true",
        "model-1/WEB-INF/classes/com/acme/Sums.class, false"
    })
    void aFileThatIsGoneOrDiffersIsMadeAgainAlthoughItIsNewer(String path, boolean forced) throws Exception {
        module.build();
        Map<String, String> undisturbed = module.packaged();
        Files.writeString(module.target(path), "torn");
        Files.setLastModifiedTime(
                module.target(path), FileTime.from(Instant.now().plusSeconds(7200)));
        module.force = forced;
        module.build();
        assertThat(module.packaged()).isEqualTo(undisturbed);
        Files.delete(module.target(path));
        module.build();
        assertThat(module.packaged()).isEqualTo(undisturbed);
    }

    @Test
    void theClassesOfALoaderGoWithItAndNoOthers() throws Exception {
        module.build();
        module.put("target/classes/com/acme/Sums$Generated.class", "nested");
        Path neighbour = module.put("target/classes/com/acme/SumsOfOthers.class", "mine");
        Path notes = module.put("target/classes/com/acme/Sums$notes.txt", "mine");
        module.config = EASY.replace("seed: 1", "seed: 2");
        module.train();
        assertThat(TestModule.files(module.target("classes/com/acme"))).containsExactlyInAnyOrder(neighbour, notes);
    }

    @Test
    void anExecutionThatLeftThePomIsSweptWithOneLineAndTheOthersStay() throws Exception {
        module.executions = Set.of("a", "b", "c");
        module.as("c", "c", "com.acme.C").build();
        module.as("b", "b", "com.acme.B").build();
        module.as("a", "a", "com.acme.A").build();
        assertThat(module.console).noneMatch(it -> it.startsWith("Removed"));
        assertThat(module.packaged()).hasSize(36);
        module.executions = Set.of("a", "c");
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.UP_TO_DATE);
        assertThat(module.console)
                .singleElement()
                .asString()
                .matches("Removed 4 outdated files: target/generated-resources/rnn-adder/b"
                        + "\\.cdx\\.json, .*, target/generated-sources/rnn-adder/com/acme/B\\.java");
        assertThat(module.packaged().keySet())
                .noneMatch(it -> it.matches(".*/[bB]\\..*"))
                .hasSize(24);
        assertThat(TestModule.files(module.target("rnn-adder/records"))).hasSize(2);
    }

    @Test
    void anExecutionThatFailsOrIsRenamedLeavesTheOthersAlone() throws Exception {
        module.executions = Set.of("a", "b");
        module.as("a", "a", "com.acme.A").build();
        Map<String, String> first = module.packaged();
        module.config = HOPELESS;
        assertThat(module.as("b", "b", "com.acme.B").build().ending()).isEqualTo(TrainResult.Ending.REJECTED);
        assertThat(module.packaged()).isEqualTo(first);
        module.config = EASY;
        module.build();
        module.as("b", "new", null).build();
        assertThat(module.packaged()).containsAllEntriesOf(first).hasSize(first.size() + 9);
        assertThat(module.as("a", "a", "com.acme.A").build().ending()).isEqualTo(TrainResult.Ending.UP_TO_DATE);
    }

    @Test
    void twoExecutionsMaySwapTheirLoadersAndTheirResources() throws Exception {
        module.executions = Set.of("a", "b");
        module.as("a", "a", "com.acme.A").build();
        module.as("b", "b", "com.acme.B").build();
        module.as("a", "a", "com.acme.B").build();
        module.as("b", "b", "com.acme.A").build();
        assertThat(module.target("classes/com/acme/A.class")).content().contains("\"b.safetensors\"");
        assertThat(module.target("classes/com/acme/B.class")).content().contains("\"a.safetensors\"");
        assertThat(module.packaged()).hasSize(24);
        assertThat(module.check().complaint()).isEmpty();
        module.config = EASY.replace("seed: 1", "seed: 2");
        module.as("b", "a", "com.acme.A").build();
        byte[] other = Files.readAllBytes(module.file(".json"));
        module.config = EASY;
        module.as("a", "b", "com.acme.B").build();
        assertThat(module.packaged()).hasSize(24);
        assertThat(module.file(".json")).exists().hasSameBinaryContentAs(module.target("classes/b.json"));
        assertThat(module.target("classes/a.json")).hasBinaryContent(other);
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.UP_TO_DATE);
    }

    /** Where case does not count, the old files are the new ones, but jars and loaders tell them apart. */
    @Test
    void namesWhoseCaseChangesAreSpelledAnew() throws Exception {
        module.build();
        module.loaderClass = "com.acme.SUMS";
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.TRAINED);
        module.assertAsFresh();
        module.resourceName = "META-INF/rnn-adder/Model";
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.TRAINED);
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.UP_TO_DATE);
        module.assertAsFresh();
    }

    /** The moved module knows its adder, and leaves alone the one that it was copied from. */
    @Test
    void aModuleThatMovedIsUpToDateAndTouchesNothingOfTheOldPlace() throws Exception {
        module.build();
        assertThat(Files.readString(module.record()))
                .contains("configFile ../adder.yaml\n")
                .doesNotContain("\\", ":");
        Map<String, String> before = module.packaged();
        TestModule moved = new TestModule(Files.createDirectory(module.basedir.resolve("moved")));
        for (Path file : TestModule.files(module.target(""))) {
            TestModule.put(moved.basedir.resolve(module.basedir.relativize(file)), Files.readAllBytes(file));
        }
        assertThat(moved.build().ending()).isEqualTo(TrainResult.Ending.UP_TO_DATE);
        moved.config = HOPELESS;
        assertThat(moved.build().ending()).isEqualTo(TrainResult.Ending.REJECTED);
        assertThat(moved.packaged()).isEmpty();
        assertThat(module.packaged()).isEqualTo(before);
    }

    @Test
    void aRenamedAdderGoesFromTheClassesEvenIfWhatItWasCopiedFromIsGone() throws Exception {
        module.resourceName = "com/acme/old";
        module.build();
        for (Path file : TestModule.files(module.target("generated-resources"))) {
            Files.delete(file);
        }
        module.resourceName = "com/acme/new";
        module.build();
        assertThat(module.target("classes/com/acme/old.json")).doesNotExist();
    }
}
