package io.github.rnnadder.gate;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.base.progress.Progress;
import io.github.rnnadder.gate.Proof.Certified;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Trained networks, each read and decided once for all tests. */
public final class TestNetworks {

    private static final Map<String, Weights> LOADED = new ConcurrentHashMap<>();
    private static final Map<Weights, Proof> DECIDED = new ConcurrentHashMap<>();

    private TestNetworks() {}

    /**
     * Reads U, W and V, row by row, as little-endian doubles. The files were trained once, as in the report: {@code
     * plain-…} and {@code wrong-…} without weight decay, {@code decay-…} and {@code wide-…} (32 hidden units) with
     * 0.001, {@code strong-decay-…} with 0.005.
     */
    public static Weights load(String name) {
        return LOADED.computeIfAbsent(name, TestNetworks::read);
    }

    private static Weights read(String name) {
        try (InputStream in = TestNetworks.class.getResourceAsStream("/certificate/" + name + ".tensors")) {
            DoubleBuffer tensors = ByteBuffer.wrap(in.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer();
            int h = 1;
            while (h * h + 3 * h < tensors.remaining()) {
                h++;
            }
            double[][] u = new double[h][2];
            double[][] w = new double[h][h];
            double[] v = new double[h];
            for (double[] row : u) {
                tensors.get(row);
            }
            for (double[] row : w) {
                tensors.get(row);
            }
            tensors.get(v);
            return new Weights(u, w, v);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decides with the prover and all. */
    public static Proof decide(Weights weights) {
        return DECIDED.computeIfAbsent(weights, it -> ProofSearch.decide(it, Progress.silent()));
    }

    /** Returns the certificate of a network that is known to have one. */
    public static Certificate certificate(Weights weights) {
        return ((Certified) decide(weights)).certificate();
    }

    /** Returns the weights with more hidden units that do nothing: the same function. */
    public static Weights pad(Weights weights, int hiddenSize) {
        double[][] u = new double[hiddenSize][2];
        double[][] w = new double[hiddenSize][hiddenSize];
        double[] v = Arrays.copyOf(weights.v(), hiddenSize);
        for (int i = 0; i < weights.hiddenSize(); i++) {
            u[i] = weights.u()[i];
            w[i] = Arrays.copyOf(weights.w()[i], hiddenSize);
        }
        return new Weights(u, w, v);
    }

    /** Returns the weights with one entry of W changed. */
    public static Weights withW(Weights weights, int i, int j, double value) {
        double[][] w = weights.w().clone();
        w[i] = w[i].clone();
        w[i][j] = value;
        return new Weights(weights.u(), w, weights.v());
    }

    /** Returns the weights with one entry of V changed. */
    public static Weights withV(Weights weights, int j, double value) {
        double[] v = weights.v().clone();
        v[j] = value;
        return new Weights(weights.u(), weights.w(), v);
    }

    /** Returns the weights with another scale of V. */
    public static Weights withV(Weights weights, double factor) {
        return new Weights(weights.u(), weights.w(), Matrices.scaled(weights.v(), factor));
    }
}
