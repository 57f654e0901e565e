package io.github.rnnadder.delivery;

import io.github.rnnadder.base.text.Sha256;
import io.github.rnnadder.loader.LoaderSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files that a module ships: the entries of its artifact or, before packaging, the files of its classes directory.
 *
 * @param where the path of the artifact or of the classes directory
 * @param packaged whether {@code where} is an artifact
 */
record ShippedFiles(Path where, boolean packaged) {

    /** The directory that the plugin owns in every artifact, in lower case. */
    private static final String NAMESPACE = "meta-inf/rnn-adder/";

    /** The directories in an archive, besides the root, where class loaders find classes and resources. */
    private static final Pattern ROOT =
            Pattern.compile("(WEB-INF/classes/|BOOT-INF/classes/|META-INF/versions/\\d+/)+");

    /** The first two bytes of archives. An executable archive begins with a script. */
    private static final Set<String> ARCHIVES = Set.of("PK", "#!");

    private static final int MAX_BYTES = TrainOutput.KIND.maxBytes();

    /**
     * Finds the files that a module ships.
     *
     * @param artifact the artifact that Maven knows; empty if there is none
     * @param classes the classes directory of the module
     */
    static ShippedFiles of(Optional<Path> artifact, Path classes) {
        return artifact.filter(ShippedFiles::isArchive)
                .map(it -> new ShippedFiles(it, true))
                .orElseGet(() -> new ShippedFiles(classes, false));
    }

    /** Returns whether a file is an archive. Before {@code package}, the artifact may be a classes directory or POM. */
    private static boolean isArchive(Path file) {
        try (InputStream in = Files.isRegularFile(file) ? Files.newInputStream(file) : InputStream.nullInputStream()) {
            return ARCHIVES.contains(new String(in.readNBytes(2), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return true; // reading the archive will then give the reason
        }
    }

    /**
     * Compares the shipped files with the records.
     *
     * @param adder the adder whose files must all be shipped
     * @param made the records of all executions, beginning with the record of this adder
     * @return a sentence per file that occurs twice, differs, was made by no execution, or is missing from an artifact
     */
    List<String> complaints(AdderPaths adder, List<BuildRecord> made) throws IOException {
        OutputDirectories outputs = adder.outputs();
        Map<String, Predicate<byte[]>> expected = expected(outputs, made);
        Set<String> names = new HashSet<>();
        for (BuildRecord record : made) {
            String resource =
                    record.inputs().getOrDefault("resourceName", adder.name().name());
            AdderPaths.ENDINGS.forEach(ending -> names.add(lowerCase(resource + ending)));
        }
        expected.keySet().forEach(it -> names.add(lowerCase(it)));
        Map<String, List<byte[]>> found = read(name -> {
            String lower = lowerCase(name);
            return lower.startsWith(NAMESPACE) || names.contains(lower);
        });
        if (isEmpty(adder)) {
            return List.of();
        }
        List<String> complaints = new ArrayList<>();
        Set<String> own = expected(outputs, made.subList(0, 1)).keySet();
        expected.forEach((name, isMade) -> {
            List<byte[]> contents = found.getOrDefault(name, List.of());
            if (contents.size() > 1) {
                complaints.add(name + " is there " + contents.size() + " times");
            } else if (contents.isEmpty() ? packaged && own.contains(name) : !isMade.test(contents.get(0))) {
                complaints.add(name + (contents.isEmpty() ? " is missing" : " is not what train made"));
            }
        });
        found.keySet().stream()
                .filter(name -> !expected.containsKey(name))
                .forEach(name -> complaints.add(name + " was not made by any execution of train"));
        return complaints;
    }

    /** Returns whether no file of the adder has been packaged or copied yet. */
    boolean isEmpty(AdderPaths adder) {
        return !packaged
                && adder.files().stream()
                        .noneMatch(it -> Files.exists(
                                where.resolve(name(adder.outputs().resources().relativize(it)))));
    }

    private static Map<String, Predicate<byte[]>> expected(OutputDirectories outputs, Collection<BuildRecord> made) {
        Map<String, Predicate<byte[]>> expected = new TreeMap<>();
        for (BuildRecord record : made) {
            record.outputs().forEach((file, sha256) -> {
                if (file.startsWith(outputs.resources())) {
                    expected.put(
                            name(outputs.resources().relativize(file)),
                            content -> Sha256.of(content).equals(sha256));
                } else if (file.startsWith(outputs.sources())) {
                    String source = name(outputs.sources().relativize(file));
                    String fingerprint = LoaderSource.fingerprint(TrainOutput.KIND.read(file));
                    expected.put(
                            source.substring(0, source.length() - ".java".length()) + ".class",
                            content -> LoaderSource.isCompiled(content, fingerprint));
                }
            });
        }
        return expected;
    }

    /** Reads the files whose names match. Keys are the names that class loaders use. */
    private Map<String, List<byte[]>> read(Predicate<String> names) throws IOException {
        return packaged ? readArchive(names) : readDirectory(names);
    }

    private Map<String, List<byte[]>> readArchive(Predicate<String> names) throws IOException {
        Map<String, List<byte[]>> found = new TreeMap<>();
        try (ZipFile archive = new ZipFile(where.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) archive.stream().map(ZipEntry.class::cast)::iterator) {
                String name = ROOT.matcher(entry.getName()).lookingAt()
                        ? ROOT.matcher(entry.getName()).replaceFirst("")
                        : entry.getName();
                if (!entry.isDirectory() && names.test(name)) {
                    try (InputStream in = archive.getInputStream(entry)) {
                        found.computeIfAbsent(name, it -> new ArrayList<>()).add(in.readNBytes(MAX_BYTES));
                    }
                }
            }
        }
        return found;
    }

    private Map<String, List<byte[]>> readDirectory(Predicate<String> names) throws IOException {
        Map<String, List<byte[]>> found = new TreeMap<>();
        if (!Files.isDirectory(where)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(where)) {
            files.filter(file -> !Files.isDirectory(file))
                    .filter(file -> names.test(name(where.relativize(file))))
                    .forEach(file -> found.put(name(where.relativize(file)), List.of(TrainOutput.KIND.read(file))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found;
    }

    private static String name(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
