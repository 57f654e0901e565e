package io.github.rnnadder.prover;

import io.github.rnnadder.certificate.FullAdder;
import io.github.rnnadder.network.Cell;
import io.github.rnnadder.numeric.Matrices;
import io.github.rnnadder.numeric.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks, tag by tag, for the norm ‖T·‖₂ in which single steps of the network stretch a deviation least: contraction
 * analysis (Lohmiller and Slotine, On contraction analysis for non-linear systems, 1998), with a metric for each tag.
 *
 * <p>A step stretches by at most g = ‖T′JT⁻¹‖₂, where J = diag(1 − h′²)·W is its Jacobian, and T and T′ are the
 * matrices of the tags before and after it. The mean of g⁴ over steps from reachable states is made small; the fourth
 * power makes the worst steps count most.
 *
 * <p>It is steepest descent from the identity. Where u and v are the singular vectors of g, a change T′ ← (I + E)T′
 * changes log g by uᵀEu, and T ← (I + E)T by −vᵀEv: so the gradient is a sum of outer products.
 */
final class ContractionMetric {

    /**
     * The rounds of the descent. Half of them, with half of the samples, gave the same verdicts at weight decay 0.001.
     */
    private static final int ROUNDS = 100;
    /** The rate of the first round. It falls to the last one's by the same amount in each. */
    private static final double FIRST_RATE = 0.5;
    /** The rate of the last round. */
    private static final double LAST_RATE = 0.1;
    /** The states that steps are taken from, four each. */
    private static final int MOST_SAMPLES = 200;
    /** The same, times H: a round costs H² for each. */
    private static final int SAMPLED_UNITS = 3200;
    /** The shortest word that leads to a sampled state, in columns. */
    private static final int SHORTEST = 3;
    /** How many lengths there are. */
    private static final int LENGTHS = 12;
    /** How many columns are drawn before a run begins. */
    private static final int BEFORE_RUN = 4;

    private final Cell cell;
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

    private ContractionMetric(Cell cell) {
        this.cell = cell;
        this.h = cell.hiddenSize();
        this.transposed = Matrices.transposed(cell.w());
    }

    /** Returns T, to six digits, for each tag that occurs (null for the others). */
    static double[][][] of(Cell cell) {
        ContractionMetric metric = new ContractionMetric(cell);
        metric.sample();
        return metric.descend();
    }

    /**
     * Takes the four steps from states of random words. Half of the words end in a run of one column, since networks go
     * wrong in long runs.
     */
    private void sample() {
        int samples = Math.min(MOST_SAMPLES, SAMPLED_UNITS / h);
        for (int n = 0; n < samples; n++) {
            boolean run = (random.nextLong() & 1) == 1;
            int repeated = column();
            int length = SHORTEST + (int) (random.nextDouble() * LENGTHS);
            double[] state = new double[h];
            int carry = 0;
            int x = 0;
            for (int t = 0; t < length; t++) {
                x = run && t >= BEFORE_RUN ? repeated : column();
                state = step(state, x);
                carry = FullAdder.carry(x, carry);
            }
            int from = FullAdder.tag(carry, x);
            for (int next = 0; next < FullAdder.COLUMNS; next++) {
                double[] slopes = step(state, next);
                for (int i = 0; i < h; i++) {
                    slopes[i] = 1 - slopes[i] * slopes[i];
                }
                double[] right = new double[h];
                Arrays.fill(right, 1);
                steps.add(new Step(from, FullAdder.tag(FullAdder.carry(next, carry), next), slopes, right));
            }
        }
    }

    private int column() {
        return (int) (random.nextLong() & 3);
    }

    private double[] step(double[] state, int x) {
        double[] next = new double[h];
        cell.step(state, x, next);
        return next;
    }

    private double[][][] descend() {
        double[][][] t = new double[FullAdder.TAGS][][];
        for (int tag = 0; tag < FullAdder.TAGS; tag++) {
            t[tag] = FullAdder.occurs(tag) ? Matrices.identity(h) : null;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double rate = FIRST_RATE + (LAST_RATE - FIRST_RATE) * round / (ROUNDS - 1);
            descend(t, rate);
        }
        for (int tag = 0; tag < FullAdder.TAGS; tag++) {
            t[tag] = t[tag] == null ? null : Rounding.round(t[tag]);
        }
        return t;
    }

    private void descend(double[][][] t, double rate) {
        double[][][] inverse = new double[FullAdder.TAGS][][];
        double[][][] gradient = new double[FullAdder.TAGS][h][h];
        double[] weight = new double[FullAdder.TAGS];
        for (int tag = 0; tag < FullAdder.TAGS; tag++) {
            inverse[tag] = t[tag] == null ? null : Matrices.inverse(t[tag]);
        }
        for (Step step : steps) {
            double[] image = Matrices.product(cell.w(), Matrices.product(inverse[step.from], unit(step.right)));
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
        for (int tag = 0; tag < FullAdder.TAGS; tag++) {
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
