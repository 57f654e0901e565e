package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.ReadLimit;
import io.github.rnnadder.base.files.RelativePath;
import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.files.Utf8;
import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.gate.Criterion;
import io.github.rnnadder.gate.Criterion.Requirement;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.model.config.ConfigSource;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The inputs and outputs of an execution of {@code train}. Without the record, the adder is trained again. It is plain
 * text and needs no parser. Its paths are relative to {@code target}, so a copied checkout never names the original.
 *
 * @param inputs everything that the outputs depend on, by name
 * @param config the path of the config; empty if there was no config
 * @param execution the id of the execution in the POM
 * @param gate the requirements for the adder
 * @param missed the requirement that the adder missed without halting the build; empty if it passed
 * @param outputs the SHA-256 of each file that was made
 */
record BuildRecord(
        Map<String, String> inputs,
        Optional<String> config,
        String execution,
        Gate gate,
        Optional<Criterion> missed,
        Map<Path, String> outputs) {

    private static final ReadLimit KIND = new ReadLimit("the record of a build", 1 << 20);

    /** The name of the input that records the digest of the config. */
    static final String CONFIG = "config";

    private static final String INPUT = "input ";
    private static final String CONFIG_FILE = "configFile ";
    private static final String EXECUTION = "execution ";
    private static final String THRESHOLD = "accuracyThreshold ";
    private static final String CERTIFY = "certify ";
    private static final String MISSED = "missed ";
    private static final String OUTPUT = "output ";
    private static final String SEPARATOR = "\t";

    /** The key of the last line, which holds the digest of all lines before it. */
    private static final String END = "end ";

    /** Returns the digest of a config, or {@code defaults} if there is no config. */
    static String digest(Optional<ConfigSource> config) {
        return config.map(it -> Sha256.of(it.bytes())).orElse("defaults");
    }

    /** Reads a record; empty if the file is missing or damaged, or another plugin version wrote a different format. */
    static Optional<BuildRecord> read(Path file, Path target) {
        try {
            String text = Utf8.decode(KIND.read(file));
            int end = text.lastIndexOf(END);
            return end >= 0 && text.substring(end).equals(end(text.substring(0, end)))
                    ? parse(text.substring(0, end).lines().toList(), target)
                    : Optional.empty();
        } catch (UnreadableFileException
                | CharacterCodingException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) { // among them a path or number that is none
            return Optional.empty();
        }
    }

    private static String end(String text) {
        return END + Sha256.of(text.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    private static Optional<BuildRecord> parse(List<String> lines, Path target) {
        Map<Path, String> outputs = new TreeMap<>();
        for (String line : values(lines, OUTPUT).toList()) {
            String[] parts = line.split(SEPARATOR, -1);
            outputs.put(target.resolve(parts[1]).normalize(), parts[0]);
        }
        Map<String, String> inputs = new TreeMap<>();
        values(lines, INPUT).map(line -> line.split(SEPARATOR, 2)).forEach(input -> inputs.put(input[0], input[1]));
        List<Optional<String>> head = Stream.of(EXECUTION, THRESHOLD, CERTIFY)
                .map(key -> values(lines, key).findFirst())
                .toList();
        Optional<Criterion> missed = values(lines, MISSED)
                .map(line -> line.split(SEPARATOR, 2))
                .map(it -> Criterion.failed(Requirement.valueOf(it[0]), it[1].replace(SEPARATOR, "\n")))
                .findFirst();
        if (outputs.isEmpty() || head.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new BuildRecord(
                inputs,
                values(lines, CONFIG_FILE).findFirst(),
                head.get(0).get(),
                new Gate(
                        Double.parseDouble(head.get(1).get()),
                        Boolean.parseBoolean(head.get(2).get())),
                missed,
                outputs));
    }

    private static Stream<String> values(List<String> lines, String key) {
        return lines.stream().filter(line -> line.startsWith(key)).map(line -> line.substring(key.length()));
    }

    byte[] write(Path target) {
        List<String> lines = new ArrayList<>();
        inputs.forEach((name, value) -> lines.add(INPUT + name + SEPARATOR + value));
        config.ifPresent(file -> lines.add(CONFIG_FILE + file));
        lines.addAll(List.of(EXECUTION + execution, THRESHOLD + gate.threshold(), CERTIFY + gate.certify()));
        missed.ifPresent(it -> lines.add(
                MISSED + it.requirement().name() + SEPARATOR + it.text().replace("\n", SEPARATOR)));
        outputs.forEach((file, sha256) -> lines.add(OUTPUT + sha256 + SEPARATOR + RelativePath.of(target, file)));
        String text = String.join("\n", lines) + "\n";
        return (text + end(text)).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a copy of this record that names another execution. */
    BuildRecord ownedBy(String other) {
        return new BuildRecord(inputs, config, other, gate, missed, outputs);
    }

    /** Describes the first input whose value differs from the recorded one; empty if all are the same. */
    Optional<String> change(Map<String, String> now) {
        return now.entrySet().stream()
                .filter(input -> !input.getValue().equals(inputs.get(input.getKey())))
                .map(input -> input.getKey() + " was " + inputs.get(input.getKey()) + " and is " + input.getValue())
                .findFirst();
    }

    /** Returns the outputs that are missing or have changed since they were recorded. */
    List<Path> damaged() {
        return outputs.entrySet().stream()
                .filter(output -> !TrainOutput.KIND.holds(output.getKey(), output.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
