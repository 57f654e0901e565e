package io.github.rnnadder.model.network;

/**
 * The forward pass of 64 sequences at once. Lane l of every vector belongs to sequence l. The next bits of all
 * sequences fit into one {@code long}.
 */
public final class ForwardLanes {

    /** The number of sequences that are computed at once. */
    public static final int LANES = Long.SIZE;

    private final int hiddenSize;
    private final double[][] u;
    /** The rows of W, padded with zeros to a multiple of eight entries. */
    private final double[][] w;
    /** The vector V, padded like the rows of W. */
    private final double[] v;

    private final double[] zeros = new double[LANES];
    private final double[] a = new double[LANES];
    private final double[] b = new double[LANES];

    /** Creates the forward pass of a network. */
    public ForwardLanes(Weights weights) {
        this.hiddenSize = weights.hiddenSize();
        int padded = ColumnMatrix.padded(hiddenSize);
        this.u = new double[hiddenSize][Weights.INPUTS];
        this.w = new double[hiddenSize][padded];
        this.v = new double[padded];
        for (int i = 0; i < hiddenSize; i++) {
            for (int j = 0; j < Weights.INPUTS; j++) {
                u[i][j] = weights.u()[i][j];
            }
            for (int j = 0; j < hiddenSize; j++) {
                w[i][j] = weights.w()[i][j];
            }
            v[i] = weights.v()[i];
        }
    }

    /** The states of 64 sequences after the same number of steps. */
    public static final class State {

        /** The hidden states, with one column per hidden unit and one row per lane. */
        private final ColumnMatrix h;
        /** The product W h, the costliest part of a step, computed on first use for all steps from this state. */
        private final ColumnMatrix wh;

        private boolean multiplied;
        private final double[] p = new double[LANES];

        private State(int hiddenSize) {
            this.h = new ColumnMatrix(LANES, hiddenSize);
            this.wh = new ColumnMatrix(LANES, hiddenSize);
        }

        /** Returns p_t of a lane: the probability that bit t of the sum is 1. */
        public double p(int lane) {
            return p[lane];
        }
    }

    /** Returns a new state with h₀ = 0 in every lane. */
    public State start() {
        return new State(hiddenSize);
    }

    /**
     * Makes one step in every lane.
     *
     * @param from the states before the step
     * @param aBits the next bits of the first operands; bit l belongs to lane l
     * @param bBits the next bits of the second operands; bit l belongs to lane l
     * @param to receives the states after the step; may be the same object as {@code from}
     */
    public void step(State from, long aBits, long bBits, State to) {
        if (!from.multiplied) {
            for (int i = 0; i < hiddenSize; i++) {
                from.h.multiply(zeros, w[i], from.wh.get(i));
            }
            from.multiplied = true;
        }
        for (int l = 0; l < LANES; l++) {
            a[l] = aBits >>> l & 1;
            b[l] = bBits >>> l & 1;
        }
        for (int i = 0; i < hiddenSize; i++) {
            activate(from.wh.get(i), u[i][0], a, u[i][1], b, to.h.get(i)); // equation (1)
        }
        to.multiplied = false;
        to.h.multiply(zeros, v, to.p); // equation (2)
        for (int l = 0; l < LANES; l++) {
            to.p[l] = Sigmoid.ofBounded(to.p[l]); // equation (3)
        }
    }

    private static void activate(double[] wh, double u0, double[] a, double u1, double[] b, double[] h) {
        for (int l = 0; l < LANES; l++) {
            h[l] = Tanh.ofBounded(wh[l] + (u0 * a[l] + u1 * b[l]));
        }
    }
}
