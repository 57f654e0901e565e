package io.github.rnnadder.base.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/** Reads a regular file up to the size that it had when opened. Every error is one sentence that names the file. */
final class BoundedStream extends InputStream {

    /** The most bytes to read at once. For larger arrays, the JDK would also allocate a direct buffer of that size. */
    static final int PIECE = 64 * 1024;

    private final Path file;
    private final ReadLimit limit;
    private final int size;
    private final InputStream in;
    private int left;

    BoundedStream(Path file, ReadLimit limit) {
        this.file = file;
        this.limit = limit;
        try {
            this.size = size(Files.readAttributes(file, BasicFileAttributes.class));
            this.in = Files.newInputStream(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
        this.left = size;
    }

    private int size(BasicFileAttributes found) {
        if (found.isDirectory()) {
            throw expected("is a directory", "");
        }
        if (!found.isRegularFile()) {
            throw expected("is not a regular file but a pipe, a socket or a device", "");
        }
        if (found.size() > limit.maxBytes()) {
            throw expected("has " + found.size() + " bytes", ", of at most " + limit.maxBytes() + " bytes");
        }
        return (int) found.size();
    }

    byte[] readWhole() {
        byte[] bytes = new byte[size];
        int length = 0;
        for (int n = read(bytes, 0, size); n >= 0; n = read(bytes, length, size - length)) {
            length += n;
        }
        return length == size ? bytes : Arrays.copyOf(bytes, length);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            if (left == 0) {
                if (in.read() >= 0) {
                    throw expected("grew while it was read", "");
                }
                return -1;
            }
            int n = in.read(bytes, offset, Math.min(Math.min(length, PIECE), left));
            left -= Math.max(n, 0);
            return n;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UnreadableFileException unreadable(IOException e) {
        return expected(found(e), "");
    }

    private String found(IOException e) {
        if (e instanceof NoSuchFileException) {
            return Files.isSymbolicLink(file) ? "is a broken link" : "does not exist";
        }
        return "cannot be read: " + FileFailure.reason(e);
    }

    private UnreadableFileException expected(String found, String atMost) {
        return new UnreadableFileException(file + " " + found + "; expected " + limit.name() + atMost);
    }
}
