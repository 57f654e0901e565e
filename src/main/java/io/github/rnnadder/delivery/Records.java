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
 * Finds and reads the build records of a module.
 *
 * @param directories the directories of the module
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
     * Returns the records of other executions, and deletes the records of executions that the POM no longer contains.
     *
     * @param name the adder whose own record is left out
     * @param execution the execution that makes this adder; its records of other adders are outdated and deleted, too
     * @param executions the ids of all executions in the POM
     * @param outdated a list to which this method adds the files of the deleted records
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

    /** Returns the records of all other adders whose execution is still in the POM. Deletes nothing. */
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

    /** Returns the SHA-256 of every file that the records name, by path in exact case. */
    static Map<String, String> outputs(Iterable<BuildRecord> records) {
        Map<String, String> outputs = new HashMap<>();
        records.forEach(record -> record.outputs().forEach((file, sha256) -> outputs.put(file.toString(), sha256)));
        return outputs;
    }
}
