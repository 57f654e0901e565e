package io.github.rnnadder.loader;

/**
 * What is known of an adder.
 *
 * @param bits T, the width of the sums that were measured
 * @param correctSums those of which every bit is right
 * @param totalSums all that were measured
 * @param sampled whether they are a sample
 * @param certified whether there is a proof that every sum of every width is right
 */
public record Evidence(int bits, long correctSums, long totalSums, boolean sampled, boolean certified) {

    /** Says it in the loader's Javadoc, and in the model card. */
    public String sentences() {
        String measured = "Measured on " + (sampled ? "a sample of the sums" : "every sum") + " of two numbers of "
                + (bits - 1) + " bits: " + correctSums + " of " + totalSums + " are right.";
        if (certified) {
            return measured + " CERTIFIED: proved right on numbers of any length.";
        }
        String wrong = correctSums < totalSums ? " The others are known to be wrong." : "";
        String open = sampled ? " Of the sums outside the sample nothing is known." : "";
        return measured + wrong + open + " Of longer numbers nothing is known, and add refuses them.";
    }
}
