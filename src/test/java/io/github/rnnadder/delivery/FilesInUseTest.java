package io.github.rnnadder.delivery;

import static io.github.rnnadder.delivery.TestModule.EASY;
import static io.github.rnnadder.delivery.TestModule.HOPELESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.rnnadder.base.files.HostileFileSystem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left to do on Windows while somebody has a file open, and that the next build mends it. */
class FilesInUseTest {

    private static final String OTHER = EASY.replace("seed: 1", "seed: 2");

    private final HostileFileSystem windows = new HostileFileSystem(Jimfs.newFileSystem(Configuration.windows()));

    private TestModule module;

    @BeforeEach
    void build() throws Exception {
        module = new TestModule(Files.createDirectories(windows.getPath("C:\\Users\\Größe\\module")));
        module.isWar = true;
        module.build();
    }

    @AfterEach
    void close() throws IOException {
        windows.close();
    }

    private void assertMended() throws Exception {
        windows.release();
        module.build();
        module.assertAsFresh();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights", "card", "record"})
    void anOutputInUseFailsTheBuild(String what) throws Exception {
        Path output = switch (what) {
            case "weights" -> module.file(".safetensors");
            case "card" -> module.file(".cdx.json");
            default -> module.record();
        };
        module.config = OTHER;
        module.withOnnx = true;
        windows.use(output);
        assertThatThrownBy(module::build)
                .isInstanceOf(FileSystemException.class)
                .hasMessage(
                        output + ": The process cannot access the file because it is being used by another process");
        assertThat(TestModule.files(module.target("rnn-adder/tmp"))).isEmpty();
        // What was written before it failed goes where nobody asks for it.
        module.withOnnx = false;
        assertMended();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generated-resources/rnn-adder/META-INF/rnn-adder/model.json",
                "classes/META-INF/rnn-adder/model.json",
                "model-1/WEB-INF/classes/com/acme/Sums.class"
            })
    void afterAFailedGateItIsNamedOnceAndAllElseGoes(String path) throws Exception {
        module.config = HOPELESS;
        windows.use(module.target(path));
        assertThat(module.build().gate().complaint().orElseThrow())
                .startsWith("Accuracy ")
                .contains("could not be removed, and must not be packaged: target/" + path + " (The process cannot"
                        + " access the file because it is being used by another process); remove them");
        assertThat(module.packaged()).hasSize(1);
        windows.release();
        module.build();
        assertThat(module.packaged()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "another loader, generated-sources/rnn-adder/com/acme/Sums.java",
        "another name, generated-resources/rnn-adder/META-INF/rnn-adder/model.json",
        "a torn copy, classes/META-INF/rnn-adder/model.json"
    })
    void whatHasToGoAndIsInUseFailsTheBuild(String change, String path) throws Exception {
        switch (change) {
            case "another loader" -> module.loaderClass = "com.acme.Other";
            case "another name" -> module.resourceName = "other";
            default -> Files.writeString(module.target(path), "{");
        }
        windows.use(module.target(path));
        assertThatThrownBy(module::build)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be removed")
                .hasMessageContaining("target/" + path + " (");
        assertMended();
    }

    @Test
    void aBuildThatHasNothingToWriteNeedsNoLock() throws Exception {
        Path lock = module.target("rnn-adder/lock");
        windows.use(lock);
        assertThat(module.build().ending()).isEqualTo(TrainResult.Ending.UP_TO_DATE);
        assertThat(module.check().complaint()).isEmpty();
        module.force = true;
        assertThatThrownBy(module::build)
                .isInstanceOf(FileSystemException.class)
                .hasMessageStartingWith(lock + ": ");
        assertThat(module.console).isEmpty();
    }

    /** To an administrator of this machine nothing is unreadable. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "generated-resources/rnn-adder/META-INF/rnn-adder/model.json",
                "classes/META-INF/rnn-adder/model.json",
                "classes/com/acme/Sums.class"
            })
    void whatCannotBeReadIsMadeAgain(String path) throws Exception {
        windows.lockUp(module.target(path));
        module.train();
        assertMended();
    }

    @ParameterizedTest
    @CsvSource({
        "classes/com/acme, classes/com/acme",
        "generated-resources/rnn-adder/META-INF, generated-resources/rnn-adder"
    })
    void aDirectoryThatCannotBeListedIsNamedAndTheRestGoes(String path, String named) throws Exception {
        module.put("target/classes/com/acme/Sums$Generated.class", "nested");
        module.config = OTHER;
        windows.lockUp(module.target(path));
        assertThatThrownBy(module::build)
                .hasMessageContaining("could not be removed")
                .hasMessageContaining("target/" + named + " (");
        module.config = HOPELESS;
        windows.release();
        module.build();
        assertThat(module.packaged()).isEmpty();
    }
}
