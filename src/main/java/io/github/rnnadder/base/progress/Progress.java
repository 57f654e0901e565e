package io.github.rnnadder.base.progress;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Reports the progress of long work. It reports nothing in the first two seconds, then at most one line every ten
 * seconds for each kind of work. A goal uses one object for all kinds of its work, one after another, from any thread.
 */
public final class Progress {

    private static final double QUICK_SECONDS = 2;
    private static final double INTERVAL_SECONDS = 10;

    private final Consumer<String> console;
    private final Consumer<String> debug;
    private final LongSupplier nanoTime;

    /** The time in nanoseconds of the last line for each kind of work. */
    private final Map<String, Long> lastLineOf = new HashMap<>();

    private String work = "";
    private long total;
    private long start;
    private long lastLineAt;

    /**
     * @param console receives the lines
     * @param debug receives the reasons for decisions, and how long each phase took
     * @param nanoTime a clock, in nanoseconds
     */
    public Progress(Consumer<String> console, Consumer<String> debug, LongSupplier nanoTime) {
        this.console = console;
        this.debug = debug;
        this.nanoTime = nanoTime;
        this.lastLineAt = nanoTime.getAsLong();
        this.start = lastLineAt;
    }

    /** Creates an object without a debug log. */
    public Progress(Consumer<String> console, LongSupplier nanoTime) {
        this(console, line -> {}, nanoTime);
    }

    /** Returns an object that reports nothing. */
    public static Progress silent() {
        return new Progress(line -> {}, line -> {}, () -> 0);
    }

    /**
     * Begins work that can be counted.
     *
     * @param unit the plural noun for what is counted, for example {@code iterations}
     * @param count the total number of units
     */
    public synchronized void begin(String unit, long count) {
        work = unit;
        total = count;
        start = nanoTime.getAsLong();
    }

    /**
     * Begins work of unknown length.
     *
     * @param sentence what is being done, without a full stop
     */
    public void begin(String sentence) {
        begin(sentence, 0);
    }

    /** Writes a line to the console at once. */
    public void say(String line) {
        console.accept(line);
    }

    /** Writes the reason for a decision to the debug log. */
    public void explain(String sentence) {
        debug.accept(sentence);
    }

    /** Does the work of a phase and writes its duration to the debug log. */
    public <T> T timed(String phase, Supplier<T> work) {
        long begin = nanoTime.getAsLong();
        T result = work.get();
        debug.accept(phase + ": " + Math.round(seconds(begin, nanoTime.getAsLong()) * 1000) + " ms");
        return result;
    }

    /** Records how many units of the current work are done. */
    public void done(long done) {
        done(done, () -> "");
    }

    /**
     * Records how many units of the current work are done.
     *
     * @param detail text to append to the line; called only if a line is due
     */
    public synchronized void done(long done, Supplier<String> detail) {
        long now = nanoTime.getAsLong();
        if (done == total || !isDue(now)) {
            return;
        }
        double seconds = seconds(start, now);
        double rate = done / seconds;
        tell(
                now,
                "  " + done + " of " + total + " " + work
                        + (done == 0
                                ? ", " + duration(seconds) + " so far"
                                : String.format(
                                        Locale.ROOT,
                                        rate < 100 ? ", %.2f per second, %s left" : ", %.0f per second, %s left",
                                        rate,
                                        duration((total - done) / rate)))
                        + detail.get());
    }

    /** Records that work of unknown length is still going on. */
    public void still() {
        still("");
    }

    /**
     * Records how far work of unknown length has got.
     *
     * @param detail the progress, for example {@code 20% of the budget}; empty if it is not known
     */
    public synchronized void still(String detail) {
        long now = nanoTime.getAsLong();
        if (isDue(now)) {
            tell(
                    now,
                    work + (detail.isEmpty() ? "" : ": " + detail) + ", " + duration(seconds(start, now)) + " so far");
        }
    }

    private boolean isDue(long now) {
        boolean silent = seconds(lastLineAt, now) >= INTERVAL_SECONDS;
        boolean quick = seconds(start, now) < QUICK_SECONDS;
        Long told = lastLineOf.get(work);
        return silent || !quick && (told == null || seconds(told, now) >= INTERVAL_SECONDS);
    }

    private void tell(long now, String line) {
        lastLineOf.put(work, now);
        lastLineAt = now;
        console.accept(line);
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private static String duration(double exactly) {
        long seconds = Math.round(exactly);
        return seconds < 60
                ? seconds + " s"
                : seconds < 3600
                        ? seconds / 60 + " min " + seconds % 60 + " s"
                        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
