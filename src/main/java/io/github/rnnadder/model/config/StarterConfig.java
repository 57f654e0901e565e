package io.github.rnnadder.model.config;

import io.github.rnnadder.base.files.Directories;
import io.github.rnnadder.base.files.FileFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The config that a module starts with, and beside it the schema that explains it to an editor. */
public final class StarterConfig {

    private final Path basedir;
    private final Path directory;

    /**
     * @param basedir the directory of the module
     */
    public StarterConfig(Path basedir) {
        this.basedir = basedir;
        this.directory = basedir.resolve("src/main/rnn-adder");
    }

    /**
     * Writes both, but for what is there already.
     *
     * @return a line for each, that says what became of it
     * @throws IOException if one cannot be written; nothing is left of it then
     */
    public List<String> write() throws IOException {
        Path schema = directory.resolve("adder.schema.json");
        Directories.above(schema);
        // The config names the schema, which so is there before it.
        return List.of(
                write(List.of(schema)), write(ConfigSource.defaults(basedir).toList()));
    }

    /** Returns the path of the module's config below its directory, with slashes. */
    public String config() {
        Path config = ConfigSource.find(basedir).orElse(directory.resolve("adder.yaml"));
        return "src/main/rnn-adder/" + config.getFileName();
    }

    /** Writes the first of some files, unless one of them is there. */
    private String write(List<Path> files) throws IOException {
        Optional<Path> there = files.stream().filter(ConfigSource::isThere).findFirst();
        if (there.isPresent()) {
            return there.get() + " is there already, and stays as it is";
        }
        create(files.get(0));
        return "Wrote " + files.get(0);
    }

    private void create(Path file) throws IOException {
        byte[] content = resource(file.getFileName().toString());
        Path unfinished = directory.resolve(file.getFileName() + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()));
        try {
            Files.write(unfinished, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            // Unlike an atomic move, this one never replaces a file.
            Files.move(unfinished, file);
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), null, FileFailure.reason(e));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = StarterConfig.class.getResourceAsStream("/META-INF/rnn-adder/" + name)) {
            return resource.readAllBytes();
        }
    }
}
