package io.github.rnnadder.model.network;

/** Runs a network over two binary numbers, bit by bit, least significant first, for any number of steps. */
public final class ForwardPass {

    private final Cell cell;
    private double[] h;
    private double[] next;

    /** Starts at h₀ = 0. */
    public ForwardPass(Weights weights) {
        this(new Cell(weights));
    }

    /** Starts at h₀ = 0. */
    public ForwardPass(Cell cell) {
        this.cell = cell;
        this.h = new double[cell.hiddenSize()];
        this.next = new double[cell.hiddenSize()];
    }

    /**
     * Reads one bit of each operand.
     *
     * @param a the bit of the first operand, 0 or 1
     * @param b the bit of the second operand, 0 or 1
     * @return p_t, the probability that bit t of the sum is 1; the network predicts 1 if and only if p_t &gt; 0.5
     */
    public double step(int a, int b) {
        cell.step(h, a + 2 * b, next);
        double[] previous = h;
        h = next;
        next = previous;
        return Sigmoid.of(cell.output(h)); // equation (3)
    }

    /** Returns a copy of the hidden state h_t, H entries. */
    public double[] hidden() {
        return h.clone();
    }
}
