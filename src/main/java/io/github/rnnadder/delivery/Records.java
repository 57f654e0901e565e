package io.github.rnnadder.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The records of the executions of a module.
 *
 * @param directories the module's
 */
record Records(ModuleDirectories directories) {

    private static final String ENDING = ".record";

    Optional<BuildRecord> read(ResourceName name) {
        return BuildRecord.read(file(name), directories.target());
    }

    Path file(ResourceName name) {
        return name.below(directory(), ENDING);
    }

    private Path directory() {
        return directories.work().resolve("records");
    }

    /**
     * Returns the records of other executions, and deletes those of executions that the POM no longer has.
     *
     * @param name the adder that is not among the others
     * @param execution the execution that makes it now; all else that it made is out of date
     * @param executions the ids of all that the POM has
     * @param outdated receives the files that deleted records name
     */
    List<BuildRecord> others(ResourceName name, String execution, Set<String> executions, List<Path> outdated)
            throws IOException {
        List<BuildRecord> others = new ArrayList<>();
        for (Path file : files()) {
            if (file.equals(file(name))) {
                continue;
            }
            Optional<BuildRecord> record = BuildRecord.read(file, directories.target());
            if (record.filter(it -> executions.contains(it.execution())
                            && !it.execution().equals(execution))
                    .isPresent()) {
                others.add(record.get());
            } else {
                record.ifPresent(it -> outdated.addAll(it.outputs().keySet()));
                Files.deleteIfExists(file);
            }
        }
        return others;
    }

    /** Returns the records of the other executions that the POM has, and deletes nothing. */
    List<BuildRecord> others(ResourceName name, Set<String> executions) throws IOException {
        return files().stream()
                .filter(file -> !file.equals(file(name)))
                .flatMap(file -> BuildRecord.read(file, directories.target()).stream())
                .filter(it -> executions.contains(it.execution()))
                .toList();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(directory())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Returns the digests of all files that records name, by path to the letter. */
    static Map<String, String> outputs(Iterable<BuildRecord> records) {
        Map<String, String> outputs = new HashMap<>();
        records.forEach(record -> record.outputs().forEach((file, sha256) -> outputs.put(file.toString(), sha256)));
        return outputs;
    }
}
