package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rnnadder.loader.LoaderClass;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a build finds where it left its files, if somebody was there meanwhile. */
class TrainBuildAmongStrangeFilesTest {

    private static final String RECORD = "rnn-adder/records/model.record";

    @TempDir
    Path sources;

    @TempDir
    Path target;

    private Outcome build() throws Exception {
        ResourceName name = new ResourceName("model");
        Path config = Files.writeString(sources.resolve("adder.yaml"), TrainBuildTest.EASY);
        TrainRequest request = new TrainRequest(
                Optional.of(config),
                OptionalDouble.empty(),
                true,
                false,
                "1",
                "default",
                name,
                List.of(name),
                false,
                Optional.of(new LoaderClass("Sums")),
                new TrainRequest.Places(
                        target.resolve("resources"),
                        target.resolve("sources"),
                        target.resolve("classes"),
                        target.resolve("rnn-adder")));
        return assertTimeoutPreemptively(Duration.ofMinutes(2), () -> new TrainBuild(request, line -> {}).run());
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
                assumeTrue(
                        Files.exists(Path.of("/dev/zero"))
                                && new ProcessBuilder("mkfifo", place.toString())
                                                .start()
                                                .waitFor()
                                        == 0,
                        "no pipes");
            case "a device" -> Files.createSymbolicLink(place, Path.of("/dev/zero"));
            case "a link that leads nowhere" -> Files.createSymbolicLink(place, Path.of("gone"));
            case "a directory" -> Files.createDirectories(place.resolve("with something in it"));
            default -> throw new IllegalArgumentException(what);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3 GB, resources/model.json",
        "a pipe, resources/model.json",
        "a device, resources/model.safetensors",
        "a link that leads nowhere, resources/model.json",
        "a pipe, sources/Sums.java",
        "3 GB, " + RECORD,
        "a pipe, " + RECORD,
        "a device, " + RECORD,
        "a link that leads nowhere, " + RECORD,
    })
    void whatTookThePlaceOfAnOutputIsReplacedByIt(String what, String place) throws Exception {
        build();
        byte[] made = Files.readAllBytes(target.resolve(place));
        put(what, target.resolve(place));
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.TRAINED);
        assertThat(target.resolve(place)).isRegularFile().hasBinaryContent(made);
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 GB", "a pipe", "a device", "a link that leads nowhere"})
    void whatTookThePlaceOfACopyIsTakenAwaySoThatMavenCopiesAgain(String what) throws Exception {
        build();
        Path copy = target.resolve("classes/model.json");
        put(what, copy);
        assertThat(build().verdict()).isEqualTo(Outcome.Verdict.UP_TO_DATE);
        assertThat(Files.notExists(copy, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resources/model.json", RECORD})
    void aDirectoryInPlaceOfAnOutputIsNamed(String place) throws Exception {
        build();
        put("a directory", target.resolve(place));
        assertThatThrownBy(this::build).hasMessageContaining(target.resolve(place) + ": it is a directory");
    }
}
