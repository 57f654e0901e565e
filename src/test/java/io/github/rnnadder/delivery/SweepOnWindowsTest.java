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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same with drive letters and backslashes, and what is left to do while files are in use. */
class SweepOnWindowsTest extends SweepTest {

    private static final String IN_USE =
            "The process cannot access the file because it is being used by another process";

    private static final Configuration WINDOWS =
            Configuration.windows().toBuilder().setRoots("C:\\", "D:\\").build();

    private final HostileFileSystem windows = new HostileFileSystem(Jimfs.newFileSystem(WINDOWS));

    @Override
    Path checkout() throws IOException {
        return Files.createDirectories(windows.getPath("C:\\Users\\Größe\\module"));
    }

    @AfterEach
    void close() throws IOException {
        windows.close();
    }

    private void assertMended() throws Exception {
        windows.release();
        module.build();
        Map<String, String> mended = module.packaged();
        TestModule fresh = module.fresh();
        fresh.build();
        assertThat(mended).isEqualTo(fresh.packaged());
    }

    @Test
    void anOutputInUseFailsTheBuildAndTheNextOneMendsIt() throws Exception {
        module.build();
        Path output = module.file(".safetensors");
        module.config = EASY.replace("seed: 1", "seed: 2");
        windows.use(output);
        assertThatThrownBy(module::build)
                .isInstanceOf(FileSystemException.class)
                .hasMessage(output + ": " + IN_USE);
        assertThat(TestModule.files(module.target("rnn-adder/tmp"))).isEmpty();
        assertMended();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generated-resources/rnn-adder/META-INF/rnn-adder/model.json",
                "classes/META-INF/rnn-adder/model.json",
                "model-1/WEB-INF/classes/com/acme/Sums.class"
            })
    void afterAFailedGateWhatIsInUseIsNamedAndAllElseGoes(String path) throws Exception {
        module.build();
        module.config = HOPELESS;
        windows.use(module.target(path));
        assertThat(module.build().complaint().orElseThrow())
                .startsWith("Accuracy ")
                .contains("And These files could not be removed, and must not be packaged: target/" + path + " ("
                        + IN_USE + "); remove them and build again");
        assertThat(module.packaged()).hasSize(1);

        windows.release();
        assertThat(module.build().verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(module.packaged()).isEmpty();
    }

    /** Of another loader, of another adder, and of a copy that somebody edited. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "generated-sources/rnn-adder/com/acme/Sums.java",
                "generated-resources/rnn-adder/META-INF/rnn-adder/model.json",
                "classes/META-INF/rnn-adder/model.json"
            })
    void whatHasToGoAndIsInUseFailsTheBuild(String path) throws Exception {
        module.build();
        Path stuck = module.target(path);
        if (path.endsWith(".java")) {
            module.loaderClass = "com.acme.Other";
        } else if (path.startsWith("classes")) {
            Files.writeString(stuck, "{");
        } else {
            module.resourceName = "other";
        }
        windows.use(stuck);
        assertThatThrownBy(module::build)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be removed")
                .hasMessageContaining("target/" + path + " (");
        assertMended();
    }

    @Test
    void whatABuildWroteBeforeItFailedGoesWhereNobodyAsksForIt() throws Exception {
        module.build();
        Path card = module.file(".cdx.json");
        module.withOnnx = true;
        windows.use(card);
        assertThatThrownBy(module::build)
                .isInstanceOf(FileSystemException.class)
                .hasMessageStartingWith(card + ": ");
        assertThat(module.file(".onnx")).isRegularFile();
        module.withOnnx = false;
        assertMended();
    }

    @Test
    void aRecordInUseIsNeverReplacedByHalf() throws Exception {
        module.build();
        module.config = EASY.replace("seed: 1", "seed: 2");
        windows.use(module.record());
        assertThatThrownBy(module::build)
                .isInstanceOf(FileSystemException.class)
                .hasMessageStartingWith(module.record() + ": ");
        assertMended();
    }

    @Test
    void aBuildThatHasNothingToWriteNeedsNoLock() throws Exception {
        module.build();
        Path lock = module.target("rnn-adder/lock");
        windows.use(lock);
        assertThat(module.build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
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
        module.build();
        windows.lockUp(module.target(path));
        module.train();
        assertMended();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classes/com/acme", "generated-resources/rnn-adder/META-INF"})
    void aDirectoryThatCannotBeListedIsNamedAndTheRestGoes(String path) throws Exception {
        module.build();
        module.put("target/classes/com/acme/Sums$Generated.class", "nested");
        module.config = HOPELESS;
        windows.lockUp(module.target(path));
        if (path.startsWith("classes")) {
            assertThat(module.build().complaint().orElseThrow())
                    .contains("could not be removed", "target/" + path + " (");
        } else {
            assertThatThrownBy(module::build).hasMessageContaining("target/generated-resources/rnn-adder (");
        }
        windows.release();
        module.build();
        assertThat(module.packaged()).isEmpty();
    }
}
