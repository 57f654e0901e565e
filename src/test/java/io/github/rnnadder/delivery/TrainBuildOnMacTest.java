package io.github.rnnadder.delivery;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** All that holds of a build, with names in which case does not count, although it does in paths. */
class TrainBuildOnMacTest extends TrainBuildTest {

    private final FileSystem mac = Jimfs.newFileSystem(Configuration.osX());

    @BeforeEach
    void checkOutOnMac() throws IOException {
        module = Files.createDirectories(mac.getPath("/Users/größe/module"));
    }

    @AfterEach
    void close() throws IOException {
        mac.close();
    }
}
