package io.github.rnnadder.model.network;

import io.github.rnnadder.base.numeric.Matrices;
import java.util.function.DoubleUnaryOperator;

/**
 * The plain step of the network, its recurrent cell: h′ = tanh(W h + U x), (1), and o = V h, (2). Every search, replay
 * and picture takes it.
 *
 * <p>The step stands in five other places, each for a reason: {@link BackPropagation} (training is most of a build's
 * time), {@link ForwardLanes} (64 sums side by side, for measuring every one), the checker's step of whole sets, and
 * the loader, which must not depend on the plugin, and the script of the report's page, which has the order of this
 * one.
 *
 * <p>A column x is 0…3, a + 2b for the operands' bits a and b. Each row of W h is added up from its first entry to its
 * last, then U x is added. Immutable, but the arrays are shared, not copied: whoever reads them leaves them as they
 * are.
 */
public final class Cell {

    private final double[][] w;
    private final double[][] input;
    private final double[] v;
    private final DoubleUnaryOperator tanh;

    /** Makes the cell of a network. */
    public Cell(Weights weights) {
        this(weights, Tanh::of);
    }

    /** Makes a cell with a tanh of another accuracy. */
    public Cell(Weights weights, DoubleUnaryOperator tanh) {
        this.w = weights.w();
        this.input = new double[4][weights.hiddenSize()];
        this.v = weights.v();
        this.tanh = tanh;
        for (int x = 0; x < input.length; x++) {
            for (int i = 0; i < v.length; i++) {
                input[x][i] = weights.u()[i][0] * (x & 1) + weights.u()[i][1] * (x >> 1);
            }
        }
    }

    /** Returns H. */
    public int hiddenSize() {
        return v.length;
    }

    /** Returns W, H×H. */
    public double[][] w() {
        return w;
    }

    /** Returns U x for each of the four columns x, 4×H. */
    public double[][] input() {
        return input;
    }

    /** Returns V, H entries. */
    public double[] v() {
        return v;
    }

    /** next ← tanh(W h + U x). {@code next} is another array than {@code h}. */
    public void step(double[] h, int x, double[] next) {
        recur(h, next);
        activate(next, x, next);
    }

    /** wh ← W h, which the four columns that may come next have in common. */
    public void recur(double[] h, double[] wh) {
        for (int i = 0; i < wh.length; i++) {
            wh[i] = Matrices.dot(w[i], h);
        }
    }

    /** next ← tanh(wh + U x). {@code next} may be {@code wh}. */
    public void activate(double[] wh, int x, double[] next) {
        double[] ux = input[x];
        for (int i = 0; i < next.length; i++) {
            next[i] = tanh.applyAsDouble(wh[i] + ux[i]);
        }
    }

    /** Returns o = V h. */
    public double output(double[] h) {
        return Matrices.dot(v, h);
    }
}
