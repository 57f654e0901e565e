package io.github.rnnadder.build;

import io.github.rnnadder.network.TensorBytes;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the last build made, and from what. A plain text, so that reading it needs no parser: a line for the inputs, lines of a
 * warning, a line per output. Paths are relative to the record's base, so a moved checkout never touches the one it came from.
 *
 * @param inputs the digest of all that the outputs depend on, or {@link #UNFINISHED}
 * @param warning what a gate that does not halt had to say; empty where it passed
 * @param outputs the files that may exist
 */
record BuildRecord(String inputs, Optional<String> warning, List<Entry> outputs) {

    /** The inputs of a record that only says which files may exist, while they are being replaced. */
    static final String UNFINISHED = "unfinished";

    private static final BuildRecord NONE = new BuildRecord(UNFINISHED, Optional.empty(), List.of());

    private static final String INPUTS = "inputs ";
    private static final String WARNING = "warning ";
    private static final String OUTPUT = "output ";
    private static final String SEPARATOR = "\t";

    /**
     * An output of the last build.
     *
     * @param sha256 of its content
     * @param place where it went
     */
    record Entry(String sha256, Place place) {

        static Entry of(Output output) {
            return new Entry(TensorBytes.sha256(output.content()), output.place());
        }

        boolean isIntact() throws IOException {
            return holds(place.file());
        }

        /** Takes away a copy that a killed build tore, or that someone edited: Maven would keep it, because it is newer. */
        void clearDamagedCopy() throws IOException {
            if (place.isResource() && !holds(place.copy())) {
                Files.deleteIfExists(place.copy());
            }
        }

        private boolean holds(Path path) throws IOException {
            return Files.isRegularFile(path)
                    && TensorBytes.sha256(Files.readAllBytes(path)).equals(sha256);
        }
    }

    /** Reads a record; one that is missing or damaged knows of nothing. */
    static BuildRecord read(Path file, Path base) throws IOException {
        try {
            return parse(Files.readString(file), base);
        } catch (NoSuchFileException | CharacterCodingException e) {
            return NONE;
        } catch (InvalidPathException | IndexOutOfBoundsException e) {
            return NONE;
        }
    }

    private static BuildRecord parse(String text, Path base) {
        String inputs = UNFINISHED;
        List<String> warning = new ArrayList<>();
        List<Entry> outputs = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(INPUTS)) {
                inputs = line.substring(INPUTS.length());
            } else if (line.startsWith(WARNING)) {
                warning.add(line.substring(WARNING.length()));
            } else if (line.startsWith(OUTPUT)) {
                String[] parts = line.substring(OUTPUT.length()).split(SEPARATOR);
                outputs.add(new Entry(
                        parts[0],
                        new Place(
                                base.resolve(parts[1]).normalize(),
                                base.resolve(parts[2]).normalize())));
            }
        }
        return new BuildRecord(
                inputs,
                warning.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", warning)),
                List.copyOf(outputs));
    }

    byte[] write(Path base) {
        Stream<String> warningLines = warning.stream().flatMap(String::lines).map(line -> WARNING + line);
        Stream<String> outputLines = outputs.stream()
                .map(entry -> OUTPUT
                        + String.join(
                                SEPARATOR,
                                entry.sha256,
                                relative(base, entry.place.file()),
                                relative(base, entry.place.copy())));
        return Stream.of(Stream.of(INPUTS + inputs), warningLines, outputLines)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String relative(Path base, Path file) {
        return (file.getRoot().equals(base.getRoot()) ? base.relativize(file) : file).toString();
    }

    boolean isUpToDate(String currentInputs) throws IOException {
        if (!inputs.equals(currentInputs) || outputs.isEmpty()) {
            return false;
        }
        for (Entry output : outputs) {
            if (!output.isIntact()) {
                return false;
            }
        }
        return true;
    }
}
