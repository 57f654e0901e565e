package io.github.rnnadder.weights;

import io.github.rnnadder.model.config.Initializer;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.network.Weights;
import java.util.Optional;
import java.util.Random;

/** Models for tests. */
public final class Models {

    private Models() {}

    /** Returns weights of all allowed magnitudes, with subnormal ones and −0.0. */
    public static Weights weights(int h, long seed) {
        Random random = new Random(seed);
        double[][] u = new double[h][Weights.INPUTS];
        double[][] w = new double[h][h];
        double[] v = new double[h];
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < Weights.INPUTS; j++) {
                u[i][j] = any(random);
            }
            for (int j = 0; j < h; j++) {
                w[i][j] = any(random);
            }
            v[i] = any(random);
        }
        v[0] = -0.0;
        return new Weights(u, w, v);
    }

    private static double any(Random random) {
        while (true) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Math.abs(value) <= Weights.LARGEST) {
                return value;
            }
        }
    }

    /** Returns a model with complete provenance. */
    public static TrainedModel model(int bits, int h, long seed) {
        return model(bits, weights(h, seed));
    }

    /** Returns a model of these weights. */
    public static TrainedModel model(int bits, Weights weights) {
        TrainingConfig config = new TrainingConfig(
                bits, weights.hiddenSize(), Initializer.UNIFORM_FAN_IN, 0.1, 20_000, -7, 0, 1, 0, false, 1000);
        return new TrainedModel(
                weights,
                new Provenance(config, -7, "1.0.0"),
                new Measurement(16383, 16384, false, 0.041999, null, Optional.empty()));
    }
}
