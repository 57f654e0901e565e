package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.FileKind;
import io.github.rnnadder.base.files.RelativePath;
import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.files.Utf8;
import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Gate;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the last build made, and from what. A plain text, so that reading it needs no parser: a line for each of what
 * follows, several for what is missed. Paths are relative to the record's base, so a moved checkout never touches the
 * one it came from.
 *
 * @param inputs the digest of all that the outputs depend on, or {@link #UNFINISHED}
 * @param execution the id of the execution that made them
 * @param config where their config lay; empty where they were made from the defaults
 * @param gate what they had to reach
 * @param missed what they miss of that, where the gate does not halt; empty where they passed
 * @param outputs the files that may exist
 */
record BuildRecord(
        String inputs,
        String execution,
        Optional<String> config,
        Gate gate,
        Optional<Criterion> missed,
        List<Entry> outputs) {

    /** The inputs of a record that only says which files may exist, while they are being replaced. */
    private static final String UNFINISHED = "unfinished";

    private static final FileKind KIND = new FileKind("the record of a build", 1 << 20);

    private static final BuildRecord NONE =
            new BuildRecord(UNFINISHED, "", Optional.empty(), new Gate(1, true), Optional.empty(), List.of());

    private static final String INPUTS = "inputs ";
    private static final String EXECUTION = "execution ";
    private static final String CONFIG = "config ";
    private static final String THRESHOLD = "accuracyThreshold ";
    private static final String CERTIFY = "certify ";
    private static final String MISSED = "missed ";
    private static final String OUTPUT = "output ";
    private static final String SEPARATOR = "\t";

    /** The last line: the digest of those before it, since what a record names is taken away at need. */
    private static final String END = "end ";

    /**
     * An output of the last build.
     *
     * @param sha256 of its content
     * @param place where it went
     */
    record Entry(String sha256, Place place) {

        static Entry of(Output output) {
            return new Entry(Sha256.of(output.content()), output.place());
        }

        boolean isIntact() {
            return holds(place.file());
        }

        /** Says whether what Maven copied is something else than the output; of a class, nobody knows. */
        boolean hasDamagedCopy() {
            return place.isResource() && !FileKind.isAbsent(place.copy()) && !holds(place.copy());
        }

        private boolean holds(Path path) {
            return Output.KIND.holds(path, sha256);
        }
    }

    /** Reads a record; one that is missing or damaged knows of nothing. */
    static BuildRecord read(Path file, Path base) {
        try {
            String text = Utf8.decode(KIND.read(file));
            int end = text.lastIndexOf(END);
            return end >= 0 && text.substring(end).equals(end(text.substring(0, end))) ? parse(text, base) : NONE;
        } catch (UnreadableFileException | CharacterCodingException e) {
            return NONE;
        } catch (InvalidPathException | IndexOutOfBoundsException | NumberFormatException e) {
            return NONE;
        }
    }

    private static String end(String text) {
        return END + Sha256.of(text.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    private static BuildRecord parse(String text, Path base) {
        List<String> lines = text.lines().toList();
        Optional<Criterion> missed = Arrays.stream(Requirement.values())
                .flatMap(requirement -> missed(lines, requirement).stream())
                .findFirst();
        // An older version told in other words what was missed; that nothing was must not come of it.
        boolean understood = missed.isPresent() || values(lines, MISSED).isEmpty();
        return new BuildRecord(
                understood ? value(lines, INPUTS).orElse(UNFINISHED) : UNFINISHED,
                value(lines, EXECUTION).orElse(""),
                value(lines, CONFIG),
                new Gate(
                        Double.parseDouble(value(lines, THRESHOLD).orElse("1")),
                        value(lines, CERTIFY).map(Boolean::valueOf).orElse(true)),
                missed,
                values(lines, OUTPUT).stream().map(line -> entry(line, base)).toList());
    }

    private static Optional<Criterion> missed(List<String> lines, Requirement requirement) {
        List<String> text = values(lines, MISSED + requirement + " ");
        return text.isEmpty() ? Optional.empty() : Optional.of(Criterion.failed(requirement, String.join("\n", text)));
    }

    private static Optional<String> value(List<String> lines, String key) {
        return values(lines, key).stream().findFirst();
    }

    private static List<String> values(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .toList();
    }

    private static Entry entry(String line, Path base) {
        String[] parts = line.split(SEPARATOR);
        return new Entry(
                parts[0],
                new Place(
                        base.resolve(parts[1]).normalize(),
                        base.resolve(parts[2]).normalize()));
    }

    byte[] write(Path base) {
        List<String> lines = new ArrayList<>(List.of(INPUTS + inputs, EXECUTION + execution));
        config.ifPresent(file -> lines.add(CONFIG + file));
        lines.add(THRESHOLD + gate.threshold());
        lines.add(CERTIFY + gate.certify());
        missed.ifPresent(it -> it.text()
                .lines()
                .map(line -> MISSED + it.requirement() + " " + line)
                .forEach(lines::add));
        for (Entry entry : outputs) {
            lines.add(OUTPUT
                    + String.join(
                            SEPARATOR,
                            entry.sha256,
                            RelativePath.of(base, entry.place.file()),
                            RelativePath.of(base, entry.place.copy())));
        }
        String text = String.join("\n", lines) + "\n";
        return (text + end(text)).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a record that only says which files may exist. */
    BuildRecord unfinished(List<Entry> all) {
        return new BuildRecord(UNFINISHED, execution, config, gate, missed, all);
    }

    /** Says whether the outputs were made, rather than being replaced when the build ended. */
    boolean isFinished() {
        return !inputs.equals(UNFINISHED) && !outputs.isEmpty();
    }

    /** Returns what should be there as it was made, and is not: outputs, and what Maven copied of them. */
    List<Path> damaged() {
        List<Path> damaged = new ArrayList<>();
        for (Entry output : outputs) {
            if (!output.isIntact()) {
                damaged.add(output.place.file());
            }
            if (output.hasDamagedCopy()) {
                damaged.add(output.place.copy());
            }
        }
        return damaged;
    }

    boolean isUpToDate(String currentInputs) {
        if (!isFinished() || !inputs.equals(currentInputs)) {
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
