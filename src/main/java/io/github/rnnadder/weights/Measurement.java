package io.github.rnnadder.weights;

import io.github.rnnadder.proof.certificate.Decision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured after training.
 *
 * @param correctSums the sums with every bit right
 * @param totalSums the sums that were measured
 * @param sampled whether they are a sample, because there are too many sums to measure all
 * @param loss the mean of L, equation (5), over the measured sums
 * @param firstPerfectWindow the iteration at which the first window without a wrong sum ended, or null
 * @param certificate what is known at every width; empty if nobody asked
 */
public record Measurement(
        long correctSums,
        long totalSums,
        boolean sampled,
        double loss,
        Integer firstPerfectWindow,
        Optional<Decision> certificate) {

    /** Returns the final accuracy, 0…1. */
    public double accuracy() {
        return (double) correctSums / totalSums;
    }

    /** Returns the values by their names in the files. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("correctSums", correctSums);
        fields.put("totalSums", totalSums);
        fields.put("sampled", sampled);
        fields.put("accuracy", accuracy());
        fields.put("loss", loss);
        fields.put("firstPerfectWindow", firstPerfectWindow);
        certificate.ifPresent(decision -> fields.put("certificate", decision));
        return fields;
    }
}
