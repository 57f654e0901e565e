package io.github.rnnadder.report.study;

import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.model.config.ConfigKey;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.evaluation.Accuracy;
import io.github.rnnadder.model.evaluation.Evaluator;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.model.training.LearningCurve;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * One training of a study and its result.
 *
 * @param initializer the distribution of the initial weights
 * @param seed the seed of the initial weights and of the sums
 * @param accuracy how many of the measured sums are right after training
 * @param loss the mean of the loss L, equation (5), over the measured sums
 * @param diverged whether a loss or weight was no longer finite, which ended the training
 * @param proof the status of the proof for every width; empty if the study does not certify
 * @param firstPerfectWindow the iteration at which the first window without a wrong sum ended; empty if none did
 * @param curve the learning curve
 */
public record Run(
        Initializer initializer,
        long seed,
        Accuracy accuracy,
        double loss,
        boolean diverged,
        Optional<Status> proof,
        Optional<Integer> firstPerfectWindow,
        List<CurvePoint> curve) {

    /** Returns whether every measured sum is right and the training did not diverge. */
    public boolean perfect() {
        return accuracy.wrong() == 0 && !diverged;
    }

    /** Reads a run from a line of CSV. Checks that its values agree with each other and with the conditions. */
    static Run of(Fields fields, Conditions conditions) throws UnreadableFileException {
        int bits = conditions.config().bits();
        Run run = new Run(
                (Initializer) fields.value(ConfigKey.INITIALIZER),
                (long) fields.value(ConfigKey.SEED),
                new Accuracy(
                        bits,
                        fields.integer64("correctSums"),
                        fields.integer64("totalSums"),
                        Evaluator.isSampled(bits)),
                fields.number("loss"),
                fields.bool("diverged"),
                conditions.config().certify() ? Optional.of(fields.status("verdict")) : Optional.empty(),
                fields.text("firstPerfectWindow").isEmpty()
                        ? Optional.empty()
                        : Optional.of(fields.integer("firstPerfectWindow")),
                curve(fields, conditions));
        Accuracy accuracy = run.accuracy;
        if (accuracy.correct() < 0 || accuracy.wrong() < 0) {
            throw fields.error("correctSums is " + accuracy.correct() + " of " + accuracy.total());
        }
        if (fields.number("finalAccuracy") != accuracy.share()) {
            throw fields.error("finalAccuracy is " + Sanitized.of(fields.text("finalAccuracy")) + "; "
                    + accuracy.correct() + " of " + accuracy.total() + " sums make it " + accuracy.share());
        }
        int points = conditions.points();
        if (run.curve.size() > points || run.curve.size() < points && !run.diverged) {
            throw fields.error("the curve has " + run.curve.size() + " points; expected " + points);
        }
        return run;
    }

    private static List<CurvePoint> curve(Fields fields, Conditions conditions) {
        int interval = conditions.config().curveInterval();
        double[] accuracy = fields.numbers("windowAccuracy");
        double[] error = fields.numbers("windowError");
        if (accuracy.length != error.length) {
            throw fields.error("windowAccuracy has " + accuracy.length + " points and windowError " + error.length
                    + "; each point of the curve has both");
        }
        int[] right = new int[accuracy.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = (int) Math.round(accuracy[i] * interval);
            if (right[i] < 0 || accuracy[i] > 1 || (double) right[i] / interval != accuracy[i]) {
                throw fields.error(
                        "windowAccuracy has " + accuracy[i] + ", which is no share of " + interval + " sums");
            }
        }
        return new LearningCurve(interval, conditions.config().iterations(), right, error);
    }

    /** Returns all values of the run except its curve, by their names in the CSV file. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("initializer", initializer.key());
        fields.put("seed", seed);
        fields.put("finalAccuracy", accuracy.share());
        fields.put("firstPerfectWindow", firstPerfectWindow.orElse(null));
        fields.put("correctSums", accuracy.correct());
        fields.put("totalSums", accuracy.total());
        fields.put("loss", loss);
        fields.put("diverged", diverged);
        proof.ifPresent(status -> fields.put("verdict", status.name()));
        return fields;
    }

    /** Returns one value of each point of the learning curve. */
    double[] curve(ToDoubleFunction<CurvePoint> value) {
        return curve.stream().mapToDouble(value).toArray();
    }
}
