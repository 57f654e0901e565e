package io.github.rnnadder.base.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a file, and how its path is written. */
class FileFailureTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("f"), "Cannot read or write f: access is denied"),
                Arguments.of(new NoSuchFileException("f"), "Cannot read or write f: it does not exist"),
                Arguments.of(
                        new FileAlreadyExistsException("f"),
                        "Cannot read or write f: it exists and is not a directory"),
                Arguments.of(new NotDirectoryException("f"), "Cannot read or write f: it is not a directory"),
                Arguments.of(
                        new DirectoryNotEmptyException("f"),
                        "Cannot read or write f: it is a directory, and not empty"),
                Arguments.of(new FileSystemLoopException("f"), "Cannot read or write f: FileSystemLoopException"),
                Arguments.of(new FileSystemException("f", null, "disk full"), "Cannot read or write f: disk full"),
                Arguments.of(new FileSystemException(null, null, "disk full"), "Input or output failed: disk full"),
                Arguments.of(new IOException("broken pipe"), "Input or output failed: broken pipe"),
                Arguments.of(new IOException(), "Input or output failed: IOException"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsOneSentenceThatNamesTheFileWhereItIsKnown(IOException failure, String sentence) {
        assertThat(FileFailure.sentence(failure)).isEqualTo(sentence);
    }

    @Test
    void aRelativePathIsTheSameOnEverySystemAndThatToAnotherDriveIsAbsolute() throws Exception {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows());
                FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
            assertThat(RelativePath.of(windows.getPath("C:\\a\\b"), windows.getPath("C:\\a\\c\\d")))
                    .isEqualTo("../c/d");
            assertThat(RelativePath.of(windows.getPath("C:\\a"), windows.getPath("D:\\c\\d")))
                    .isEqualTo("D:\\c\\d");
            assertThat(RelativePath.of(unix.getPath("/a/b"), unix.getPath("/a/c/d")))
                    .isEqualTo("../c/d");
        }
    }
}
