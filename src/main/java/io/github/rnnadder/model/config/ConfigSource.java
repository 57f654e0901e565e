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
 * The content of a config file, read only once. The up-to-date check and the parser use the same bytes.
 *
 * @param file the config file
 * @param bytes the content of the file
 */
public record ConfigSource(Path file, byte[] bytes) {

    /** The maximum size of a config file in bytes, far more than any real config needs. */
    static final int MAX_BYTES = 64 * 1024;

    private static final ReadLimit KIND = new ReadLimit("a YAML or JSON file", MAX_BYTES);

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Returns the first of a module's default configs that exists, readable or not; empty if there is none. */
    public static Optional<Path> find(Path basedir) {
        return defaults(basedir).filter(ConfigSource::isThere).findFirst();
    }

    /**
     * Returns the config file that was probably meant if {@code missing} does not exist: the same name with another
     * extension, or else the file at a default place.
     */
    public static Optional<Path> near(Path missing, Path basedir) {
        String name = missing.getFileName().toString();
        String stem = name.substring(0, Math.max(name.lastIndexOf('.'), 0));
        return Stream.of(".yaml", ".yml", ".json")
                .map(extension -> missing.resolveSibling(stem + extension))
                .filter(ConfigSource::isThere)
                .findFirst()
                .or(() -> find(basedir));
    }

    /** Returns the default places of a module's config file. The first file that exists is used. */
    static Stream<Path> defaults(Path basedir) {
        Path directory = basedir.resolve("src").resolve("main").resolve("rnn-adder");
        return Stream.of("adder.yaml", "adder.yml", "adder.json").map(directory::resolve);
    }

    static boolean isThere(Path file) {
        return !ReadLimit.isAbsent(file);
    }

    /**
     * Reads a config file.
     *
     * @throws UserErrorException if the file does not exist, cannot be read, or has another extension than YAML or JSON
     */
    public static ConfigSource read(Path file) {
        ConfigSource source = new ConfigSource(file, KIND.read(file));
        if (!source.isJson() && !source.endsWith(".yaml") && !source.endsWith(".yml")) {
            throw new ConfigException(file + " ends neither in .yaml, .yml nor .json; its ending says how to read it");
        }
        return source;
    }

    /** Returns whether the file is JSON by its extension; otherwise it is YAML. */
    public boolean isJson() {
        return endsWith(".json");
    }

    private boolean endsWith(String extension) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(extension);
    }

    /**
     * Returns the text of the file, without a byte order mark.
     *
     * @throws ConfigException if the file is not UTF-8 text
     */
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
