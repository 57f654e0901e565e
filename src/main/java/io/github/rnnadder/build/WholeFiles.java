package io.github.rnnadder.build;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Writes files that are whole at every moment, or absent. */
public final class WholeFiles {

    private final Path temporary;

    /**
     * @param workDirectory {@code target/rnn-adder}: unfinished files lie below it, where nothing packages them
     */
    public WholeFiles(Path workDirectory) {
        this.temporary = workDirectory.resolve("tmp");
    }

    /** Writes a file whole or not at all, and only if its content is not there already. */
    public void write(Path file, byte[] content) throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Files.createDirectories(temporary);
        Files.createDirectories(file.getParent());
        Path whole = temporary.resolve(file.getFileName());
        fill(whole, out -> out.write(content));
        move(whole, file);
    }

    /** The content of a file, piece by piece. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Does the same for a file that is too large to lie in memory. */
    public void write(Path file, Content content) throws IOException {
        Files.createDirectories(temporary);
        Files.createDirectories(file.getParent());
        Path whole = temporary.resolve(file.getFileName());
        fill(whole, content);
        if (Files.isRegularFile(file) && Files.mismatch(whole, file) < 0) {
            Files.delete(whole);
        } else {
            move(whole, file);
        }
    }

    private static void move(Path whole, Path file) throws IOException {
        try {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // Another file system. The record, which comes last, has the digest of what should be there.
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void fill(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(out);
        } catch (IOException e) {
            // A disk that is full says so without a name, and wants its space back.
            Files.deleteIfExists(file);
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }
}
