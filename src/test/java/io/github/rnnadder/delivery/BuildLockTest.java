package io.github.rnnadder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.progress.Progress;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class BuildLockTest {

    @TempDir
    private Path work;

    private final BlockingQueue<String> told = new ArrayBlockingQueue<>(1000);

    /** A clock that is three seconds on at each look, so that every wait is a long one. */
    private Progress impatient() {
        AtomicLong now = new AtomicLong();
        return new Progress(told::offer, () -> now.addAndGet(3_000_000_000L));
    }

    private Thread acquire(CompletableFuture<BuildLock> lock) {
        Thread thread = new Thread(() -> {
            try {
                lock.complete(BuildLock.acquire(work, impatient()));
            } catch (InterruptedException e) {
                lock.completeExceptionally(e);
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void aBuildWaitsForTheOneThatIsUnderWayAndSaysSo() throws Exception {
        BuildLock first = BuildLock.acquire(work, Progress.silent());
        CompletableFuture<BuildLock> second = new CompletableFuture<>();
        acquire(second);
        assertThat(told.take()).matches("Waiting for another build of this module, \\d+ s so far");
        assertThat(second).isNotDone();
        first.close();
        try (BuildLock lock = second.get()) {
            assertThatCode(lock::require).doesNotThrowAnyException();
        }
    }

    @Test
    void aBuildWaitsForOneInAnotherJvmToo() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes(BuildLock.class) + File.pathSeparator + classes(Main.class),
                        Main.class.getName(),
                        work.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(other.inputReader().readLine()).isEqualTo("under way");
        CompletableFuture<BuildLock> second = new CompletableFuture<>();
        acquire(second);
        assertThat(told.take()).startsWith("Waiting for another build of this module");
        assertThat(second).isNotDone();
        other.getOutputStream().close();
        second.get().close();
        assertThat(other.waitFor()).isZero();
    }

    private static Path classes(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** A build that is under way until its input ends. */
    static final class Main {

        public static void main(String[] args) throws Exception {
            try (BuildLock lock = BuildLock.acquire(Path.of(args[0]), Progress.silent())) {
                lock.require();
                System.out.println("under way");
                System.in.read();
            }
        }
    }

    @Test
    void aLockThatWasReleasedIsThereForTheNextBuildWithoutAWait() throws Exception {
        for (int build = 0; build < 3; build++) {
            try (BuildLock lock = BuildLock.acquire(work.resolve("target/rnn-adder"), impatient())) {
                assertThatCode(lock::require).doesNotThrowAnyException();
            }
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aBuildThatIsInterruptedWhileItWaitsEnds() throws Exception {
        BuildLock first = BuildLock.acquire(work, Progress.silent());
        CompletableFuture<BuildLock> second = new CompletableFuture<>();
        Thread waiting = acquire(second);
        told.take();
        waiting.interrupt();
        assertThatThrownBy(second::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        first.close();
    }

    @Test
    void whereADirectoryTookThePlaceOfTheLockOnlyWhoInsistsIsTold() throws Exception {
        Path place = Files.createDirectory(work.resolve("lock"));
        try (BuildLock lock = BuildLock.acquire(work, Progress.silent())) {
            assertThatThrownBy(lock::require)
                    .isInstanceOf(FileSystemException.class)
                    .hasMessage(place + ": it is not a regular file, so it cannot be a lock");
        }
    }
}
