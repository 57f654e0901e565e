package io.github.rnnadder.delivery;

import static io.github.rnnadder.delivery.TestModule.EASY;
import static io.github.rnnadder.delivery.TestModule.HOPELESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The directories of the plugin, and their copies, hold what the executions of the POM make, and nothing else. */
class SweepTest {

    private static final String OTHER = "{bits: 3, hiddenSize: 8, iterations: 6000, seed: 2, accuracyThreshold: 0.5}";

    @TempDir
    Path directory;

    TestModule module;

    /** Returns where the module is checked out. */
    Path checkout() throws IOException {
        return directory;
    }

    @BeforeEach
    void create() throws IOException {
        module = new TestModule(checkout());
        module.isWar = true;
    }

    /** Puts a file of weights where an earlier plugin, execution or cache may have left it. */
    private void strew(String ending) throws IOException {
        for (String directory :
                new String[] {"generated-resources/rnn-adder", "classes", "model-1/WEB-INF/classes", "test-classes"}) {
            module.put("target/" + directory + "/META-INF/rnn-adder/model" + ending, "stale");
        }
    }

    private void strewFiles() throws IOException {
        strew(".certificate.json");
        strew(".onnx");
        strew("/of/another/adder.json");
        strew(".txt");
        module.put("target/generated-test-resources/rnn-adder/model.json", "stale");
        module.put("target/test-classes/model.json", "stale");
        module.put("target/generated-sources/rnn-adder/com/acme/Old.java", "stale");
        for (String classes : new String[] {"classes", "model-1/WEB-INF/classes"}) {
            for (String name : new String[] {"Old", "Old$Generated", "Old$1", "Sums$1"}) {
                module.put("target/" + classes + "/com/acme/" + name + ".class", "stale");
            }
        }
    }

