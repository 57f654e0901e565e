package io.github.rnnadder.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The records of all adders of a module, which say who owns a file.
 *
 * @param workDirectory {@code target/rnn-adder}, which they lie below
 */
record Records(Path workDirectory) {

    private static final String ENDING = ".record";

    /** Returns where the record of an adder lies. */
    Path file(ResourceName name) {
        return name.below(directory(), ENDING);
    }

    BuildRecord read(Path file) {
        return BuildRecord.read(file, workDirectory);
    }

    /** Returns the records of adders that nobody claims. */
    List<Path> unclaimed(List<ResourceName> claimed) throws IOException {
        if (!Files.isDirectory(directory())) {
            return List.of();
        }
        Set<Path> known = new HashSet<>();
        claimed.forEach(name -> known.add(file(name)));
        try (Stream<Path> files = Files.walk(directory())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ENDING))
                    .filter(file -> !known.contains(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Returns the outputs that adders own beside the one of this name, and what Maven makes of them. */
    Set<Path> ownedByOthers(ResourceName name, List<ResourceName> claimed) {
        Set<Path> owned = new HashSet<>();
        for (ResourceName other : claimed) {
            // Not the records: their equals is put together when it is first called, which takes a cold JVM 30 ms.
            if (!other.name().equals(name.name())) {
                read(file(other))
                        .outputs()
                        .forEach(entry -> owned.addAll(entry.place().paths()));
            }
        }
        return owned;
    }

    private Path directory() {
        return workDirectory.resolve("records");
    }
}
