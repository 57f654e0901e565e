package io.github.rnnadder.base.files;

import io.github.rnnadder.base.text.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** Writes files that are whole at every moment, or absent; also while others write into the same directories. */
public final class WholeFiles {

    private final Path temporary;

    /**
     * @param workDirectory {@code target/rnn-adder}: unfinished files lie below it, where nothing packages them
     */
    public WholeFiles(Path workDirectory) {
        this.temporary = workDirectory.resolve("tmp");
    }

    /** The content of a file, piece by piece. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file whole or not at all, and only if its content is not there already. */
    public void write(Path file, byte[] content) throws IOException {
        prepare(file);
        if (!new FileKind("an earlier output", content.length).holds(file, Sha256.of(content))) {
            replace(file, out -> out.write(content));
        }
    }

    /** Does the same for a file that is too large to lie in memory. */
    public void write(Path file, Content content) throws IOException {
        prepare(file);
        replace(file, content);
    }

    private static void prepare(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "it is a directory where a file should be");
        }
        clearOtherSpelling(file);
    }

    private void replace(Path file, Content content) throws IOException {
        Path whole =
                temporary.resolve(Long.toHexString(ThreadLocalRandom.current().nextLong()));
        Directories.above(whole);
        Directories.above(file);
        try {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                content.writeTo(out);
            }
            if (!isSame(whole, file)) {
                move(whole, file);
            }
        } catch (IOException e) {
            // By the name that a reader knows. A disk that is full says so without any.
            FileSystemException named = new FileSystemException(file.toString(), null, FileFailure.reason(e));
            named.initCause(e);
            throw named;
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** What cannot be compared is not the same. */
    private static boolean isSame(Path whole, Path file) {
        try {
            return Files.isRegularFile(file) && Files.mismatch(whole, file) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Where case does not count, a file may be there as {@code Model.json}, but jars and loaders tell it from {@code
     * model.json}.
     */
    private static void clearOtherSpelling(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Path there = file.toRealPath(LinkOption.NOFOLLOW_LINKS).getFileName();
            if (!there.toString().equals(file.getFileName().toString())) {
                Files.delete(file);
            }
        }
    }

    private static void move(Path whole, Path file) throws IOException {
        try {
            replace(whole, file);
        } catch (AtomicMoveNotSupportedException e) {
            // Another file system: finished beside the file, which is surely on the same one, under a name in ~: what a
            // killed build leaves there, Maven's plugins neither package nor compile (their default excludes).
            Path beside = file.resolveSibling(whole.getFileName() + "~");
            try {
                Files.move(whole, beside);
                replace(beside, file);
            } finally {
                Files.deleteIfExists(beside);
            }
        }
    }

    private static void replace(Path whole, Path file) throws IOException {
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
