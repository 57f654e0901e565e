package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.rnnadder.base.files.HostileFileSystem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that holds of a build, with drive letters, backslashes, names in which case does not count, and files in use. */
class TrainBuildOnWindowsTest extends TrainBuildTest {

    private static final Configuration WINDOWS =
            Configuration.windows().toBuilder().setRoots("C:\\", "D:\\").build();

    private final HostileFileSystem windows = new HostileFileSystem(Jimfs.newFileSystem(WINDOWS));

    @BeforeEach
    void checkOutOnWindows() throws IOException {
        module = Files.createDirectories(windows.getPath("C:\\Users\\Größe\\module"));
    }

    @AfterEach
    void close() throws IOException {
        windows.close();
    }

    @Test
    void theRecordHasSlashesAndNoPathOfTheMachine() throws Exception {
        build();
        assertThat(Files.readString(module.resolve("target/rnn-adder/records/META-INF/rnn-adder/model.record")))
                .contains("\t../resources/META-INF/rnn-adder/model.json\t../classes/META-INF/rnn-adder/model.json\n")
                .doesNotContain("\\", "C:");
    }

    @Test
    void anOutputThatIsInUseFailsTheBuildInOneSentenceAndTheNextOneMendsIt() throws Exception {
        Path output = build().files().orElseThrow().safetensors();
        config = EASY.replace("seed: 1", "seed: 2");
        windows.use(output);
        assertThatThrownBy(this::build)
                .isInstanceOf(FileSystemException.class)
                .hasMessage(
                        output + ": The process cannot access the file because it is being used by another process");
        assertThat(temporaryFiles()).isEmpty();

        windows.release();
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        Map<String, String> mended = packaged();
        module = Files.createDirectory(module.resolve("fresh"));
        build();
        assertThat(mended).isEqualTo(packaged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources", "classes"})
    void whatIsInUseAndMayNotBePackagedAnyMoreIsNamed(String place) throws Exception {
        build();
        Path stuck = module.resolve("target").resolve(place).resolve("META-INF/rnn-adder/model.json");
        config = EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "99.5%");
        windows.use(stuck);
        assertThat(build().complaint().orElseThrow())
                .contains(stuck + " (The process cannot access the file because it is being used by another process)");
        assertThat(packaged()).hasSize(1);

        windows.release();
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.REJECTED);
        assertThat(packaged()).isEmpty();
    }

    /** Of another loader, of another adder, and of a copy that somebody edited. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sources/com/acme/Sums.java",
                "resources/META-INF/rnn-adder/model.json",
                "classes/META-INF/rnn-adder/model.json"
            })
    void whatIsInUseAndBelongsToNoAdderAnyMoreFailsTheBuild(String place) throws Exception {
        build();
        Path stuck = module.resolve("target").resolve(place);
        switch (place.substring(0, place.indexOf('/'))) {
            case "sources" -> loaderClass = "com.acme.Other";
            case "resources" -> resourceName = "other";
            default -> Files.writeString(stuck, "{");
        }
        windows.use(stuck);
        assertThatThrownBy(this::build)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be taken away")
                .hasMessageContaining(stuck + " (");

        windows.release();
        build();
        Map<String, String> mended = packaged();
        module = Files.createDirectory(module.resolve("fresh"));
        build();
        assertThat(mended).isEqualTo(packaged());
    }

    @Test
    void whatABuildWroteBeforeItFailedIsTakenAwayWhereNobodyAsksForItAnyMore() throws Exception {
        Path card = build().files().orElseThrow().card();
        Map<String, String> undisturbed = packaged();
        withOnnx = true;
        windows.use(card);
        assertThatThrownBy(this::build).isInstanceOf(FileSystemException.class).hasMessageStartingWith(card + ": ");
        assertThat(card.resolveSibling("model.onnx")).isRegularFile();

        windows.release();
        withOnnx = false;
        build();
        assertThat(packaged()).isEqualTo(undisturbed);
    }

    @Test
    void aRecordThatIsInUseIsNeverReplacedByHalf() throws Exception {
        build();
        Path record = module.resolve("target/rnn-adder/records/META-INF/rnn-adder/model.record");
        config = EASY.replace("seed: 1", "seed: 2");
        windows.use(record);
        assertThatThrownBy(this::build).isInstanceOf(FileSystemException.class).hasMessageStartingWith(record + ": ");

        config = EASY;
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
    }

    @Test
    void aBuildThatHasNothingToWriteNeedsNoLock() throws Exception {
        build();
        Path lock = module.resolve("target/rnn-adder/lock");
        windows.use(lock);
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
        force = true;
        assertThatThrownBy(this::build).isInstanceOf(FileSystemException.class).hasMessageStartingWith(lock + ": ");
        assertThat(console).isEmpty();
    }

    /** To an administrator of this machine nothing is unreadable. */
    @Test
    void anOutputThatCannotBeReadIsMadeAgain() throws Exception {
        Path output = build().files().orElseThrow().json();
        windows.lockUp(output);
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        windows.release();
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
    }

    @Test
    void whereTheClassesOfALoaderCannotBeListedItsOwnIsTakenAwayAndTheirDirectoryIsNamed() throws Exception {
        build();
        Path classes = module.resolve("target/classes/com/acme");
        Path nested = Files.write(classes.resolve("Sums$Generated.class"), new byte[] {1});
        config = EASY.replace("iterations: 6000", "iterations: 1").replace("0.5", "99.5%");
        windows.lockUp(classes);
        assertThat(build().complaint().orElseThrow())
                .contains("could not be taken away")
                .contains(classes + " (");
        assertThat(classes.resolve("Sums.class")).doesNotExist();

        windows.release();
        build();
        assertThat(nested).doesNotExist();
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(module.resolve("target/rnn-adder/tmp"))) {
            return files.toList();
        }
    }
}
