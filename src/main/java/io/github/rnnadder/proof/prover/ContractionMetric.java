package io.github.rnnadder.proof.prover;

import io.github.rnnadder.base.numeric.Inverse;
import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.base.numeric.SplitMix64;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Searches for metrics ‖T·‖₂, one per tag, in which single steps stretch deviations as little as possible. This is
 * contraction analysis (Lohmiller and Slotine, On contraction analysis for non-linear systems, 1998).
 *
 * <p>A step stretches a deviation by at most g = ‖T′JT⁻¹‖₂. Here J = diag(1 − h′²)·W is the Jacobian of the step, and T
 * and T′ are the metrics before and after it. The search minimizes the mean of g⁴ over sampled steps. The fourth power
 * emphasizes the worst.
 *
 * <p>The search is steepest descent from the identity. Let u and v be the singular vectors of g, left and right.
 * Changing T′ to (I + E)T′ changes log g by uᵀEu. Changing T to (I + E)T changes it by −vᵀEv. So the gradient is a sum
 * of outer products.
 */
final class ContractionMetric {

    /** How long to search for metrics. */
    enum Effort {
        /** Enough for most networks that were trained with weight decay. */
        QUICK(20, 30, Integer.MAX_VALUE),
        /** For networks that need better metrics. The search takes longer, but propagating sets takes less time. */
        THOROUGH(200, 400, 6400);

        /** The number of rounds of the descent. */
        private final int rounds;
        /** The number of states to sample; four steps are sampled from each. */
        private final int samples;
        /** An upper bound on samples·H, because a round costs H² per sample. */
        private final int sampledUnits;

        Effort(int rounds, int samples, int sampledUnits) {
            this.rounds = rounds;
            this.samples = samples;
            this.sampledUnits = sampledUnits;
        }
    }

    /** The step size of the descent in the first round. It falls linearly from round to round. */
    private static final double FIRST_RATE = 0.5;
    /** The step size of the descent in the last round. */
    private static final double LAST_RATE = 0.1;
    /** The minimum length of a word that leads to a sampled state. */
    private static final int MIN_WORD_LENGTH = 3;
    /** The number of different lengths of sampled words, which have 3 to 14 inputs. */
    private static final int WORD_LENGTHS = 12;
    /** The number of random inputs at the beginning of a word that ends in a run. */
    private static final int COLUMNS_BEFORE_RUN = 4;

    private final Cell cell;
    private final Effort effort;
    private final int h;
    private final SplitMix64 random = new SplitMix64(1);
    private final List<Step> steps = new ArrayList<>();

    /** A sampled step between two tags: the slopes of tanh, 1 − h′², and the singular vector v, refined every round. */
    private record Step(int from, int to, double[] slopes, double[] right) {}

    private ContractionMetric(Cell cell, Effort effort) {
        this.cell = cell;
        this.effort = effort;
        this.h = cell.hiddenSize();
    }

    /** Returns T for each tag that occurs, rounded to six digits; null for the other tags. */
    static double[][][] of(Cell cell, Effort effort) {
        ContractionMetric metric = new ContractionMetric(cell, effort);
        metric.sample();
        return metric.descend();
    }

    /**
     * Samples states by random words, and takes all four steps from each state. Half of the words end in a run of one
     * input, because many networks fail only after long runs.
     */
    private void sample() {
        int samples = Math.min(effort.samples, effort.sampledUnits / h);
        for (int n = 0; n < samples; n++) {
            boolean run = (random.nextLong() & 1) == 1;
            int repeated = input();
            int length = MIN_WORD_LENGTH + (int) (random.nextDouble() * WORD_LENGTHS);
            double[] state = new double[h];
            int carry = 0;
            int x = 0;
            for (int t = 0; t < length; t++) {
                x = run && t >= COLUMNS_BEFORE_RUN ? repeated : input();
                state = step(state, x);
                carry = FullAdder.carry(x, carry);
            }
            int from = FullAdder.tag(carry, x);
            for (int next = 0; next < FullAdder.INPUT_VALUES; next++) {
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

    private int input() {
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
        // The image is W·T⁻¹ of each tag. Transposed copies exist because multTransA is faster than mult.
        double[][][] image = new double[FullAdder.TAGS][][];
        double[][][] imageTransposed = new double[FullAdder.TAGS][][];
        double[][][] transposed = new double[FullAdder.TAGS][][];
        double[][][] gradient = new double[FullAdder.TAGS][h][h];
        double[] weight = new double[FullAdder.TAGS];
        for (int tag : FullAdder.OCCURRING) {
            image[tag] = Matrices.mult(cell.w(), Inverse.of(t[tag]));
            imageTransposed[tag] = Matrices.transposed(image[tag]);
            transposed[tag] = Matrices.transposed(t[tag]);
        }
        for (Step step : steps) {
            double[] left = Matrices.multTransA(imageTransposed[step.from], step.right);
            left = Matrices.multTransA(transposed[step.to], scaled(left, step.slopes));
            normalize(left);
            double[] right =
                    Matrices.multTransA(image[step.from], scaled(Matrices.multTransA(t[step.to], left), step.slopes));
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
                double[][] change = Matrices.mult(gradient[tag], t[tag]);
                for (int i = 0; i < h; i++) {
                    for (int j = 0; j < h; j++) {
                        t[tag][i][j] -= rate / weight[tag] * change[i][j];
                    }
                }
            }
        }
    }

    static void addOuter(double[][] sum, double[] x, double factor) {
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

    /** Scales x to length 1 in place. Returns its former length. */
    private static double normalize(double[] x) {
        double norm = Matrices.norm(x);
        for (int i = 0; i < x.length; i++) {
            x[i] /= norm;
        }
        return norm;
    }
}
