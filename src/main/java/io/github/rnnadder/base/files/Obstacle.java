package io.github.rnnadder.base.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Why a path leads nowhere.
 *
 * @param path where it breaks: the path itself or a directory above it
 * @param is what is there
 */
record Obstacle(Path path, String is) {

    /** Finds a link that leads nowhere, or a file where a directory should be. */
    static Optional<Obstacle> on(Path file) {
        for (Path path = file.toAbsolutePath(); path != null && !Files.isDirectory(path); path = path.getParent()) {
            if (Files.isSymbolicLink(path) && !Files.exists(path)) {
                return Optional.of(new Obstacle(path, "a link" + target(path) + " that leads nowhere"));
            }
            if (Files.exists(path) && !path.equals(file.toAbsolutePath())) {
                return Optional.of(new Obstacle(path, "a file where a directory should be"));
            }
        }
        return Optional.empty();
    }

    private static String target(Path link) {
        try {
            return " to " + Files.readSymbolicLink(link);
        } catch (IOException e) {
            return "";
        }
    }
}
