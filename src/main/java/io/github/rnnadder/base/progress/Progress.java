package io.github.rnnadder.base.progress;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Says how far long work is: nothing where it takes less than two seconds, else at most a line each ten seconds for a
 * kind of work. One object serves all that a goal does one after the other, from any thread.
 */
public final class Progress {

    private static final double QUICK_SECONDS = 2;
    private static final double INTERVAL_SECONDS = 10;

    private final Consumer<String> console;
    private final LongSupplier nanoTime;

    /** When each kind of work was last told of. */
    private final Map<String, Long> toldOf = new HashMap<>();

    private String work = "";
    private long total;
    private long start;
    private long lastTold;

    /**
     * @param console hears a line at a time
     * @param nanoTime the clock, in nanoseconds
     */
    public Progress(Consumer<String> console, LongSupplier nanoTime) {
        this.console = console;
        this.nanoTime = nanoTime;
        this.lastTold = nanoTime.getAsLong();
        this.start = lastTold;
    }

    /** Returns one that says nothing. */
    public static Progress silent() {
        return new Progress(line -> {}, () -> 0);
    }

    /**
     * Begins work that can be counted.
     *
     * @param unit what is counted, e.g. {@code iterations}
     * @param count how many there are to be done
     */
    public synchronized void begin(String unit, long count) {
        work = unit;
        total = count;
        start = nanoTime.getAsLong();
    }

    /**
     * Begins work of which nobody knows how long it takes.
     *
     * @param sentence what is going on, without a full stop
     */
    public void begin(String sentence) {
        begin(sentence, 0);
    }

    /** Hears how many are done by now. */
    public void done(long done) {
        done(done, () -> "");
    }

    /**
     * Hears how many are done by now.
     *
     * @param detail what else the line says, asked for only when there is one
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

    /** Hears that work goes on of which nobody knows how long it takes. */
    public void still() {
        still("");
    }

    private synchronized void still(String detail) {
        long now = nanoTime.getAsLong();
        if (isDue(now)) {
            tell(now, work + detail + ", " + duration(seconds(start, now)) + " so far");
        }
    }

    /** Hears what is going on: a sentence where new work begins, an indented line on how far it is. */
    public void hear(String line) {
        if (line.startsWith(" ")) {
            still(": " + line.strip());
        } else {
            begin(line);
        }
    }

    private boolean isDue(long now) {
        boolean silent = seconds(lastTold, now) >= INTERVAL_SECONDS;
        boolean quick = seconds(start, now) < QUICK_SECONDS;
        Long told = toldOf.get(work);
        return silent || !quick && (told == null || seconds(told, now) >= INTERVAL_SECONDS);
    }

    private void tell(long now, String line) {
        toldOf.put(work, now);
        lastTold = now;
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
