package io.github.rnnadder.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an output goes.
 *
 * @param file the output
 * @param copy what Maven makes of it in the class directory: the copy of a resource, the class of a source
 */
record Place(Path file, Path copy) {

    /** Takes away the output and what became of it. */
    void clear() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(copy);
    }

    /** Says whether Maven copies the output, rather than compiling it. */
    boolean isResource() {
        return copy.endsWith(file.getFileName());
    }
}
