package io.github.rnnadder.fuzz;

import java.util.Random;
import java.util.SplittableRandom;

/**
 * Tries a property with many random seeds: as many as {@code -Dfuzz.tries} says; with {@code -Dfuzz.seed}, which a
 * failure names, with that one alone.
 */
public final class Seeds {

    private static final Long SEED = Long.getLong("fuzz.seed");

    private Seeds() {}

    /** What has to hold, whatever the generator gives. */
    public interface Property {
        void holdsFor(Random random) throws Exception;
    }

    /** Fails at the first seed for which the property does not hold; of a thousand, where nothing else is said. */
    public static void tryAll(Property property) {
        tryAll(1_000, property);
    }

    /**
     * Fails at the first seed for which the property does not hold.
     *
     * @param usually how many are tried where nothing else is said: fewer of a property that takes long
     */
    public static void tryAll(int usually, Property property) {
        SplittableRandom seeds = new SplittableRandom();
        for (int n = SEED == null ? Integer.getInteger("fuzz.tries", usually) : 1; n > 0; n--) {
            long seed = SEED == null ? seeds.nextLong() : SEED;
            try {
                property.holdsFor(new Random(seed));
            } catch (Exception | Error e) {
                throw new AssertionError("Try this again with -Dfuzz.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
