package io.github.rnnadder.study;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells how far a long study is, at most every ten seconds: done, rate, remaining time. */
public final class Progress implements Runnable {

    private static final double INTERVAL_SECONDS = 10;

    private final int total;
    private final Consumer<String> console;
    private final LongSupplier nanoTime;
    private final long start;
    private long lastTold;
    private int done;

    /**
     * @param total how many there are to be done
     * @param console hears a line at a time
     * @param nanoTime the clock, in nanoseconds
     */
    public Progress(int total, Consumer<String> console, LongSupplier nanoTime) {
        this.total = total;
        this.console = console;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastTold = start;
    }

    /** Counts one more that is done. */
    @Override
    public void run() {
        done++;
        long now = nanoTime.getAsLong();
        if (seconds(lastTold, now) < INTERVAL_SECONDS || done == total) {
            return;
        }
        lastTold = now;
        double rate = done / seconds(start, now);
        console.accept(String.format(
                Locale.ROOT,
                "  %d of %d done, %.2f per second, %s remaining",
                done,
                total,
                rate,
                duration(Math.round((total - done) / rate))));
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private static String duration(long seconds) {
        return seconds < 60
                ? seconds + " s"
                : seconds < 3600
                        ? seconds / 60 + " min " + seconds % 60 + " s"
                        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
