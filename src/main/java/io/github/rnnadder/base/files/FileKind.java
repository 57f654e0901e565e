package io.github.rnnadder.base.files;

import io.github.rnnadder.base.text.Sha256;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A kind of file that is read: a regular one, or a link to one, and not too large. Both are asked before anything is
 * read, since a pipe waits for ever and a device has no end.
 *
 * @param name what it is, in sentences, e.g. {@code a certificate}
 * @param maxBytes the most that one may have
 */
public record FileKind(String name, int maxBytes) {

    /**
     * Says whether nothing has a name: neither a file that may be read nor one that may not, nor a link that leads
     * nowhere.
     */
    public static boolean isAbsent(Path file) {
        return Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
                && Obstacle.on(file).isEmpty();
    }

    /**
     * Reads a file, into no more memory than it has bytes.
     *
     * @throws UnreadableFileException if there is none, or it is not of this kind
     */
    public byte[] read(Path file) {
        try (BoundedStream in = new BoundedStream(file, this)) {
            return in.readWhole();
        }
    }

    /**
     * Opens a file, to be read in pieces.
     *
     * @return a stream that fails with one sentence, too
     * @throws UnreadableFileException if there is none, or it is not of this kind
     */
    public InputStream open(Path file) {
        return new BoundedStream(file, this);
    }

    /**
     * Digests a file piece by piece.
     *
     * @return its SHA-256 in lower-case hexadecimal digits
     * @throws UnreadableFileException if there is none, or it is not of this kind
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

    /** Says whether a file is there, of this kind, and has a content. */
    public boolean holds(Path file, String sha256) {
        try {
            return sha256(file).equals(sha256);
        } catch (UnreadableFileException e) {
            return false;
        }
    }
}
