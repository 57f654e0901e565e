package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.ReadLimit;
import java.nio.file.Path;

/**
 * A file that {@code train} makes in a directory of the plugin.
 *
 * @param file its path
 * @param content its whole content
 */
record TrainOutput(Path file, byte[] content) {

    /** Upper bound for reading an output or its copy again. A larger file was not written by this plugin. */
    static final ReadLimit KIND = new ReadLimit("an output of train", 16 << 20);
}
