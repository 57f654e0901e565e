package io.github.rnnadder.benchmark;

import io.github.rnnadder.model.network.Weights;

/** The baseline: the equations as one writes them down first, with {@code double[][]} and {@link Math#tanh}. */
final class NaiveNetwork {

    private static final double LEARNING_RATE = 0.1;

    private final int bits;
    private final int size;
    private final double[][] u;
    private final double[][] w;
    private final double[] v;
    private final double[][] h;
    private final double[][] delta;
    private final double[] gradO;

    NaiveNetwork(Weights weights, int bits) {
        this.bits = bits;
        this.size = weights.hiddenSize();
        this.u = new double[size][2];
        this.w = new double[size][size];
        this.v = new double[size];
        this.h = new double[bits + 1][size];
        this.delta = new double[bits + 2][size];
        this.gradO = new double[bits + 1];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                w[i][j] = weights.w()[i][j];
            }
            u[i][0] = weights.u()[i][0];
            u[i][1] = weights.u()[i][1];
            v[i] = weights.v()[i];
        }
    }

    double forward(int t, int a, int b) {
        double o = 0;
        for (int i = 0; i < size; i++) {
            double z = u[i][0] * a + u[i][1] * b;
            for (int j = 0; j < size; j++) {
                z += w[i][j] * h[t - 1][j];
            }
            h[t][i] = Math.tanh(z);
            o += v[i] * h[t][i];
        }
        return 1 / (1 + Math.exp(-o));
    }

    double step(long a, long b) {
        double loss = 0;
        for (int t = 1; t <= bits; t++) {
            double p = forward(t, (int) (a >>> (t - 1)) & 1, (int) (b >>> (t - 1)) & 1);
            double e = p - ((a + b) >>> (t - 1) & 1);
            gradO[t] = e * p * (1 - p);
            loss += 0.5 * e * e;
        }
        for (int t = bits; t >= 1; t--) {
            for (int j = 0; j < size; j++) {
                double g = v[j] * gradO[t];
                for (int i = 0; i < size; i++) {
                    g += w[i][j] * delta[t + 1][i];
                }
                delta[t][j] = (1 - h[t][j] * h[t][j]) * g;
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double g = 0;
                for (int t = 1; t <= bits; t++) {
                    g += delta[t][i] * h[t - 1][j];
                }
                w[i][j] -= LEARNING_RATE * g;
            }
            for (int t = 1; t <= bits; t++) {
                u[i][0] -= LEARNING_RATE * delta[t][i] * (a >>> (t - 1) & 1);
                u[i][1] -= LEARNING_RATE * delta[t][i] * (b >>> (t - 1) & 1);
                v[i] -= LEARNING_RATE * gradO[t] * h[t][i];
            }
        }
        return loss;
    }

    /** Adds two numbers. */
    int add(int a, int b) {
        int sum = 0;
        for (int t = 1; t <= bits; t++) {
            if (forward(t, a >> (t - 1) & 1, b >> (t - 1) & 1) > 0.5) {
                sum |= 1 << (t - 1);
            }
        }
        return sum;
    }

    /** Counts the sums that are right among all of them, one after the other. */
    int measure() {
        int operands = 1 << (bits - 1);
        int right = 0;
        for (int a = 0; a < operands; a++) {
            for (int b = 0; b < operands; b++) {
                if (add(a, b) == a + b) {
                    right++;
                }
            }
        }
        return right;
    }
}
