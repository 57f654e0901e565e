package io.github.rnnadder.delivery;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/** The same where case does not count in names of files, although it does in paths. */
class SweepOnMacTest extends SweepTest {

    private final FileSystem mac = Jimfs.newFileSystem(Configuration.osX());

    @Override
    Path checkout() throws IOException {
        return Files.createDirectories(mac.getPath("/Users/größe/module"));
    }

    @AfterEach
    void close() throws IOException {
        mac.close();
    }
}
