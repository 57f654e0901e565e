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

/** Writes files atomically: always complete or absent, even if other builds write into the same directories. */
public final class AtomicFiles {

    private final Path temporary;

    /** @param workDirectory {@code target/rnn-adder}; unfinished files stay below it, where they are never packaged */
    public AtomicFiles(Path workDirectory) {
        this.temporary = workDirectory.resolve("tmp");
    }

    /** The content of a file, written in pieces. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file, unless it already has this content. */
    public void write(Path file, byte[] content) throws IOException {
        prepare(file);
        if (!new ReadLimit("an earlier output", content.length).holds(file, Sha256.of(content))) {
            replace(file, out -> out.write(content));
        }
    }

    /** Writes a file whose content may be too large for memory. */
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
        Files.createDirectories(temporary);
        Files.createDirectories(file.getParent());
        try {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                content.writeTo(out);
            }
            if (!isSame(whole, file)) {
                move(whole, file);
            }
        } catch (IOException e) {
            // Name the file that the user knows. Some errors, such as a full disk, name no file.
            FileSystemException named = new FileSystemException(file.toString(), null, FileFailure.reason(e));
            named.initCause(e);
            throw named;
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** Returns whether two files have the same content; false if a file cannot be read. */
    private static boolean isSame(Path whole, Path file) {
        try {
            return Files.isRegularFile(file) && Files.mismatch(whole, file) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Deletes a file whose name differs only in case. On a file system that ignores case, writing {@code model.json}
     * would otherwise keep the name {@code Model.json}, which jars and class loaders treat as different.
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
            // The target is on another file system, so a copy is made beside it first. Its name ends in ~.
            // If the build is killed, Maven's default excludes make its plugins ignore that copy.
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
