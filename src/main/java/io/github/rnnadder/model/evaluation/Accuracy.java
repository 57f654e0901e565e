package io.github.rnnadder.model.evaluation;

/**
 * How many sums a network gets right.
 *
 * @param bits T, the width of the sums
 * @param correct the sums with every bit right
 * @param total the sums that were measured
 * @param sampled whether they are a sample, because there are too many sums to measure all
 */
public record Accuracy(int bits, long correct, long total, boolean sampled) {

    /** Returns the share of the sums that are right, 0…1. */
    public double share() {
        return (double) correct / total;
    }

    /** Returns the number of sums that are wrong. */
    public long wrong() {
        return total - correct;
    }

    /** Returns the counts in words, e.g. {@code 16384 of 16384 sums of 8 bits exact}. */
    @Override
    public String toString() {
        return correct + " of " + total + (sampled ? " sampled" : "") + " sums of " + bits + " bits exact";
    }
}
