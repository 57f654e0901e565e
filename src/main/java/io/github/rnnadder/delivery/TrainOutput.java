package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.ReadLimit;
import java.nio.file.Path;

/**
 * A file that {@code train} makes in a directory of the plugin.
 *
 * @param file the path of the file
 * @param content the whole content of the file
 */
record TrainOutput(Path file, byte[] content) {

    /** The size limit for reading an output or its copy again. This plugin never writes a larger file. */
    static final ReadLimit KIND = new ReadLimit("an output of train", 16 << 20);
}
