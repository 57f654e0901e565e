package io.github.rnnadder.model.network;

/**
 * The report's equations as a textbook writes them: double[][], Math.tanh, a loop per sum, nothing shared with the code
 * under test.
 */
final class Textbook {

    final double[][] u;
    final double[][] w;
    final double[] v;
    double[][] gradU;
    double[][] gradW;
    double[] gradV;

    Textbook(Weights weights) {
        int n = weights.hiddenSize();
        u = new double[n][2];
        w = new double[n][n];
        v = new double[n];
        for (int i = 0; i < n; i++) {
            u[i][0] = weights.u()[i][0];
            u[i][1] = weights.u()[i][1];
            v[i] = weights.v()[i];
            for (int j = 0; j < n; j++) {
                w[i][j] = weights.w()[i][j];
            }
        }
    }

    /** Returns L and sets the gradients. */
    double loss(long a, long b, int bits) {
        int n = v.length;
        double[][] h = new double[bits + 1][n];
        double[] gradO = new double[bits + 2];
        double loss = 0;
        for (int t = 1; t <= bits; t++) {
            double o = 0;
            for (int i = 0; i < n; i++) {
                double z = u[i][0] * (a >> (t - 1) & 1) + u[i][1] * (b >> (t - 1) & 1);
                for (int j = 0; j < n; j++) {
                    z += w[i][j] * h[t - 1][j];
                }
                h[t][i] = Math.tanh(z);
                o += v[i] * h[t][i];
            }
            double p = 1 / (1 + Math.exp(-o));
            double y = (a + b) >> (t - 1) & 1;
            loss += 0.5 * (y - p) * (y - p);
            gradO[t] = (p - y) * p * (1 - p);
        }
        gradU = new double[n][2];
        gradW = new double[n][n];
        gradV = new double[n];
        double[] later = new double[n];
        for (int t = bits; t >= 1; t--) {
            double[] grad = new double[n];
            for (int i = 0; i < n; i++) {
                grad[i] = v[i] * gradO[t];
                for (int k = 0; k < n; k++) {
                    grad[i] += w[k][i] * later[k];
                }
            }
            for (int i = 0; i < n; i++) {
                double d = (1 - h[t][i] * h[t][i]) * grad[i];
                gradU[i][0] += d * (a >> (t - 1) & 1);
                gradU[i][1] += d * (b >> (t - 1) & 1);
                gradV[i] += gradO[t] * h[t][i];
                for (int j = 0; j < n; j++) {
                    gradW[i][j] += d * h[t - 1][j];
                }
                grad[i] = d;
            }
            later = grad;
        }
        return loss;
    }

    /** One step of gradient descent. */
    double step(long a, long b, int bits, double rate, double decay) {
        double loss = loss(a, b, bits);
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < 2; j++) {
                u[i][j] -= rate * (gradU[i][j] + decay * u[i][j]);
            }
            for (int j = 0; j < v.length; j++) {
                w[i][j] -= rate * (gradW[i][j] + decay * w[i][j]);
            }
            v[i] -= rate * (gradV[i] + decay * v[i]);
        }
        return loss;
    }
}
