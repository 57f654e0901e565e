package io.github.rnnadder.prover;

import io.github.rnnadder.certificate.Column;
import io.github.rnnadder.checker.Tensors;
import io.github.rnnadder.network.Tanh;
import io.github.rnnadder.numeric.Matrices;
import io.github.rnnadder.numeric.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks, tag by tag, for the norm ‖T·‖ in which single steps of the network grow a deviation least: T by which the mean of g⁴ over
 * steps from reachable states is small, g = ‖T′JT⁻¹‖₂, J = diag(1 − h′²)·W the Jacobian of the step, T′ and T the matrices of the
 * tags after and before it. The fourth power makes the worst steps count most.
 *
 * <p>Steepest descent from the identity. Where u and v are the singular vectors of g, a change T′ ← (I + E)T′ changes log g by uᵀEu, and
 * T ← (I + E)T by −vᵀEv: so the gradient is a sum of outer products.
 */
final class ContractionMetric {

    private static final int ROUNDS = 100;
    private static final double FIRST_RATE = 0.5;
    private static final double LAST_RATE = 0.1;

    private final Tensors tensors;
    private final int h;
    private final double[][] transposed;
    private final SplitMix64 random = new SplitMix64(1);
    private final List<Step> steps = new ArrayList<>();

    /**
     * One step of the network.
     *
     * @param from the tag before
     * @param to the tag after
     * @param slopes the derivatives of tanh
     * @param right the right singular vector of T′JT⁻¹, refined in every round
     */
    private record Step(int from, int to, double[] slopes, double[] right) {}

    private ContractionMetric(Tensors tensors) {
        this.tensors = tensors;
        this.h = tensors.hiddenSize();
        this.transposed = Matrices.transposed(tensors.w());
    }

    /** Returns T, to six digits, for each tag that occurs (null for the others). */
    static double[][][] of(Tensors tensors) {
        ContractionMetric metric = new ContractionMetric(tensors);
        metric.sample();
        return metric.descend();
    }

    /** Takes the four steps from states of random words; half of them end in a run of one column, since long runs are where networks go wrong. */
    private void sample() {
        int samples = Math.min(200, 3200 / h);
        for (int n = 0; n < samples; n++) {
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
            int from = Column.tag(carry, x);
            for (int next = 0; next < Column.COUNT; next++) {
                double[] slopes = step(state, next);
                for (int i = 0; i < h; i++) {
                    slopes[i] = 1 - slopes[i] * slopes[i];
                }
                double[] right = new double[h];
                Arrays.fill(right, 1);
                steps.add(new Step(from, Column.tag(Column.carry(next, carry), next), slopes, right));
            }
        }
    }

    private int column() {
        return (int) (random.nextLong() & 3);
    }

    private double[] step(double[] state, int x) {
        double[] next = tensors.input()[x].clone();
        for (int i = 0; i < h; i++) {
            next[i] = Tanh.of(next[i] + Matrices.dot(tensors.w()[i], state));
        }
        return next;
    }

    private double[][][] descend() {
        double[][][] t = new double[Column.TAGS][][];
        for (int tag = 0; tag < Column.TAGS; tag++) {
            t[tag] = Column.occurs(tag) ? Matrices.identity(h) : null;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double rate = FIRST_RATE + (LAST_RATE - FIRST_RATE) * round / (ROUNDS - 1);
            descend(t, rate);
        }
        for (int tag = 0; tag < Column.TAGS; tag++) {
            t[tag] = t[tag] == null ? null : Rounding.round(t[tag]);
        }
        return t;
    }

    private void descend(double[][][] t, double rate) {
        double[][][] inverse = new double[Column.TAGS][][];
        double[][][] gradient = new double[Column.TAGS][h][h];
        double[] weight = new double[Column.TAGS];
        for (int tag = 0; tag < Column.TAGS; tag++) {
            inverse[tag] = t[tag] == null ? null : Matrices.inverse(t[tag]);
        }
        for (Step step : steps) {
            double[] image = Matrices.product(tensors.w(), Matrices.product(inverse[step.from], unit(step.right)));
            double[] left = unit(Matrices.product(t[step.to], scaled(image, step.slopes)));
            double[] back = scaled(Matrices.product(left, t[step.to]), step.slopes);
            double[] right = Matrices.product(Matrices.product(transposed, back), inverse[step.from]);
            double growth = Matrices.norm(right);
            System.arraycopy(unit(right), 0, step.right, 0, h);
            double g4 = growth * growth * growth * growth;
            addOuter(gradient[step.to], left, g4);
            addOuter(gradient[step.from], step.right, -g4);
            weight[step.to] += g4;
            weight[step.from] += g4;
        }
        for (int tag = 0; tag < Column.TAGS; tag++) {
            if (weight[tag] > 0) {
                double[][] change = Matrices.product(gradient[tag], t[tag]);
                for (int i = 0; i < h; i++) {
                    for (int j = 0; j < h; j++) {
                        t[tag][i][j] -= rate / weight[tag] * change[i][j];
                    }
                }
            }
        }
    }

    private static void addOuter(double[][] sum, double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum[i][j] += factor * x[i] * x[j];
            }
        }
    }

    private static double[] scaled(double[] x, double[] by) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= by[i];
        }
        return x;
    }

    private static double[] unit(double[] x) {
        double norm = Matrices.norm(x);
        double[] y = new double[x.length];
        Arrays.setAll(y, i -> x[i] / norm);
        return y;
    }
}
