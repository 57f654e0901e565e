package io.github.rnnadder.build;

import io.github.rnnadder.files.WholeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Replaces what one build made by what the next one made. At every moment each file is whole or absent, and the record on
 * disk either describes all of them or says that it does not.
 */
final class Outputs {

    private final Path workDirectory;
    private final WholeFiles files;
    private final Path recordFile;

    Outputs(Path workDirectory, Path recordFile) {
        this.workDirectory = workDirectory;
        this.files = new WholeFiles(workDirectory);
        this.recordFile = recordFile;
    }

    BuildRecord record() {
        return BuildRecord.read(recordFile, workDirectory);
    }

    /** Puts the outputs in place, takes away those of the last build that are no more, and records it all. */
    void install(String inputs, Optional<String> warning, List<Output> outputs) throws IOException {
        List<BuildRecord.Entry> current =
                outputs.stream().map(BuildRecord.Entry::of).toList();
        List<BuildRecord.Entry> all = new ArrayList<>(record().outputs());
        all.addAll(current);
        // Should this be the last thing that happens, the next build knows which files to take away.
        write(new BuildRecord(BuildRecord.UNFINISHED, Optional.empty(), all));
        Set<Place> kept = current.stream().map(BuildRecord.Entry::place).collect(Collectors.toSet());
        for (BuildRecord.Entry entry : all) {
            if (!kept.contains(entry.place())) {
                entry.place().clear();
            }
        }
        for (Output output : outputs) {
            write(output.place().file(), output.content());
        }
        for (BuildRecord.Entry entry : current) {
            entry.clearDamagedCopy();
        }
        write(new BuildRecord(inputs, warning, current));
    }

    /**
     * Takes away the outputs of the last build, so that nothing can package or load them.
     *
     * @param places where they may lie although no record says so, because it was lost
     */
    void withdraw(List<Place> places) throws IOException {
        for (Place place : places) {
            place.clear();
        }
        for (BuildRecord.Entry entry : record().outputs()) {
            entry.place().clear();
        }
        Files.deleteIfExists(recordFile);
    }

    /** Writes a file whole or not at all, and only if its content is not there already. */
    void write(Path file, byte[] content) throws IOException {
        files.write(file, content);
    }

    private void write(BuildRecord record) throws IOException {
        write(recordFile, record.write(workDirectory));
    }
}
