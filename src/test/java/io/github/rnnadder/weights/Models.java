package io.github.rnnadder.weights;

import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Proof;
import io.github.rnnadder.gate.Proof.Certified;
import io.github.rnnadder.gate.Proof.NotSought;
import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Accuracy;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Precision;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Models for tests. */
public final class Models {

    private static final Proof CERTIFIED = new Certified(
            new Certificate("0".repeat(64), 1, 1, 0, List.of(), List.of(), Optional.empty(), 1e-9, Precision.SINGLE));

    private Models() {}

    /** Returns weights of all allowed magnitudes, with subnormal ones and −0.0. */
    public static Weights weights(int h, long seed) {
        Random random = new Random(seed);
        double[] v = matrix(random, 1, h)[0];
        v[0] = -0.0;
        return new Weights(matrix(random, h, Weights.INPUTS), matrix(random, h, h), v);
    }

    private static double[][] matrix(Random random, int rows, int columns) {
        return Stream.generate(() -> random.longs()
                        .mapToDouble(Double::longBitsToDouble)
                        .filter(weight -> Math.abs(weight) <= Weights.LARGEST)
                        .limit(columns)
                        .toArray())
                .limit(rows)
                .toArray(double[][]::new);
    }

    /** Returns a model with complete provenance. */
    public static TrainedModel model(int bits, int h, long seed) {
        return model(bits, weights(h, seed));
    }

    /** Returns a model of these weights. */
    public static TrainedModel model(int bits, Weights weights) {
        return model(weights, assessed(bits, 16383, 16384, false, false));
    }

    /** Returns a model of which this is known. */
    public static TrainedModel model(Weights weights, Assessment assessment) {
        TrainingConfig config = new TrainingConfig(
                assessment.accuracy().bits(),
                weights.hiddenSize(),
                Initializer.UNIFORM_FAN_IN,
                0.1,
                20_000,
                -7,
                0,
                1,
                0,
                false,
                1000);
        return new TrainedModel(weights, new Provenance(config, -7, "1.0.0"), assessment, Optional.empty());
    }

    /** Returns an assessment, with the proof of another network if it is certified. */
    public static Assessment assessed(int bits, long correct, long total, boolean sampled, boolean certified) {
        Accuracy accuracy = new Accuracy(bits, correct, total, sampled);
        return new Assessment(new Evaluation(accuracy, 0.041999, List.of()), certified ? CERTIFIED : new NotSought());
    }
}
