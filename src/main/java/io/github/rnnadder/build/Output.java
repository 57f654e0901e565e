package io.github.rnnadder.build;

import java.nio.file.Path;

/**
 * A file that a build makes.
 *
 * @param file where it goes
 * @param copy what Maven makes of it in the class directory: the copy of a resource, the class of a source
 * @param content all of its bytes
 */
record Output(Path file, Path copy, byte[] content) {}
