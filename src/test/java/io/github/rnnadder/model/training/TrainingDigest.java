package io.github.rnnadder.model.training;

import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.evaluation.Evaluator;
import io.github.rnnadder.model.network.TensorBytes;

/** Trains three configs and prints the results. {@link ReproducibilityTest} runs it in several JVMs. */
public final class TrainingDigest {

    private TrainingDigest() {}

    /** @param names of configs: default, small or large */
    public static void main(String[] names) {
        for (String name : names) {
            System.out.println(name + " " + digest(name));
        }
    }

    /** Returns the digest of the tensors, the bits of the loss, and the counts. */
    static String digest(String name) {
        TrainingConfig config = switch (name) {
            case "default" -> TrainingConfig.DEFAULTS;
            case "small" ->
                new TrainingConfig(5, 4, Initializer.UNIFORM_SYMMETRIC, 0.2, 5000, 7, 0, 1, 1e-3, false, 500);
            case "large" -> new TrainingConfig(12, 40, Initializer.UNIFORM_FAN_IN, 0.05, 300, -1, 0, 1, 0, false, 100);
            default -> throw new IllegalArgumentException(name);
        };
        Training training = Trainer.train(config, config.seed(), point -> {});
        // All pairs of 12 bits would take an interpreter minutes; those of 8 bits use the same code.
        Evaluation evaluation = Evaluator.evaluate(training.weights(), Math.min(8, config.bits()));
        return TensorBytes.sha256(training.weights()) + " "
                + Long.toHexString(Double.doubleToLongBits(evaluation.loss())) + " "
                + evaluation.accuracy().correct();
    }
}
