package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.FileFailure;
import io.github.rnnadder.base.files.ReadLimit;
import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.loader.LoaderSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Cleans the directories that the plugin owns, and the copies that Maven made of their files. A sweep leaves only the
 * files that it is told to keep, whatever earlier builds left behind.
 */
final class OwnedFiles {

    /** The default directory of weights, below the classes directory. The plugin owns this directory, too. */
    private static final String NAMESPACE = "META-INF/rnn-adder";

    private static final String SOURCE = ".java";
    private static final String CLASS = ".class";

    private final ModuleDirectories directories;
    private final Map<String, String> kept;
    private final Progress progress;
    private final List<Path> removed = new ArrayList<>();
    private final Set<String> stuck = new LinkedHashSet<>();

    private OwnedFiles(ModuleDirectories directories, Map<String, String> kept, Progress progress) {
        this.directories = directories;
        this.kept = kept;
        this.progress = progress;
    }

    /**
     * Removes every file that is not to be kept, and its copies. Also removes copies that differ from their kept file,
     * because Maven would not replace a newer copy.
     *
     * @param kept the SHA-256 of each file to keep, including files that are about to be written; keys are paths in
     *     exact case, because jars and class loaders distinguish case even if the file system does not
     * @param names other files that an execution may make; their copies are removed even if the file no longer exists
     * @param progress is told about each removal
     * @return the files that were removed from the owned directories, sorted
     * @throws IOException if a file could not be removed; all other files were removed
     */
    static List<Path> sweep(
            ModuleDirectories directories, Map<String, String> kept, List<Path> names, Progress progress)
            throws IOException {
        OwnedFiles files = new OwnedFiles(directories, kept, progress);
        files.sweep(directories.main(), names);
        files.sweep(directories.test(), names);
        if (!files.stuck.isEmpty()) {
            throw new IOException("These files could not be removed, and must not be packaged: "
                    + String.join(", ", files.stuck) + "; remove them and build again");
        }
        return files.removed;
    }

    private void sweep(OutputDirectories scope, List<Path> names) {
        for (Path file : filesBelow(scope.resources())) {
            sweepOwned(scope, file);
        }
        for (Path file : filesBelow(scope.sources())) {
            sweepOwned(scope, file);
        }
        for (Path file : names) {
            if (!isKept(file)) {
                copies(scope, file).forEach(this::deleteCopy);
            }
        }
        for (Path classes : scope.classes()) {
            for (Path copy : filesBelow(classes.resolve(NAMESPACE))) {
                if (!isKept(scope.resources().resolve(classes.relativize(copy)))) {
                    deleteCopy(copy);
                }
            }
        }
    }

    private void sweepOwned(OutputDirectories scope, Path file) {
        if (!isKept(file)) {
            delete(file);
            removed.add(file);
            copies(scope, file).forEach(this::deleteCopy);
            return;
        }
        for (Path copy : copies(scope, file)) {
            if (!ReadLimit.isAbsent(copy) && !isCopy(copy, file)) {
                deleteCopy(copy);
            }
        }
    }

    /** Returns the paths to which Maven copies a resource or compiles a source. */
    private static List<Path> copies(OutputDirectories scope, Path file) {
        if (file.startsWith(scope.resources())) {
            Path name = scope.resources().relativize(file);
            return scope.classes().stream().map(it -> it.resolve(name)).toList();
        }
        if (file.startsWith(scope.sources())) {
            String name = scope.sources().relativize(file).toString();
            String type = (name.endsWith(SOURCE) ? name.substring(0, name.length() - SOURCE.length()) : name) + CLASS;
            return scope.classes().stream().map(it -> it.resolve(type)).toList();
        }
        return List.of();
    }

    private boolean isCopy(Path copy, Path file) {
        return isClass(copy)
                ? fingerprint(file).filter(it -> isCompiledFrom(copy, it)).isPresent()
                : TrainOutput.KIND.holds(copy, kept.getOrDefault(file.toString(), ""));
    }

    /** Returns the fingerprint in a loader's source; empty if the source does not have the expected content. */
    private Optional<String> fingerprint(Path source) {
        return TrainOutput.KIND.holds(source, kept.getOrDefault(source.toString(), ""))
                ? Optional.of(LoaderSource.fingerprint(TrainOutput.KIND.read(source)))
                : Optional.empty();
    }

    private static boolean isCompiledFrom(Path type, String fingerprint) {
        try {
            return LoaderSource.isCompiled(TrainOutput.KIND.read(type), fingerprint);
        } catch (UnreadableFileException e) {
            return false;
        }
    }

    private boolean isKept(Path file) {
        return kept.containsKey(file.toString());
    }

    private static Path directory(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private static boolean isClass(Path copy) {
        return copy.toString().endsWith(CLASS);
    }

    /** Deletes a copy. If the copy is a class file, also deletes the class files of its nested classes. */
    private void deleteCopy(Path copy) {
        delete(copy);
        if (isClass(copy) && Files.isDirectory(directory(copy))) {
            String name = copy.getFileName().toString();
            String nested = name.substring(0, name.length() - CLASS.length()) + "$";
            try (Stream<Path> siblings = Files.list(directory(copy))) {
                siblings.filter(it -> it.getFileName().toString().startsWith(nested))
                        .filter(OwnedFiles::isClass)
                        .forEach(this::delete);
            } catch (IOException | UncheckedIOException e) {
                stuck.add(directories.shown(directory(copy)) + " (" + e.getMessage() + ")");
            }
        }
    }

    private void delete(Path file) {
        try {
            if (Files.isDirectory(directory(file)) && Files.deleteIfExists(file)) {
                progress.explain("Removed " + directories.shown(file));
            }
        } catch (IOException e) {
            stuck.add(directories.shown(file) + " (" + FileFailure.reason(e) + ")");
        }
    }

    /** Returns all files below a directory, sorted. Links count as files. */
    private List<Path> filesBelow(Path directory) {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            stuck.add(directories.shown(directory) + " (" + FileFailure.reason(e) + ")");
        } catch (UncheckedIOException e) {
            stuck.add(directories.shown(directory) + " (" + FileFailure.reason(Objects.requireNonNull(e.getCause()))
                    + ")");
        }
        return List.of();
    }
}
