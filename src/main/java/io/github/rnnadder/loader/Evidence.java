package io.github.rnnadder.loader;

/**
 * What is known about an adder.
 *
 * @param bits T, the width of the measured sums
 * @param correctSums the sums with every bit right
 * @param totalSums the sums that were measured
 * @param sampled whether they are a sample
 * @param certified whether a proof shows that every sum of every width is right
 */
public record Evidence(int bits, long correctSums, long totalSums, boolean sampled, boolean certified) {

    /** Returns sentences for the loader's Javadoc and for the model card. */
    public String sentences() {
        String measured = "Measured on " + (sampled ? "a sample of the sums" : "every sum") + " of two numbers of "
                + (bits - 1) + " bits: " + correctSums + " of " + totalSums + " are right.";
        if (certified) {
            return measured + " CERTIFIED: proved right on numbers of any length.";
        }
        String wrong = correctSums < totalSums ? " The others are known to be wrong." : "";
        String open = sampled ? " Nothing is known about the sums outside the sample." : "";
        return measured + wrong + open + " Nothing is known about longer numbers; add throws an exception for them.";
    }
}
