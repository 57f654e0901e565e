package io.github.rnnadder.base.files;

import java.nio.file.Path;
import java.util.Objects;

/** Converts paths to relative paths that look the same on every system. */
public final class RelativePath {

    private RelativePath() {}

    /**
     * Returns the path from {@code base} to {@code file} with {@code /} between names. If there is no relative path,
     * for example to another drive, returns the absolute path.
     */
    public static String of(Path base, Path file) {
        return Objects.equals(base.getRoot(), file.getRoot())
                ? base.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/")
                : file.toString();
    }

    /** Returns a path as messages show it: relative to {@code base} if it lies below. */
    public static String shown(Path base, Path path) {
        return path.startsWith(base) ? of(base, path) : path.toString();
    }
}
