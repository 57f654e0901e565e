package io.github.rnnadder.base.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Makes directories. */
public final class Directories {

    private Directories() {}

    /**
     * Makes the directories that a file is to lie in.
     *
     * @throws FileSystemException which names what is in their way
     */
    public static void above(Path file) throws IOException {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            Optional<Obstacle> obstacle = Obstacle.on(file);
            if (obstacle.isEmpty()) {
                throw e;
            }
            throw new FileSystemException(
                    obstacle.get().path().toString(),
                    null,
                    "it is " + obstacle.get().is());
        }
    }
}
