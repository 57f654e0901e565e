package io.github.rnnadder.proof.prover;

import io.github.rnnadder.base.numeric.Inverse;
import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.model.network.Cell;
import io.github.rnnadder.proof.certificate.FullAdder;
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
     * How near to the best it gets.
     *
     * @param rounds of the descent
     * @param samples the states that steps are taken from, four each
     * @param sampledUnits the same, times H, where that is less: a round costs H² for each
     */
    enum Effort {
        /** Enough for most networks that were trained with weight decay. */
        QUICK(20, 30, Integer.MAX_VALUE),
        /** For the others. What it takes longer, following sets in its norms takes less. */
        THOROUGH(200, 400, 6400);

        private final int rounds;
        private final int samples;
        private final int sampledUnits;

        Effort(int rounds, int samples, int sampledUnits) {
            this.rounds = rounds;
            this.samples = samples;
            this.sampledUnits = sampledUnits;
        }
    }

    /** The rate of the first round. It falls to the last one's by the same amount in each. */
    private static final double FIRST_RATE = 0.5;
    /** The rate of the last round. */
    private static final double LAST_RATE = 0.1;
    /** The shortest word that leads to a sampled state, in columns. */
    private static final int SHORTEST = 3;
    /** How many lengths there are. */
    private static final int LENGTHS = 12;
    /** How many columns are drawn before a run begins. */
    private static final int BEFORE_RUN = 4;

    private final Cell cell;
    private final Effort effort;
    private final int h;
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

    private ContractionMetric(Cell cell, Effort effort) {
        this.cell = cell;
        this.effort = effort;
        this.h = cell.hiddenSize();
    }

    /** Returns T, to six digits, for each tag that occurs (null for the others). */
    static double[][][] of(Cell cell, Effort effort) {
        ContractionMetric metric = new ContractionMetric(cell, effort);
        metric.sample();
        return metric.descend();
    }

    /**
     * Takes the four steps from states of random words. Half of the words end in a run of one column, since networks go
     * wrong in long runs.
     */
    private void sample() {
        int samples = Math.min(effort.samples, effort.sampledUnits / h);
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
                Arrays.fill(right, 1 / Math.sqrt(h));
                steps.add(new Step(from, FullAdder.tag(FullAdder.carry(next, carry), next), slopes, right));
            }
        }
    }

    static double[][] identity(int n) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i][i] = 1;
        }
        return a;
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
        for (int tag : FullAdder.OCCURRING) {
            t[tag] = identity(h);
        }
        for (int round = 0; round < effort.rounds; round++) {
            double rate = FIRST_RATE + (LAST_RATE - FIRST_RATE) * round / (effort.rounds - 1);
            descend(t, rate);
        }
        for (int tag : FullAdder.OCCURRING) {
            t[tag] = Rounding.round(t[tag]);
        }
        return t;
    }

    private void descend(double[][][] t, double rate) {
        // W·T⁻¹ of each tag; the transposed matrices are there since rows are added up faster than they are multiplied.
        double[][][] image = new double[FullAdder.TAGS][][];
        double[][][] imageTransposed = new double[FullAdder.TAGS][][];
        double[][][] transposed = new double[FullAdder.TAGS][][];
        double[][][] gradient = new double[FullAdder.TAGS][h][h];
        double[] weight = new double[FullAdder.TAGS];
        for (int tag : FullAdder.OCCURRING) {
            image[tag] = Matrices.product(cell.w(), Inverse.of(t[tag]));
            imageTransposed[tag] = Matrices.transposed(image[tag]);
            transposed[tag] = Matrices.transposed(t[tag]);
        }
        for (Step step : steps) {
            double[] left = Matrices.product(step.right, imageTransposed[step.from]);
            left = Matrices.product(scaled(left, step.slopes), transposed[step.to]);
            normalize(left);
            double[] right =
                    Matrices.product(scaled(Matrices.product(left, t[step.to]), step.slopes), image[step.from]);
            double growth = normalize(right);
            System.arraycopy(right, 0, step.right, 0, h);
            double g4 = growth * growth * growth * growth;
            addOuter(gradient[step.to], left, g4);
            addOuter(gradient[step.from], right, -g4);
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
            double[] row = sum[i];
            double xi = factor * x[i];
            for (int j = 0; j < x.length; j++) {
                row[j] += xi * x[j];
            }
        }
    }

    private static double[] scaled(double[] x, double[] by) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= by[i];
        }
        return x;
    }

    /** Scales x to length 1; returns what it was. */
    private static double normalize(double[] x) {
        double norm = Matrices.norm(x);
        for (int i = 0; i < x.length; i++) {
            x[i] /= norm;
        }
        return norm;
    }
}
