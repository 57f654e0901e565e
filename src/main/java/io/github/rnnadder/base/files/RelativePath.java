package io.github.rnnadder.base.files;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Writes a path down so that it is the same on every system, and stays right when the directory that it starts from
 * moves.
 */
public final class RelativePath {

    private RelativePath() {}

    /**
     * Returns the way from a base to a file, with {@code /} between names; the absolute path where there is none, as to
     * another drive.
     */
    public static String of(Path base, Path file) {
        return Objects.equals(base.getRoot(), file.getRoot())
                ? base.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/")
                : file.toString();
    }
}