    private void assertAsFresh() throws Exception {
        Map<String, String> packaged = module.packaged();
        TestModule fresh = module.fresh();
        fresh.build();
        assertThat(packaged).isEqualTo(fresh.packaged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"never built", "as it was", "no record", "another format", "half of target", "no notes"})
    void whateverIsKnownTheyHoldWhatIsMade(String state) throws Exception {
        if (!state.equals("never built")) {
            module.build();
        }
        strewFiles();
        switch (state) {
            case "no record" -> Files.delete(module.record());
            case "another format" -> module.put("target/rnn-adder/records/" + module.resourceName + ".record", "v0");
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
        // Of these, Maven would copy and compile nothing again.
        boolean upToDate = state.equals("as it was");
        assertThat(module.build().verdict()).isEqualTo(upToDate ? Outcome.Verdict.UP_TO_DATE : Outcome.Verdict.TRAINED);
        Files.deleteIfExists(module.target("classes/com/acme/Sums$1.class"));
        Files.deleteIfExists(module.target("model-1/WEB-INF/classes/com/acme/Sums$1.class"));
        assertAsFresh();
        assertThat(module.console).anyMatch(it -> it.startsWith("Removed ") && it.contains("com/acme/Old.java"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void afterAFailedGateNothingIsLeft(boolean withRecord) throws Exception {
        module.withOnnx = true;
        module.build();
        strewFiles();
        if (!withRecord) {
            Files.delete(module.record());
        }
        module.config = HOPELESS;
        module.withOnnx = false;
        module.loaderClass = "com.acme.Other";
        assertThat(module.build().verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(module.packaged()).isEmpty();
        assertThat(module.record()).doesNotExist();
    }

    /** All of these are listed by a record whose last line is right. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/com/acme/Mine.java",
                "src/main/resources/model.json",
                "target/classes/com/acme/Mine.class",
                "target/classes/mine.json",
                "target/generated-resources/other/mine.json",
                "target/rnn-adder/mine.txt",
                "target/mine.jar"
            })
    void aFileOfTheUsersStaysEvenIfARecordListsIt(String path) throws Exception {
        module.build();
        Path mine = module.put(path, "mine");
        String record = Files.readString(module.record());
        record = record.substring(0, record.lastIndexOf("end ")) + "output "
                + Sha256.of("mine".getBytes(StandardCharsets.UTF_8)) + "\t../" + path + "\n";
        record += "end " + Sha256.of(record.getBytes(StandardCharsets.UTF_8)) + "\n";
        Files.writeString(module.record(), record);
        module.resourceName = "other";
        module.config = HOPELESS;
        assertThat(module.build().verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(mine).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generated-resources/rnn-adder/stray.json",
                "generated-resources/rnn-adder/META-INF/rnn-adder/model.onnx",
                "generated-resources/rnn-adder/META-INF/rnn-adder/more",
                "generated-sources/rnn-adder/com/acme/Linked.java",
                "classes/META-INF/rnn-adder/model.onnx",
                "classes/META-INF/rnn-adder/more"
            })
    void aLinkIsRemovedAndNeverFollowed(String place) throws Exception {
        module.build();
        Path mine = module.put("mine/model.json", "mine");
        Path link = module.target(place);
        Files.createSymbolicLink(link, place.endsWith("more") ? mine.getParent() : mine);
        assertThat(module.build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aDirectoryOfThePluginThatIsALinkIsReplaced() throws Exception {
        Path mine = module.put("mine/model.json", "mine");
        Files.createDirectories(module.target("generated-resources"));
        Files.createSymbolicLink(module.target("generated-resources/rnn-adder"), mine.getParent());
        module.build();
        assertThat(TestModule.files(mine.getParent())).containsExactly(mine);
        assertThat(module.file(".json")).isRegularFile();
    }

    @ParameterizedTest
    @CsvSource({
        "classes/META-INF/rnn-adder/model.json, false",
        "classes/META-INF/rnn-adder/model.json, true",
        "model-1/WEB-INF/classes/META-INF/rnn-adder/model.safetensors, false",
        "classes/com/acme/Sums.class, false",
        "classes/com/acme/Sums.class, true",
        "model-1/WEB-INF/classes/com/acme/Sums.class, false"
    })
    void aCopyThatDiffersIsMadeAgainAlthoughItIsNewer(String path, boolean forced) throws Exception {
        module.build();
        Map<String, String> undisturbed = module.packaged();
        Files.writeString(module.target(path), "torn");
        Files.setLastModifiedTime(
                module.target(path), FileTime.from(Instant.now().plusSeconds(7200)));
        module.force = forced;
        module.build();
        assertThat(module.packaged()).isEqualTo(undisturbed);
    }

    @Test
    void theClassesOfALoaderGoWithItAndNoOthers() throws Exception {
        module.build();
        module.put("target/classes/com/acme/Sums$Generated.class", "nested");
        Path neighbour = module.put("target/classes/com/acme/SumsOfOthers.class", "mine");
        Path resource = module.put("target/classes/com/acme/Sums$notes.txt", "mine");
        module.config = OTHER;
        module.train();
        assertThat(TestModule.files(module.target("classes/com/acme"))).containsExactlyInAnyOrder(neighbour, resource);
    }

    @Test
    void whatNoExecutionMakesAnyMoreIsRemovedWithOneLine() throws Exception {
        module.build();
        module.execution = "renamed";
        module.executions = Set.of("renamed");
        module.resourceName = "other";
        module.loaderClass = null;
        module.build();
        assertThat(module.console)
                .first()
                .isEqualTo("Removed 4 files: no execution of train makes them now:"
                        + " target/generated-resources/rnn-adder/META-INF/rnn-adder/model.cdx.json,"
                        + " target/generated-resources/rnn-adder/META-INF/rnn-adder/model.json,"
                        + " target/generated-resources/rnn-adder/META-INF/rnn-adder/model.safetensors,"
                        + " target/generated-sources/rnn-adder/com/acme/Sums.java");
        assertAsFresh();
        assertThat(TestModule.files(module.target("rnn-adder/records"))).containsExactly(module.record());
    }

    @Test
    void whatAnotherExecutionOfThePomMakesStays() throws Exception {
        module.executions = Set.of("a", "b");
        module.as("a", "a", "com.acme.A").build();
        Map<String, String> first = module.packaged();
        module.as("b", "b", "com.acme.B").build();
        assertThat(module.packaged()).containsAllEntriesOf(first).hasSize(2 * first.size());
        assertThat(module.console).noneMatch(it -> it.startsWith("Removed"));
        module.config = HOPELESS;
        assertThat(module.build().verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(module.packaged()).isEqualTo(first);
        module.config = EASY;
        assertThat(module.as("a", "a", "com.acme.A").build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
    }

    @Test
    void anExecutionThatLeftThePomIsSweptAndTheOthersStay() throws Exception {
        module.executions = Set.of("a", "b", "c");
        module.as("c", "c", "com.acme.C").build();
        module.as("b", "b", "com.acme.B").build();
        module.as("a", "a", "com.acme.A").build();
        module.executions = Set.of("a", "c");
        assertThat(module.build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
        assertThat(module.packaged().keySet())
                .noneMatch(it -> it.matches(".*/[bB]\\..*"))
                .hasSize(24);
        assertThat(module.console).singleElement().asString().startsWith("Removed 4 files, since ");
    }

    @Test
    void twoExecutionsMaySwapTheirLoaders() throws Exception {
        module.executions = Set.of("a", "b");
        module.as("a", "a", "com.acme.A").build();
        module.as("b", "b", "com.acme.B").build();
        module.as("a", "a", "com.acme.B").build();
        module.as("b", "b", "com.acme.A").build();
        assertThat(module.target("generated-sources/rnn-adder/com/acme/A.java"))
                .content()
                .contains("\"b.safetensors\"");
        assertThat(module.target("classes/com/acme/B.class")).content().contains("\"a.safetensors\"");
        assertThat(module.packaged()).hasSize(24);
        assertThat(module.check().complaint()).isEmpty();
    }

    @Test
    void twoExecutionsMaySwapTheirResources() throws Exception {
        module.executions = Set.of("a", "b");
        module.as("a", "a", null).build();
        module.config = OTHER;
        module.as("b", "b", null).build();
        Map<String, String> before = module.packaged();
        module.as("b", "a", null).build();
        module.config = EASY;
        module.as("a", "b", null).build();
        assertThat(module.packaged().keySet()).isEqualTo(before.keySet());
        assertThat(module.packaged()).isNotEqualTo(before);
        assertThat(module.build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
        module.config = OTHER;
        assertThat(module.as("b", "a", null).build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
    }

    /** Where case does not count, the old files are the new ones, but jars and loaders tell them apart. */
    @Test
    void namesWhoseCaseChangesAreSpelledAnew() throws Exception {
        module.build();
        module.resourceName = "META-INF/rnn-adder/Model";
        module.loaderClass = "com.acme.SUMS";
        assertThat(module.build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertAsFresh();
        assertThat(module.build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
    }

    @Test
    void aRecordHasNoPathOfTheMachine() throws Exception {
        module.build();
        assertThat(Files.readString(module.record()))
                .contains(
                        "\tgenerated-resources/rnn-adder/META-INF/rnn-adder/model.json\n", "configFile ../adder.yaml\n")
                .doesNotContain("\\", ":", module.basedir.toString());
    }

    /** The moved module knows its adder, and leaves alone the one that it was copied from. */
    @Test
    void aModuleThatMovedIsUpToDateAndTouchesNothingOfTheOldPlace() throws Exception {
        module.build();
        TestModule moved = module.fresh();
        try (Stream<Path> files = TestModule.files(module.target("")).stream()) {
            for (Path file : files.filter(it -> !it.endsWith("lock")).toList()) {
                TestModule.put(moved.basedir.resolve(module.basedir.relativize(file)), Files.readAllBytes(file));
            }
        }
        Map<String, String> before = module.packaged();
        assertThat(moved.build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
        moved.config = HOPELESS;
        assertThat(moved.build().verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(moved.packaged()).isEmpty();
        assertThat(module.packaged()).isEqualTo(before);
    }
}
