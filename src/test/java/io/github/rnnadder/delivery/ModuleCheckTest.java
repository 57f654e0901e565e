package io.github.rnnadder.delivery;

import static io.github.rnnadder.delivery.TestModule.EASY;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.gate.GateResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check vouches for: the outputs, and all that the module ships under their names. */
class ModuleCheckTest {

    private static final String WEIGHTS = "META-INF/rnn-adder/model.safetensors";
    private static final String LOADER = "com/acme/Sums.class";

    private TestModule module;

    /** What is packaged, by name. */
    private final Map<String, byte[]> entries = new TreeMap<>();

    @BeforeEach
    void build(@TempDir Path directory) throws Exception {
        module = new TestModule(directory);
        module.build();
        pack("");
    }

    private void pack(String root) throws IOException {
        entries.clear();
        entries.put("META-INF/", new byte[0]);
        entries.put("META-INF/rnn-adder/", new byte[0]);
        entries.put("META-INF/MANIFEST.MF", new byte[0]);
        entries.put("com/acme/Sums$Generated.class", new byte[0]);
        entries.put("com/acme/SumsOfOthers.class", new byte[0]);
        Path classes = module.target("classes");
        for (Path file : TestModule.files(classes)) {
            entries.put(root + classes.relativize(file), Files.readAllBytes(file));
        }
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private GateResult check(byte[] artifact) throws Exception {
        return module.check(new Gate(0.5, false), Optional.of(TestModule.put(module.target("model-1.jar"), artifact)));
    }

    private GateResult check() throws Exception {
        return check(zip());
    }

    private void assertComplaint(String sentence) throws Exception {
        GateResult judgement = check();
        assertThat(judgement.criteria()).extracting(Criterion::requirement).containsExactly(Requirement.FILES);
        assertThat(judgement.complaint()).contains("In target/model-1.jar, " + sentence + "\nBuild the module again.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "WEB-INF/classes/",
                "BOOT-INF/classes/",
                "META-INF/versions/9/",
                "BOOT-INF/classes/META-INF/versions/17/"
            })
    void anArtifactThatHasWhatWasMadePasses(String root) throws Exception {
        pack(root);
        GateResult judgement = check();
        assertThat(judgement.complaint()).isEmpty();
        assertThat(judgement.summary()).matches("\\d+ of 16 sums of 3 bits exact");
        assertThat(module.console).isEmpty();
        entries.remove(root + WEIGHTS);
        assertComplaint(WEIGHTS + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {WEIGHTS, "META-INF/rnn-adder/model.json", "META-INF/rnn-adder/model.cdx.json", LOADER})
    void eachFileHasToBeThereOnceAndAsItWasMade(String name) throws Exception {
        byte[] made = entries.remove(name);
        assertComplaint(name + " is missing");
        entries.put(name, Arrays.copyOf(made, made.length / 20)); // so a class lacks its fingerprint
        assertComplaint(name + " is not what train made");
        entries.put(name, made);
        entries.put("META-INF/versions/9/" + name, made);
        assertComplaint(name + " is there 2 times");
    }

    /** Other tools read the one, a class loader the other. */
    @Test
    void twoEntriesOfOneNameAreTwo() throws Exception {
        entries.put(WEIGHTS.replace("model", "twins"), new byte[0]);
        String zip = new String(zip(), ISO_8859_1).replace("twins.s", "model.s");
        assertThat(check(zip.getBytes(ISO_8859_1)).complaint().orElseThrow())
                .startsWith("In target/model-1.jar, " + WEIGHTS + " is there 2 times");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/rnn-adder/model.certificate.json",
                "META-INF/rnn-adder/model.onnx",
                "META-INF/rnn-adder/com.acme/old.json",
                "META-INF/rnn-adder/notes.txt",
                "META-INF/rnn-adder/MODEL.json",
                "meta-inf/RNN-ADDER/model.json",
                "com/acme/SUMS.class",
                "other/Adder.certificate.json"
            })
    void nothingElseLiesUnderItsNamesOrInItsDirectory(String name) throws Exception {
        if (name.startsWith("other")) {
            module.as("default", "other/adder", null).build();
            pack("");
            entries.put("other/adder.txt", new byte[0]);
            assertThat(check().complaint()).isEmpty();
        }
        for (String root : new String[] {"", "WEB-INF/classes/", "META-INF/versions/11/"}) {
            entries.put(root + name, new byte[0]);
            assertComplaint(name + " was not made by any execution of train");
            entries.remove(root + name);
        }
    }

    @Test
    void whatOtherExecutionsMadeIsKnownAndHasToBeAsItWasMade() throws Exception {
        module.executions = Set.of("default", "other");
        module.as("other", "META-INF/rnn-adder/other", "com.acme.Other").build();
        module.as("default", "META-INF/rnn-adder/model", "com.acme.Sums");
        pack("");
        assertThat(check().complaint()).isEmpty();
        entries.put("META-INF/rnn-adder/other.json", new byte[0]);
        assertComplaint("META-INF/rnn-adder/other.json is not what train made");
        entries.remove("META-INF/rnn-adder/other.json");
        assertThat(check().complaint()).as("its own check misses it").isEmpty();
        module.put("target/generated-sources/rnn-adder/com/acme/Other.java", "class Other {}");
        assertThat(check().complaint().orElseThrow())
                .startsWith("target/generated-sources/rnn-adder/com/acme/Other.java is not what train made");
        module.executions = Set.of("default");
        assertThat(check().complaint().orElseThrow())
                .contains("other.safetensors was not made by any execution of train");
    }

    @Test
    void anArtifactThatIsAProgramTooIsOpened() throws Exception {
        entries.remove(WEIGHTS);
        String program = "#!/bin/sh\nexec java -jar \"$0\"\n" + new String(zip(), ISO_8859_1);
        assertThat(check(program.getBytes(ISO_8859_1)).complaint().orElseThrow())
                .contains(WEIGHTS + " is missing");
    }

    @Test
    void anArchiveThatCannotBeReadIsAnError() {
        assertThatThrownBy(() -> check(new byte[] {'P', 'K', 3, 4})).isInstanceOf(IOException.class);
    }

    /** As before {@code package}, or in a module of packaging {@code pom}. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "missing", "a directory", "no archive"})
    void withoutAnArtifactTheCopiesAreLookedAt(String artifact) throws Exception {
        Optional<Path> file = artifact.equals("none") ? Optional.empty() : Optional.of(module.target("artifact"));
        switch (artifact) {
            case "a directory" -> Files.createDirectories(file.orElseThrow());
            case "no archive" -> module.put("target/artifact", "<project/>");
            default -> {}
        }
        Gate gate = new Gate(0.5, false);
        assertThat(module.check(gate, file).complaint()).isEmpty();
        assertThat(module.console).isEmpty();
        module.put("target/classes/META-INF/rnn-adder/old.json", "{}");
        assertThat(module.check(gate, file).complaint().orElseThrow())
                .startsWith("In target/classes, META-INF/rnn-adder/old.json was not made by any execution");
        Files.delete(module.target("classes/META-INF/rnn-adder/old.json"));
        module.put("target/classes/" + LOADER, "stale");
        assertThat(module.check(gate, file).complaint().orElseThrow())
                .startsWith("In target/classes, " + LOADER + " is not what train made");
        Files.delete(module.target("classes/" + LOADER));
        assertThat(module.check(gate, file).complaint()).as("not compiled yet").isEmpty();
    }

    @Test
    void whereNothingWasCopiedALineSaysSo() throws Exception {
        for (Path file : TestModule.files(module.target("classes/META-INF"))) {
            Files.delete(file);
        }
        assertThat(module.check().complaint()).isEmpty();
        assertThat(module.console).containsExactly("Nothing was packaged yet, nor copied to target/classes");
        assertThat(check().complaint()).as("what is packaged counts").isEmpty();
        assertThat(module.console).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources/rnn-adder/" + WEIGHTS, "sources/rnn-adder/com/acme/Sums.java"})
    void anOutputThatIsNotAsItWasMadeIsNamed(String path) throws Exception {
        String output = "target/generated-" + path;
        module.put(output, "edited");
        assertThat(module.check().complaint()).contains(output + " is not what train made\nBuild the module again.");
        Files.delete(module.basedir.resolve(output));
        assertThat(module.check().complaint().orElseThrow()).startsWith(output + " is not");
    }

    @Test
    void anAdderOfAnOlderConfigIsSaidToBe() throws Exception {
        module.put("adder.yaml", EASY + "\n# a comment");
        assertThat(module.check().complaint().orElseThrow())
                .startsWith("The adder is of an older config: adder.yaml has changed since it was trained\n");
        module.config = null;
        assertThat(module.check().complaint().orElseThrow())
                .startsWith("The adder is of an older config, which no longer exists\n");
    }

    /** Before it is done, that build may have anything in place. */
    @Test
    @Timeout(300)
    void aCheckWaitsForAnotherBuildOfTheModule() throws Exception {
        byte[] made = Files.readAllBytes(module.file(".json"));
        FutureTask<GateResult> check = new FutureTask<>(module::check);
        try (BuildLock lock = BuildLock.acquire(module.target("rnn-adder"), Progress.silent())) {
            lock.require();
            module.put("target/generated-resources/rnn-adder/META-INF/rnn-adder/model.json", "half");
            Thread thread = new Thread(check);
            thread.start();
            while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            Files.write(module.file(".json"), made);
        }
        assertThat(check.get().complaint()).isEmpty();
    }
}
