package io.github.rnnadder.model.evaluation;

/**
 * The number of sums that a network adds right.
 *
 * @param bits T, the width of each sum
 * @param correct the number of measured sums with every bit right
 * @param total the number of measured sums
 * @param sampled whether the measured sums are only a sample, because there are too many sums to measure all
 */
public record Accuracy(int bits, long correct, long total, boolean sampled) {

    /** Returns the share of the measured sums that are right, 0…1. */
    public double share() {
        return (double) correct / total;
    }

    /** Returns the number of measured sums that are wrong. */
    public long wrong() {
        return total - correct;
    }

    /** Returns the counts in words, for example {@code 16384 of 16384 sums of 8 bits exact}. */
    @Override
    public String toString() {
        return correct + " of " + total + (sampled ? " sampled" : "") + " sums of " + bits + " bits exact";
    }
}
