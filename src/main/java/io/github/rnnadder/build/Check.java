package io.github.rnnadder.build;

import io.github.rnnadder.config.Fraction;
import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.evaluation.Evaluator;
import io.github.rnnadder.weights.AdderModel;
import io.github.rnnadder.weights.Tensors;
import io.github.rnnadder.weights.WeightsException;
import io.github.rnnadder.weights.WeightsFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures weights again, independently of how they came about.
 *
 * @param model the weights
 * @param gate what they have to reach
 */
public record Check(AdderModel model, Gate gate) {

    /**
     * Reads weights from anywhere.
     *
     * @param threshold what they have to reach; empty for all sums
     */
    public static Check ofFile(Path file, OptionalDouble threshold) throws WeightsException {
        return new Check(WeightsFile.read(file), new Gate(threshold.orElse(1)));
    }

    /**
     * Reads the weights of a module, which both its files have to hold alike.
     *
     * @param json the one file
     * @param safetensors the other
     * @param threshold what they have to reach; empty for what they were trained to
     */
    public static Check ofModule(Path json, Path safetensors, OptionalDouble threshold) throws WeightsException {
        AdderModel model = WeightsFile.read(json);
        if (!Tensors.sha256(model.weights())
                .equals(Tensors.sha256(WeightsFile.read(safetensors).weights()))) {
            throw new WeightsException(json + " and " + safetensors + " hold different weights; train again");
        }
        return new Check(model, new Gate(threshold.isPresent() ? threshold.getAsDouble() : trainedTo(model, json)));
    }

    private static double trainedTo(AdderModel model, Path file) throws WeightsException {
        Object threshold = model.training().getOrDefault("accuracyThreshold", 1.0);
        if (threshold instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw new WeightsException(
                file + ": training.accuracyThreshold is " + threshold + "; allowed is " + Fraction.ALLOWED);
    }

    /** Measures every sum. */
    public Evaluation evaluate() {
        return Evaluator.evaluate(model.weights(), model.bits());
    }

    /** Says what the gate has against the adder, if anything. */
    public Optional<String> complaint(Evaluation evaluation) {
        return gate.passes(evaluation) ? Optional.empty() : Optional.of(gate.complaint(evaluation));
    }
}
