package io.github.rnnadder.model.network;

import io.github.rnnadder.base.numeric.Matrices;
import java.util.function.DoubleUnaryOperator;

/**
 * One step of the network at its plainest: h′ = tanh(W h + U x), equation (1) of the report, and o = V h, equation (2).
 *
 * <p>Five other places implement the same step: {@link BackPropagation} and {@link ForwardLanes} for speed, the checker
 * for sets of states, the loader because it must not depend on the plugin, and the script of the report page.
 *
 * <p>An input x is 0…3: a + 2b for the bits a and b of the operands. Each row of W h is summed from its first entry to
 * its last, and then U x is added. The arrays are shared, not copied, and must not be modified.
 */
public final class Cell {

    private final double[][] w;
    private final double[][] input;
    private final double[] v;
    private final DoubleUnaryOperator tanh;

    /** Creates the cell of a network. */
    public Cell(Weights weights) {
        this(weights, Tanh::of);
    }

    /** Creates the cell of a network with another implementation of tanh. */
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

    /** Returns H, the number of hidden units. */
    public int hiddenSize() {
        return v.length;
    }

    /** Returns the matrix W, H×H. */
    public double[][] w() {
        return w;
    }

    /** Returns the products U x for the four inputs x, 4×H. */
    public double[][] input() {
        return input;
    }

    /** Returns the vector V, which has H entries. */
    public double[] v() {
        return v;
    }

    /**
     * Computes next ← tanh(W h + U x).
     *
     * @param h the state, not modified
     * @param x the input, 0…3
     * @param next receives the next state; must not be the same array as {@code h}
     */
    public void step(double[] h, int x, double[] next) {
        recur(h, next);
        activate(next, x, next);
    }

    /** Computes wh ← W h, which is the same for all four inputs. */
    public void recur(double[] h, double[] wh) {
        for (int i = 0; i < wh.length; i++) {
            wh[i] = Matrices.dot(w[i], h);
        }
    }

    /** Computes next ← tanh(wh + U x). {@code next} may be {@code wh}. */
    public void activate(double[] wh, int x, double[] next) {
        double[] ux = input[x];
        for (int i = 0; i < next.length; i++) {
            next[i] = tanh.applyAsDouble(wh[i] + ux[i]);
        }
    }

    /** Returns the output o = V h, before the sigmoid. */
    public double output(double[] h) {
        return Matrices.dot(v, h);
    }
}
