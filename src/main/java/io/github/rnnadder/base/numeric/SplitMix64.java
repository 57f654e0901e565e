package io.github.rnnadder.base.numeric;

/**
 * The random generator SplitMix64 (Steele, Lea and Flood, 2014). It is implemented here because reproducible models
 * need an algorithm that no Java release changes.
 */
public final class SplitMix64 {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** Starts the sequence that belongs to {@code seed}. */
    public SplitMix64(long seed) {
        this.state = seed;
    }

    /** Returns the next 64 random bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns a multiple of 2⁻⁵³, uniform in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }
}
