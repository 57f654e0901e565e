package io.github.rnnadder.certificate;

import io.github.rnnadder.certificate.Verdict.Certified;
import io.github.rnnadder.config.Initializer;
import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.training.Trainer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Trained networks, each trained and decided once for all tests. */
public final class TestNetworks {

    private static final Map<String, Weights> TRAINED = new ConcurrentHashMap<>();
    private static final Map<Weights, Verdict> DECIDED = new ConcurrentHashMap<>();

    private TestNetworks() {}

    /** Trains as in the report, with weight decay. */
    public static Weights train(int hiddenSize, double weightDecay, long seed) {
        return TRAINED.computeIfAbsent(hiddenSize + " " + weightDecay + " " + seed, key -> {
            TrainingConfig config = new TrainingConfig(
                    8, hiddenSize, Initializer.UNIFORM_FAN_IN, 0.1, 20_000, seed, 0, 1.0, weightDecay, true, 1000);
            return Trainer.train(config, seed, point -> {}).weights();
        });
    }

    /** Decides with the prover and all. */
    public static Verdict decide(Weights weights) {
        return DECIDED.computeIfAbsent(weights, it -> Certification.decide(it, progress -> {}));
    }

    /** Returns the certificate of a network that is known to have one. */
    public static Certificate certificate(Weights weights) {
        return ((Certified) decide(weights)).certificate();
    }

    /** Returns the weights with more hidden units that do nothing: the same function. */
    public static Weights pad(Weights weights, int hiddenSize) {
        double[][] u = new double[hiddenSize][2];
        double[][] w = new double[hiddenSize][hiddenSize];
        double[] v = new double[hiddenSize];
        copy(weights, u, w, v);
        return new Weights(u, w, v);
    }

    /** Returns the weights with one entry of W changed. */
    public static Weights withW(Weights weights, int i, int j, double value) {
        int h = weights.hiddenSize();
        double[][] u = new double[h][2];
        double[][] w = new double[h][h];
        double[] v = new double[h];
        copy(weights, u, w, v);
        w[i][j] = value;
        return new Weights(u, w, v);
    }

    private static void copy(Weights weights, double[][] u, double[][] w, double[] v) {
        for (int i = 0; i < weights.hiddenSize(); i++) {
            u[i][0] = weights.u(i, 0);
            u[i][1] = weights.u(i, 1);
            for (int j = 0; j < weights.hiddenSize(); j++) {
                w[i][j] = weights.w(i, j);
            }
            v[i] = weights.v(i);
        }
    }
}
