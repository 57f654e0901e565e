package io.github.rnnadder.delivery;

import io.github.rnnadder.base.progress.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Lets only one build at a time write into a work directory, over all JVMs of the machine and all their threads. */
final class BuildLock implements AutoCloseable {

    private static final long RETRY_MILLIS = 20;

    private final Optional<FileChannel> channel;
    private final Optional<IOException> refusal;

    private BuildLock(Optional<FileChannel> channel, Optional<IOException> refusal) {
        this.channel = channel;
        this.refusal = refusal;
    }

    /**
     * Waits until no other build uses the work directory, then locks it. In a read-only directory, returns without a
     * lock; a build that writes must then call {@link #require}, which throws the reason.
     *
     * @param progress reports a long wait
     */
    static BuildLock acquire(Path workDirectory, Progress progress) throws InterruptedException {
        try {
            return new BuildLock(Optional.of(lock(workDirectory.resolve("lock"), progress)), Optional.empty());
        } catch (IOException e) {
            return new BuildLock(Optional.empty(), Optional.of(e));
        }
    }

    private static FileChannel lock(Path file, Progress progress) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "it is not a regular file, so it cannot be a lock");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            progress.begin("Waiting for another build of this module");
            // lock() would throw an exception if another thread of this JVM held the lock, instead of
            // waiting.
            while (!tryLock(channel)) {
                progress.still();
                Thread.sleep(RETRY_MILLIS);
            }
            return channel;
        } catch (IOException | InterruptedException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * Checks that this build holds the lock.
     *
     * @throws IOException the reason why this build could not get the lock
     */
    void require() throws IOException {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }
}
