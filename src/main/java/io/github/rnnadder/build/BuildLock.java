package io.github.rnnadder.build;

import io.github.rnnadder.progress.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one build at a time write into a work directory, within this JVM and among all of the machine. */
final class BuildLock implements AutoCloseable {

    private static final long RETRY_MILLIS = 20;

    private final FileChannel channel;

    private BuildLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until no other build holds the lock.
     *
     * @param progress hears of a wait that is long
     */
    static BuildLock acquire(Path workDirectory, Progress progress) throws IOException, InterruptedException {
        Files.createDirectories(workDirectory);
        FileChannel channel =
                FileChannel.open(workDirectory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            progress.begin("Waiting for another build of this module");
            // Not lock(): that throws at once when a thread of this JVM holds the lock.
            while (!tryLock(channel)) {
                progress.still();
                Thread.sleep(RETRY_MILLIS);
            }
            return new BuildLock(channel);
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

    /** Releases the lock. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
