package io.github.rnnadder.certificate.prover;

import io.github.rnnadder.certificate.Column;
import io.github.rnnadder.certificate.checker.Matrices;
import io.github.rnnadder.certificate.checker.Tensors;
import io.github.rnnadder.network.Tanh;
import io.github.rnnadder.training.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates, tag by tag, the norm in which the network contracts: P = mean of Σ_k γ^{−2k} J_kᵀJ_k over reachable states and words that
 * may follow, J_k the Jacobian of k steps. A direction counts for as much as a deviation in it will still matter later.
 */
final class MetricEstimate {

    private static final double GAMMA = 0.9;
    private static final int STEPS = 16;
    private static final int CONTINUATIONS = 8;

    private final Tensors tensors;
    private final int h;
    /** Wᵀ. */
    private final double[][] transposed;

    private final SplitMix64 random = new SplitMix64(1);

    private MetricEstimate(Tensors tensors) {
        this.tensors = tensors;
        this.h = tensors.hiddenSize();
        this.transposed = new double[h][h];
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < h; j++) {
                transposed[i][j] = tensors.w()[j][i];
            }
        }
    }

    /** Returns T with TᵀT = P, to six digits, for each tag that occurs (null for the others). */
    static double[][][] of(Tensors tensors) {
        return new MetricEstimate(tensors).estimate();
    }

    private double[][][] estimate() {
        double[][][] p = new double[Column.TAGS][h][h];
        int[] count = new int[Column.TAGS];
        int samples = Math.max(100, Math.min(400, 6400 / h));
        for (int n = 0; n < samples; n++) {
            // Half of the states come at the end of a run of one column, since long runs are where networks go wrong.
            boolean run = (random.nextLong() & 1) == 1;
            int repeated = column();
            int length = 3 + (int) (random.nextDouble() * 12);
            double[] state = new double[h];
            int carry = 0;
            int x = 0;
            for (int t = 0; t < length; t++) {
                x = run && t > 3 ? repeated : column();
                state = step(state, x);
                carry = Column.carry(x, carry);
            }
            int tag = Column.tag(carry, x);
            count[tag]++;
            for (int word = 0; word < CONTINUATIONS; word++) {
                addContinuation(p[tag], state, word);
            }
        }
        double[][][] roots = new double[Column.TAGS][][];
        for (int tag = 0; tag < Column.TAGS; tag++) {
            if (Column.occurs(tag)) {
                for (int i = 0; i < h; i++) {
                    for (int j = 0; j < h; j++) {
                        p[tag][i][j] = count[tag] == 0 ? (i == j ? 1 : 0) : p[tag][i][j] / (count[tag] * CONTINUATIONS);
                    }
                }
                roots[tag] = Rounding.round(SquareRoot.of(p[tag]));
            }
        }
        return roots;
    }

    private int column() {
        return (int) (random.nextLong() & 3);
    }

    /** Adds Σ_k γ^{−2k} J_kᵀJ_k along one word: from its end, S ← I + γ⁻²·JᵀSJ with J the Jacobian of one step. */
    private void addContinuation(double[][] p, double[] start, int word) {
        List<double[]> states = new ArrayList<>();
        double[] state = start;
        for (int k = 0; k < STEPS; k++) {
            // The first four words begin as a run of each column.
            state = step(state, word < Column.COUNT && k < 12 ? word : column());
            states.add(state);
        }
        double[][] s = Matrices.identity(h);
        for (int k = STEPS - 1; k >= 0; k--) {
            // J = D·W; first D·S·D, then Wᵀ(DSD)W.
            double[] at = states.get(k);
            for (int i = 0; i < h; i++) {
                double di = (1 - at[i] * at[i]) / GAMMA;
                for (int j = 0; j < h; j++) {
                    s[i][j] *= di * (1 - at[j] * at[j]) / GAMMA;
                }
            }
            double[][] sw = Matrices.product(s, tensors.w());
            s = Matrices.product(transposed, sw);
            for (int i = 0; i < h; i++) {
                s[i][i] += 1;
            }
        }
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < h; j++) {
                p[i][j] += (s[i][j] + s[j][i]) / 2;
            }
        }
    }

    private double[] step(double[] state, int x) {
        double[] next = Arrays.copyOf(tensors.input()[x], h);
        for (int i = 0; i < h; i++) {
            next[i] = Tanh.of(next[i] + Matrices.dot(tensors.w()[i], state));
        }
        return next;
    }
}
