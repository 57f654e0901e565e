package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.WholeFiles;
import io.github.rnnadder.base.text.ParameterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Replaces what one build made by what the next one made. At every moment each file is whole or absent, and the record
 * on disk either describes all of them or says that it does not. What one adder of a module owns, another never takes
 * away.
 */
final class Outputs {

    private final TrainRequest request;
    private final WholeFiles files;
    private final Records records;
    private final Consumer<String> console;

    /**
     * @param request whose outputs they are
     * @param console hears a line of what is taken away, and why
     */
    Outputs(TrainRequest request, Consumer<String> console) {
        this.request = request;
        this.files = new WholeFiles(request.places().workDirectory());
        this.records = new Records(request.places().workDirectory());
        this.console = console;
    }

    BuildRecord record() {
        return records.read(recordFile());
    }

    /** Puts the outputs in place, takes away those of the last build that are no more, and records it all. */
    void install(BuildRecord record, List<Output> outputs) throws IOException {
        List<BuildRecord.Entry> all = new ArrayList<>(record().outputs());
        all.addAll(record.outputs());
        // Should this be the last thing that happens, the next build knows which files to take away.
        write(record.unfinished(all));
        Set<Path> kept = ownedByOthers();
        outputs.forEach(output -> kept.addAll(output.place().paths()));
        Removal removal = new Removal(kept);
        all.forEach(entry -> removal.remove(entry.place()));
        tell(removal, "it is not made any more");
        for (BuildRecord.Entry entry : record.outputs()) {
            if (entry.hasDamagedCopy() || !entry.isIntact()) {
                // Maven would keep it wherever the clock makes it the newer one.
                removal.removeCopies(entry.place());
            }
        }
        removal.requireComplete();
        for (Output output : outputs) {
            write(output.place().file(), output.content());
        }
        write(record);
    }

    /**
     * Takes away the outputs of the last build, so that nothing can package or load them.
     *
     * @param places where they may lie although no record says so, because it was lost
     * @throws IOException with a sentence, after all was tried, if something could not be taken away
     */
    void withdraw(List<Place> places) throws IOException {
        Removal removal = new Removal(ownedByOthers());
        places.forEach(removal::remove);
        record().outputs().forEach(entry -> removal.remove(entry.place()));
        tell(removal, "the gate failed");
        removal.requireComplete();
        Files.deleteIfExists(recordFile());
    }

    /**
     * Checks that no file would be replaced that is somebody's own: outside of {@code target}, one that no record
     * knows, and that says nothing of this plugin.
     *
     * @throws ParameterException if one would
     */
    void requireOwn(List<Place> places) {
        Path target = request.places().workDirectory().getParent();
        List<Path> own =
                record().outputs().stream().map(it -> it.place().file()).toList();
        for (Place place : places) {
            if (!place.file().startsWith(target) && !own.contains(place.file()) && Output.isForeign(place.file())) {
                throw new ParameterException(
                        place.file() + " is there and was not made by train, which would replace it;"
                                + " choose another outputDirectory, resourceName or loaderClass");
            }
        }
    }

    /** Takes away what no execution of the module makes any more, before anything of it is packaged. */
    void withdrawUnclaimed() throws IOException {
        Removal removal = new Removal(ownedByOthers());
        List<Path> unclaimed = records.unclaimed(request.claimed());
        for (Path file : unclaimed) {
            records.read(file).outputs().forEach(entry -> removal.remove(entry.place()));
        }
        tell(removal, "no execution of train makes it any more");
        removal.requireComplete();
        for (Path file : unclaimed) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Takes away copies that a killed build tore, or that someone edited: Maven would keep them, because they are
     * newer.
     */
    void clearDamagedCopies(BuildRecord record) throws IOException {
        Removal removal = new Removal(Set.of());
        for (BuildRecord.Entry entry : record.outputs()) {
            if (entry.hasDamagedCopy()) {
                removal.removeCopies(entry.place());
            }
        }
        removal.requireComplete();
    }

    /** Writes a file whole or not at all, and only if its content is not there already. */
    void write(Path file, byte[] content) throws IOException {
        files.write(file, content);
    }

    private void write(BuildRecord record) throws IOException {
        write(recordFile(), record.write(request.places().workDirectory()));
    }

    private Path recordFile() {
        return records.file(request.resourceName());
    }

    private Set<Path> ownedByOthers() {
        return records.ownedByOthers(request.resourceName(), request.claimed());
    }

    private void tell(Removal removal, String why) {
        if (!removal.gone().isEmpty()) {
            console.accept("Taken away, since " + why + ": "
                    + removal.gone().stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
    }
}
