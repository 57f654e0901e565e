package io.github.rnnadder.delivery;

import java.io.IOException;
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
    List<Path> unclaimed(Set<ResourceName> claimed) throws IOException {
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
        }
    }

    /** Returns the outputs that adders own beside the one of this name. */
    Set<Path> ownedByOthers(ResourceName name, Set<ResourceName> claimed) {
        Set<Path> owned = new HashSet<>();
        for (ResourceName other : claimed) {
            if (!other.equals(name)) {
                read(file(other))
                        .outputs()
                        .forEach(entry -> owned.add(entry.place().file()));
            }
        }
        return owned;
    }

    private Path directory() {
        return workDirectory.resolve("records");
    }
}
