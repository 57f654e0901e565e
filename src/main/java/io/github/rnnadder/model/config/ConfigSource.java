package io.github.rnnadder.model.config;

import io.github.rnnadder.base.files.ReadLimit;
import io.github.rnnadder.base.files.Utf8;
import io.github.rnnadder.base.text.UserErrorException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bytes of a config file, read once: what is up to date is decided from the same bytes that are parsed.
 *
 * @param file where they came from
 * @param bytes all of them
 */
public record ConfigSource(Path file, byte[] bytes) {

    /** No honest config is larger. */
    static final int MAX_BYTES = 64 * 1024;

    private static final ReadLimit KIND = new ReadLimit("a YAML or JSON file", MAX_BYTES);

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Finds the config of a module, where it is by default.
     *
     * @return empty if there is none; one that cannot be read is there
     */
    public static Optional<Path> find(Path basedir) {
        return defaults(basedir).filter(ConfigSource::isThere).findFirst();
    }

    /** Finds the config that somebody may have meant who named one that is not there: with another ending, or the default. */
    public static Optional<Path> near(Path missing, Path basedir) {
        String name = missing.getFileName().toString();
        String stem = name.substring(0, Math.max(name.lastIndexOf('.'), 0));
        return Stream.of(".yaml", ".yml", ".json")
                .map(ending -> missing.resolveSibling(stem + ending))
                .filter(ConfigSource::isThere)
                .findFirst()
                .or(() -> find(basedir));
    }

    /** Returns where the config of a module is by default: the first that is there counts. */
    static Stream<Path> defaults(Path basedir) {
        Path directory = basedir.resolve("src").resolve("main").resolve("rnn-adder");
        return Stream.of("adder.yaml", "adder.yml", "adder.json").map(directory::resolve);
    }

    static boolean isThere(Path file) {
        return !ReadLimit.isAbsent(file);
    }

    /**
     * Reads a file.
     *
     * @throws UserErrorException if there is no such file, or it is no config at all
     */
    public static ConfigSource read(Path file) {
        byte[] bytes = KIND.read(file);
        if (!isJson(file) && !isYaml(file)) {
            throw new ConfigException(file + " ends neither in .yaml, .yml nor .json; its ending says how to read it");
        }
        return new ConfigSource(file, bytes);
    }

    /** Says whether the file is to be read as JSON, not YAML. */
    public boolean isJson() {
        return isJson(file);
    }

    private static boolean isJson(Path file) {
        return ending(file).endsWith(".json");
    }

    private static boolean isYaml(Path file) {
        return ending(file).endsWith(".yaml") || ending(file).endsWith(".yml");
    }

    private static String ending(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** Decodes UTF-8, without its byte order mark. */
    String text() throws ConfigException {
        String text;
        try {
            text = Utf8.decode(bytes);
        } catch (CharacterCodingException e) {
            throw new ConfigException(file + " is not UTF-8 text; a config is written in UTF-8");
        }
        if (text.indexOf('\0') >= 0) {
            throw new ConfigException(
                    file + " holds NUL characters, so it is binary or not UTF-8; a config is UTF-8 text");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
