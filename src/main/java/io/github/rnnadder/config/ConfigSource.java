package io.github.rnnadder.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bytes of a config file, read once: what is up to date is decided from the same bytes that are parsed.
 *
 * @param file where they came from
 * @param bytes at most {@link #MAX_BYTES}
 */
public record ConfigSource(Path file, byte[] bytes) {

    /** No honest config is larger, and nothing larger is read. */
    static final int MAX_BYTES = 64 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Finds the config of a module, where it is by default.
     *
     * @return empty if there is none
     * @throws ConfigException if there is one that cannot be read
     */
    public static Optional<ConfigSource> find(Path basedir) {
        return defaults(basedir).filter(ConfigSource::isThere).findFirst().map(ConfigSource::read);
    }

    /** Says whether a module has a config where it is by default, readable or not. */
    public static boolean exists(Path basedir) {
        return defaults(basedir).anyMatch(ConfigSource::isThere);
    }

    /** Returns where the config of a module is by default: the first that is there counts. */
    static Stream<Path> defaults(Path basedir) {
        Path directory = basedir.resolve("src").resolve("main").resolve("rnn-adder");
        return Stream.of("adder.yaml", "adder.yml", "adder.json").map(directory::resolve);
    }

    /**
     * Says whether there is anything of this name. What cannot be looked at counts: a link that leads nowhere, or what lies
     * below one, or below a directory that may not be entered.
     */
    static boolean isThere(Path file) {
        try {
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (NoSuchFileException e) {
            Path parent = file.getParent();
            return parent != null && !Files.isDirectory(parent) && isThere(parent);
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException if there is no such file, or it is no config at all
     */
    public static ConfigSource read(Path file) throws ConfigException {
        if (Files.isDirectory(file)) {
            throw new ConfigException(file + " is a directory; expected a YAML or JSON file");
        }
        if (!isJson(file) && !isYaml(file)) {
            throw new ConfigException(file + " ends neither in .yaml, .yml nor .json; its ending says how to read it");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new ConfigException(file + " is not a regular file; expected a YAML or JSON file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new ConfigException(file + " has more than " + MAX_BYTES + " bytes; a config has less");
            }
            return new ConfigSource(file, bytes);
        } catch (NoSuchFileException e) {
            throw new ConfigException(file + " does not exist; configFile must name a YAML or JSON file");
        } catch (IOException e) {
            throw new ConfigException(file + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
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
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
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
