package io.github.rnnadder.base.files;

import java.nio.file.Path;
import java.util.Objects;

/** Writes a path relative to a directory, in the same form on every system. */
public final class RelativePath {

    private RelativePath() {}

    /**
     * Returns the path from {@code base} to {@code file} with {@code /} between names; the absolute path if there is
     * none, for example to another drive.
     */
    public static String of(Path base, Path file) {
        return Objects.equals(base.getRoot(), file.getRoot())
                ? base.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/")
                : file.toString();
    }
}
