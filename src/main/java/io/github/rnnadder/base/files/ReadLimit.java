package io.github.rnnadder.base.files;

import io.github.rnnadder.base.text.Sha256;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A kind of file to read, with a size limit. A file must be a regular file or a link to one, because reading a pipe may
 * block and a device has no end. Type and size are checked before anything is read.
 *
 * @param name describes the kind of file in messages, for example {@code a certificate}
 * @param maxBytes the largest size allowed
 */
public record ReadLimit(String name, int maxBytes) {

    /**
     * Returns whether a file certainly does not exist. A broken link counts as existing. So does a file whose directory
     * is a broken link or not a directory.
     */
    public static boolean isAbsent(Path file) {
        Path directory = file.toAbsolutePath().resolveSibling("");
        return Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
                && (Files.isDirectory(directory) || Files.notExists(directory, LinkOption.NOFOLLOW_LINKS));
    }

    /**
     * Reads a file, using no more memory than its size.
     *
     * @throws UnreadableFileException if the file does not exist or is not of this kind
     */
    public byte[] read(Path file) {
        try (BoundedStream in = new BoundedStream(file, this)) {
            return in.readWhole();
        }
    }

    /**
     * Opens a file for reading in pieces.
     *
     * @return a stream that also throws {@link UnreadableFileException} for every error
     * @throws UnreadableFileException if the file does not exist or is not of this kind
     */
    public InputStream open(Path file) {
        return new BoundedStream(file, this);
    }

    /**
     * Computes the SHA-256 of a file, piece by piece.
     *
     * @return 64 lower-case hexadecimal digits
     * @throws UnreadableFileException if the file does not exist or is not of this kind
     */
    public String sha256(Path file) {
        try (BoundedStream in = new BoundedStream(file, this)) {
            MessageDigest digest = Sha256.digest();
            byte[] piece = new byte[BoundedStream.PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                digest.update(piece, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    /** Returns whether a file exists, is of this kind, and has the given SHA-256. */
    public boolean holds(Path file, String sha256) {
        try {
            return sha256(file).equals(sha256);
        } catch (UnreadableFileException e) {
            return false;
        }
    }
}
