package io.github.rnnadder.base.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rnnadder.base.text.Sha256;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadLimitTest {

    private static final ReadLimit KIND = new ReadLimit("a few bytes", 100_000);

    @TempDir
    Path directory;

    private void refuses(Path file, String sentence) {
        assertThatThrownBy(() -> KIND.read(file))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(file + sentence);
        assertThatThrownBy(() -> KIND.sha256(file)).hasMessage(file + sentence);
        assertThatThrownBy(() -> KIND.open(file)).hasMessage(file + sentence);
        assertThat(KIND.holds(file, Sha256.of(new byte[0]))).isFalse();
    }

    @Test
    void aFileOfExactlyWhatIsAllowedIsReadWholeThroughALinkToo() throws Exception {
        byte[] content = "0123456789".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        Path file = Files.write(directory.resolve("file"), content);
        assertThat(KIND.read(file)).isEqualTo(content);
        assertThat(KIND.read(Files.createSymbolicLink(directory.resolve("link"), file)))
                .isEqualTo(content);
        assertThat(KIND.sha256(file)).isEqualTo(Sha256.of(content));
        assertThat(KIND.holds(file, Sha256.of(content))).isTrue();
        assertThat(KIND.read(Files.createFile(directory.resolve("empty")))).isEmpty();
    }

    /** The expected value is from {@code sha256sum}. */
    @Test
    void aDigestIsThatOfThePublishedExample() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "abc");
        assertThat(KIND.sha256(file)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aFileOfOneByteMoreOrThreeGigabytesIsRefusedByItsSize() throws Exception {
        Path file = directory.resolve("file");
        for (long size : new long[] {100_001, 3L << 30}) {
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(size);
            }
            refuses(file, " has " + size + " bytes; expected a few bytes, of at most 100000 bytes");
        }
    }

    @Test
    void whatIsNoFileIsToldAsWhatItIs() throws Exception {
        refuses(directory.resolve("none"), " does not exist; expected a few bytes");
        refuses(directory, " is a directory; expected a few bytes");
    }

    @Test
    void aPipeAndADeviceAreRefusedUnopened() throws Exception {
        Path pipe = directory.resolve("pipe");
        assumeTrue(Files.exists(Path.of("/dev/zero")), "no Unix");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo");
        String sentence = " is not a regular file but a pipe, a socket or a device; expected a few bytes";
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> refuses(pipe, sentence));
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> refuses(Path.of("/dev/zero"), sentence));
        Path link = Files.createSymbolicLink(directory.resolve("link"), pipe);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> refuses(link, sentence));
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "abc");
        try (InputStream in = KIND.open(file)) {
            Files.writeString(file, "de", StandardOpenOption.APPEND);
            byte[] bytes = new byte[10];
            assertThat(in.read(bytes)).isEqualTo(3);
            assertThatThrownBy(() -> in.read(bytes))
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessage(file + " grew while it was read; expected a few bytes");
        }
    }

    @Test
    void onlyWhatHasNoNameIsAbsent() throws Exception {
        assertThat(ReadLimit.isAbsent(directory.resolve("none"))).isTrue();
        assertThat(ReadLimit.isAbsent(directory.resolve("no").resolve("directory")))
                .isTrue();
        assertThat(ReadLimit.isAbsent(directory)).isFalse();
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("gone"));
        assertThat(ReadLimit.isAbsent(link)).isFalse();
        assertThat(ReadLimit.isAbsent(link.resolve("below"))).isFalse();
    }
}
