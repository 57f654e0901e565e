package io.github.rnnadder.gate;

import io.github.rnnadder.model.network.Weights;
import java.util.Random;

/** The network as a program in single precision has it: weights rounded, sums in an order of its own. */
final class SinglePrecisionProgram {

    private final float[][] u;
    private final float[][] w;
    private final float[] v;
    /** In which order a sum runs over the hidden units. */
    private final int[] order;

    SinglePrecisionProgram(Weights weights, Random random) {
        int h = weights.hiddenSize();
        u = new float[h][2];
        w = new float[h][h];
        v = new float[h];
        order = new int[h];
        for (int i = 0; i < h; i++) {
            u[i][0] = (float) weights.u()[i][0];
            u[i][1] = (float) weights.u()[i][1];
            v[i] = (float) weights.v()[i];
            for (int j = 0; j < h; j++) {
                w[i][j] = (float) weights.w()[i][j];
            }
            int k = random.nextInt(i + 1);
            order[i] = order[k];
            order[k] = i;
        }
    }

    static float[] rounded(double[] state) {
        float[] rounded = new float[state.length];
        for (int i = 0; i < state.length; i++) {
            rounded[i] = (float) state[i];
        }
        return rounded;
    }

    float[] step(float[] state, int x) {
        float[] next = new float[state.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = (float) StrictMath.tanh(sum(w[i], state) + (u[i][0] * (x & 1) + u[i][1] * (x >> 1)));
        }
        return next;
    }

    float output(float[] state) {
        return sum(v, state);
    }

    int bit(float[] state) {
        return 1 / (1 + (float) StrictMath.exp(-output(state))) > 0.5f ? 1 : 0;
    }

    private float sum(float[] weights, float[] state) {
        float sum = 0;
        for (int j : order) {
            sum += weights[j] * state[j];
        }
        return sum;
    }
}
