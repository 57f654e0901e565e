package io.github.rnnadder.report.study;

import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.model.config.ConfigKey;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.model.training.LearningCurve;
import io.github.rnnadder.proof.certificate.Decision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One training of a study.
 *
 * @param initializer how its weights were drawn
 * @param seed of the weights and the sums
 * @param correctSums the sums that it gets right after training
 * @param totalSums the sums that were measured
 * @param loss the mean of L (5) over them
 * @param diverged whether a loss or weight was no longer finite, which ended the training
 * @param verdict whether it adds right at every width, or null where the study does not certify
 * @param firstPerfectWindow the iteration at which the first window without a wrong sum ends, or null
 * @param curve the learning curve
 */
public record Run(
        Initializer initializer,
        long seed,
        long correctSums,
        long totalSums,
        double loss,
        boolean diverged,
        Decision verdict,
        Integer firstPerfectWindow,
        List<CurvePoint> curve) {

    /** Returns the final accuracy, 0…1. */
    public double finalAccuracy() {
        return (double) correctSums / totalSums;
    }

    /** Returns whether every sum came out right. */
    public boolean perfect() {
        return correctSums == totalSums && !diverged;
    }

    static Run of(Fields fields, Conditions conditions) throws StudyException {
        Run run = new Run(
                (Initializer) fields.value(ConfigKey.INITIALIZER),
                (long) fields.value(ConfigKey.SEED),
                fields.integer64("correctSums"),
                fields.integer64("totalSums"),
                fields.number("loss"),
                fields.bool("diverged"),
                conditions.config().certify() ? fields.decision("verdict") : null,
                fields.isEmpty("firstPerfectWindow") ? null : Integer.valueOf(fields.integer("firstPerfectWindow")),
                curve(fields, conditions));
        if (run.correctSums < 0 || run.correctSums > run.totalSums) {
            throw fields.error("correctSums is " + run.correctSums + " of " + run.totalSums);
        }
        if (fields.number("finalAccuracy") != run.finalAccuracy()) {
            throw fields.error("finalAccuracy is " + Sanitized.of(fields.text("finalAccuracy")) + "; " + run.correctSums
                    + " of " + run.totalSums + " sums make it " + run.finalAccuracy());
        }
        int points = conditions.points();
        if (run.curve.size() > points || run.curve.size() < points && !run.diverged) {
            throw fields.error("the curve has " + run.curve.size() + " points; expected " + points);
        }
        return run;
    }

    private static List<CurvePoint> curve(Fields fields, Conditions conditions) {
        double[] accuracy = fields.numbers("windowAccuracy");
        double[] error = fields.numbers("windowError");
        if (accuracy.length != error.length) {
            throw fields.error("windowAccuracy has " + accuracy.length + " points and windowError " + error.length
                    + "; each point of the curve has both");
        }
        int[] right = new int[accuracy.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = (int) Math.round(accuracy[i] * conditions.config().curveInterval());
            if (right[i] < 0
                    || accuracy[i] > 1
                    || (double) right[i] / conditions.config().curveInterval() != accuracy[i]) {
                throw fields.error("windowAccuracy has " + accuracy[i] + ", which is no share of "
                        + conditions.config().curveInterval() + " sums");
            }
        }
        return new LearningCurve(
                conditions.config().curveInterval(), conditions.config().iterations(), right, error);
    }

    /** Returns everything about the run but its curve, under the names that it has in the files. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("initializer", initializer.key());
        fields.put("seed", seed);
        fields.put("finalAccuracy", finalAccuracy());
        fields.put("firstPerfectWindow", firstPerfectWindow);
        fields.put("correctSums", correctSums);
        fields.put("totalSums", totalSums);
        fields.put("loss", loss);
        fields.put("diverged", diverged);
        if (verdict != null) {
            fields.put("verdict", verdict.name());
        }
        return fields;
    }

    /** Returns the two columns of the curve, under the names that they have in the files. */
    Map<String, double[]> columns() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(
                "windowAccuracy",
                curve.stream().mapToDouble(CurvePoint::accuracy).toArray());
        columns.put("windowError", curve.stream().mapToDouble(CurvePoint::error).toArray());
        return columns;
    }
}
