package io.github.rnnadder.build;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** All that holds of a build, with drive letters, backslashes, and names in which case does not count. */
class TrainBuildOnWindowsTest extends TrainBuildTest {

    private final FileSystem windows = Jimfs.newFileSystem(Configuration.windows());

    @BeforeEach
    void checkOutOnWindows() throws IOException {
        module = Files.createDirectories(windows.getPath("C:\\Users\\Größe\\module"));
    }

    @AfterEach
    void close() throws IOException {
        windows.close();
    }
}
