package io.github.rnnadder.base.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFilesTest {

    @TempDir
    Path directory;

    private Path file;
    private AtomicFiles files;

    @BeforeEach
    void prepare() {
        file = directory.resolve("out/model.json");
        files = new AtomicFiles(directory.resolve("work"));
    }

    private static List<Path> filesBelow(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFileOfTheSameContentIsNotTouched() throws Exception {
        files.write(file, new byte[] {1, 2});
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        files.write(file, new byte[] {1, 2});
        assertThat(Files.getLastModifiedTime(file).toMillis()).isZero();
        files.write(file, new byte[] {1, 3});
        assertThat(file).hasBinaryContent(new byte[] {1, 3});
        assertThat(filesBelow(directory)).containsExactly(file);
    }

    @Test
    void whatIsInPlaceOfAFileIsReplacedUnreadUnlessItIsADirectory() throws Exception {
        files.write(file, new byte[] {1});
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        files.write(file, new byte[] {1});
        assertThat(file).hasBinaryContent(new byte[] {1});

        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("gone"));
        files.write(file, new byte[] {1});
        assertThat(file).isRegularFile().hasBinaryContent(new byte[] {1});

        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(() -> files.write(file, new byte[] {1}))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": it is a directory where a file should be");
    }

    /** As two studies of one module do. */
    @Test
    void writersThatShareAWorkDirectoryDoNotDisturbEachOther() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<Void>> done = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            Path mine = directory.resolve("out-" + writer).resolve("study.csv");
            byte[] content = new byte[20_000];
            Arrays.fill(content, (byte) writer);
            done.add(writers.submit(() -> {
                for (int n = 0; n < 200; n++) {
                    content[0] = (byte) n;
                    new AtomicFiles(directory.resolve("work")).write(mine, content);
                    assertThat(mine).hasBinaryContent(content);
                }
                return null;
            }));
        }
        for (Future<Void> writer : done) {
            writer.get();
        }
        writers.shutdown();
        assertThat(filesBelow(directory.resolve("work"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileOnAnotherDriveIsWholeTooAndNothingIsLeftBesideIt(boolean inUse) throws Exception {
        Configuration drives =
                Configuration.windows().toBuilder().setRoots("C:\\", "D:\\").build();
        try (HostileFileSystem windows = new HostileFileSystem(Jimfs.newFileSystem(drives))) {
            Path work = windows.getPath("C:\\target\\rnn-adder");
            Path far = windows.getPath("D:\\study\\study.csv");
            AtomicFiles there = new AtomicFiles(work);
            there.write(far, new byte[] {1});
            if (inUse) {
                windows.use(far);
                assertThatThrownBy(() -> there.write(far, new byte[] {2}))
                        .isInstanceOf(FileSystemException.class)
                        .hasMessage(far
                                + ": The process cannot access the file because it is being used by another process");
            } else {
                there.write(far, new byte[] {2});
            }
            assertThat(Files.readAllBytes(far)).isEqualTo(new byte[] {(byte) (inUse ? 1 : 2)});
            assertThat(filesBelow(far.getParent())).containsExactly(far);
            assertThat(filesBelow(work)).isEmpty();
        }
    }

    @Test
    void aFileIsSpeltAsItIsAskedForWhereCaseDoesNotCount() throws Exception {
        try (FileSystem mac = Jimfs.newFileSystem(Configuration.osX())) {
            AtomicFiles there = new AtomicFiles(mac.getPath("/work"));
            there.write(mac.getPath("/out/model.json"), new byte[] {1});
            there.write(mac.getPath("/out/Model.json"), new byte[] {1});
            assertThat(filesBelow(mac.getPath("/out")).toString()).isEqualTo("[/out/Model.json]");
        }
    }
}
