package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.rnnadder.base.files.FileFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a build finds in place of its files, if somebody was there meanwhile. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class StrangeFilesTest {

    private static final String RESOURCES = "generated-resources/rnn-adder/";
    private static final String RECORD = "rnn-adder/records/model.record";

    private TestModule module;

    @BeforeEach
    void create(@TempDir Path directory) {
        module = new TestModule(directory).as("default", "model", "Sums");
    }

    private TrainResult.Ending build() {
        return assertTimeoutPreemptively(Duration.ofMinutes(2), module::train).ending();
    }

    private static void put(String what, Path place) throws Exception {
        Files.createDirectories(place.getParent());
        Files.deleteIfExists(place);
        switch (what) {
            case "3 GB" -> {
                try (RandomAccessFile sparse = new RandomAccessFile(place.toFile(), "rw")) {
                    sparse.setLength(3L << 30);
                }
            }
            case "a pipe" ->
                new ProcessBuilder("mkfifo", place.toString()).start().waitFor();
            case "a device" -> Files.createSymbolicLink(place, Path.of("/dev/zero"));
            case "a broken link" -> Files.createSymbolicLink(place, Path.of("gone"));
            default -> Files.createDirectories(place.resolve("with something in it"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3 GB, " + RESOURCES + "model.json",
        "a device, " + RESOURCES + "model.safetensors",
        "a broken link, " + RESOURCES + "model.json",
        "a pipe, generated-sources/rnn-adder/Sums.java",
        "3 GB, " + RECORD,
        "a pipe, " + RECORD,
        "a device, " + RECORD,
        "a broken link, " + RECORD,
        "3 GB, classes/model.json",
        "a pipe, classes/model.json",
        "3 GB, classes/Sums.class",
        "a device, classes/Sums.class",
        "a broken link, classes/Sums.class"
    })
    void whatTookThePlaceOfAnOutputOrACopyIsReplacedByIt(String what, String place) throws Exception {
        module.build();
        byte[] made = Files.readAllBytes(module.target(place));
        put(what, module.target(place));
        assertThat(build() == TrainResult.Ending.UP_TO_DATE).isEqualTo(place.startsWith("classes"));
        module.copyAndCompile();
        assertThat(module.target(place)).isRegularFile().hasBinaryContent(made);
        assertThat(build()).isEqualTo(TrainResult.Ending.UP_TO_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {RESOURCES + "model.json", RECORD})
    void aDirectoryInPlaceOfAnOutputIsNamed(String place) throws Exception {
        module.build();
        put("a directory", module.target(place));
        assertThatThrownBy(this::build).hasMessageContaining(module.target(place) + ": it is a directory");
    }

    @Test
    void aTargetThatIsABrokenLinkIsNamed() throws Exception {
        Path link = Files.createSymbolicLink(module.basedir.resolve("target"), Path.of("/gone"));
        assertThatThrownBy(module::train)
                .isInstanceOfSatisfying(
                        IOException.class,
                        e -> assertThat(FileFailure.sentence(e))
                                .isEqualTo("Cannot read or write " + link + ": it exists and is not a directory"));
    }
}
