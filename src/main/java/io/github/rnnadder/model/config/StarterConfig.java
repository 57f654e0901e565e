package io.github.rnnadder.model.config;

import io.github.rnnadder.base.files.FileFailure;
import io.github.rnnadder.base.files.ReadLimit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Creates the first config of a module, and the schema with which editors check it. */
public final class StarterConfig {

    private static final ReadLimit EXTENSIONS = new ReadLimit("the extensions of a build", 1 << 20);

    private final Path basedir;
    private final Path directory;
    private final Path mvn;

    /**
     * @param basedir the directory of the module
     * @param root the directory where Maven looks for {@code .mvn}
     */
    public StarterConfig(Path basedir, Path root) {
        this.basedir = basedir;
        this.directory = basedir.resolve("src/main/rnn-adder");
        this.mvn = root.resolve(".mvn");
    }

    /**
     * Creates the config and its JSON Schema. If the build uses the Maven build cache, also creates a config for the
     * cache. Keeps existing files.
     *
     * @return one line for each file, which states whether it was written or kept
     * @throws IOException if a file cannot be written; no part of that file remains
     */
    public List<String> write() throws IOException {
        Path schema = directory.resolve("adder.schema.json");
        Files.createDirectories(directory);
        // The schema is written first, because the config refers to it.
        List<String> lines = new ArrayList<>(List.of(
                write(List.of(schema)), write(ConfigSource.defaults(basedir).toList())));
        if (usesBuildCache()) {
            lines.add(write(List.of(mvn.resolve("maven-build-cache-config.xml"))));
        }
        return lines;
    }

    private boolean usesBuildCache() {
        Path extensions = mvn.resolve("extensions.xml");
        return Files.isRegularFile(extensions)
                && new String(EXTENSIONS.read(extensions), StandardCharsets.UTF_8)
                        .contains("maven-build-cache-extension");
    }

    /** Returns the path of the module's config, relative to the module and with slashes. */
    public String config() {
        Path config = ConfigSource.find(basedir).orElse(directory.resolve("adder.yaml"));
        return "src/main/rnn-adder/" + config.getFileName();
    }

    /** Writes the first of the given files, unless one of them exists. Returns a line with the result. */
    private String write(List<Path> files) throws IOException {
        Optional<Path> there = files.stream().filter(ConfigSource::isThere).findFirst();
        if (there.isPresent()) {
            return there.get() + " exists already and was kept";
        }
        create(files.get(0));
        return "Wrote " + files.get(0);
    }

    private void create(Path file) throws IOException {
        byte[] content = resource(file.getFileName().toString());
        Path unfinished = file.resolveSibling(file.getFileName() + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()));
        try {
            Files.write(unfinished, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            // Unlike an atomic move, this never replaces an existing file.
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
