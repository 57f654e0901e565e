package io.github.rnnadder.weights;

import io.github.rnnadder.network.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Models for tests. */
public final class Models {

    private Models() {}

    /** Returns weights of all magnitudes that are allowed, also subnormal ones and −0.0. */
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

    /** Returns a model with all the provenance that a training leaves. */
    public static AdderModel model(int bits, int h, long seed) {
        Map<String, Object> training = new LinkedHashMap<>();
        training.put("initializer", "uniform-fan-in");
        training.put("learningRate", 0.1);
        training.put("seed", -7L);
        training.put("certify", false);
        Map<String, Object> evaluation = new LinkedHashMap<>();
        evaluation.put("correctSums", 16383L);
        evaluation.put("loss", 0.041999);
        evaluation.put("firstPerfectWindow", null);
        return new AdderModel(bits, weights(h, seed), training, evaluation);
    }
}
