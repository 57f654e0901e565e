package io.github.rnnadder.refuter;

import io.github.rnnadder.certificate.Column;
import io.github.rnnadder.network.Tanh;
import io.github.rnnadder.network.Weights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for a sum that comes out wrong, among all words of columns: breadth first over the states that can be reached, where states
 * in the same cell of a grid count as one; and when there are no new ones, along long runs of one column or two, since
 * networks forget a carry, or lose their zero, slowly.
 */
public final class CounterexampleSearch {

    /** The columns of which runs are made, in turn. */
    private static final int[][] RUNS = {{1, 1}, {2, 2}, {1, 2}, {2, 1}, {0, 0}, {3, 3}};

    private static final double CONVERGED = 1e-10;

    private final double[][] w;
    private final double[][] input;
    private final double[] v;
    private final int h;
    private final double grid;
    private final int maxStates;
    private final Predicate<byte[]> confirmed;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<Long> cells = new HashSet<>();

    /**
     * A state that can be reached.
     *
     * @param parent the state before, or null
     * @param run which of {@link #RUNS} led here, or −1 where it was the single column {@code columns}
     * @param columns how many columns of the run, or the single column
     */
    private record Node(double[] state, int carry, Node parent, int run, int columns) {

        byte[] word() {
            return word(0);
        }

        private byte[] word(int after) {
            if (parent == null) {
                return new byte[after];
            }
            int length = run < 0 ? 1 : columns;
            byte[] word = parent.word(after + length);
            int start = word.length - after - length;
            for (int t = 0; t < length; t++) {
                word[start + t] = (byte) (run < 0 ? columns : RUNS[run][t & 1]);
            }
            return word;
        }
    }

    private CounterexampleSearch(Weights weights, double grid, int maxStates, Predicate<byte[]> confirmed) {
        this.h = weights.hiddenSize();
        this.w = new double[h][h];
        this.input = new double[Column.COUNT][h];
        this.v = new double[h];
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < h; j++) {
                w[i][j] = weights.w(i, j);
            }
            for (int x = 0; x < Column.COUNT; x++) {
                input[x][i] = weights.u(i, 0) * Column.first(x) + weights.u(i, 1) * Column.second(x);
            }
            v[i] = weights.v(i);
        }
        this.grid = grid;
        this.maxStates = maxStates;
        this.confirmed = confirmed;
    }

    /**
     * Returns the columns, least significant first, of a sum with a wrong bit in the last one.
     *
     * @param grid the width of a cell
     * @param maxStates how many states to remember
     * @param runLength how long the runs are
     * @param maxRuns from how many states they start
     * @param confirmed whether a word found is wrong indeed; if not, the search goes on
     */
    public static Optional<byte[]> find(
            Weights weights, double grid, int maxStates, int runLength, int maxRuns, Predicate<byte[]> confirmed) {
        return Optional.ofNullable(
                new CounterexampleSearch(weights, grid, maxStates, confirmed).find(runLength, maxRuns));
    }

    private byte[] find(int runLength, int maxRuns) {
        nodes.add(new Node(new double[h], 0, null, -1, 0));
        int explored = 0;
        int ran = 1;
        while (true) {
            for (; explored < nodes.size() && nodes.size() < maxStates; explored++) {
                byte[] wrong = explore(nodes.get(explored));
                if (wrong != null) {
                    return wrong;
                }
            }
            if (nodes.size() >= maxStates || ran >= nodes.size() || ran >= maxRuns) {
                return null;
            }
            for (int run = 0; run < RUNS.length; run++) {
                byte[] wrong = run(nodes.get(ran), run, runLength);
                if (wrong != null) {
                    return wrong;
                }
            }
            ran++;
        }
    }

    private byte[] explore(Node node) {
        double[] wh = new double[h];
        multiply(node.state, wh);
        for (int x = node.parent == null ? 1 : 0; x < Column.COUNT; x++) {
            double[] next = new double[h];
            double o = activate(wh, x, next);
            Node child = new Node(next, Column.carry(x, node.carry), node, -1, x);
            if (isWrong(o, x, node.carry)) {
                byte[] word = child.word();
                if (confirmed.test(word)) {
                    return word;
                }
            } else if (cells.add(cell(child))) {
                nodes.add(child);
            }
        }
        return null;
    }

    private byte[] run(Node from, int run, int length) {
        double[] state = from.state;
        double[] wh = new double[h];
        double[] next = new double[h];
        int carry = from.carry;
        for (int t = 0; t < length; t++) {
            int x = RUNS[run][t & 1];
            multiply(state, wh);
            double o = activate(wh, x, next);
            int before = carry;
            carry = Column.carry(x, carry);
            double change = 0;
            for (int i = 0; i < h; i++) {
                change = Math.max(change, Math.abs(next[i] - state[i]));
            }
            if (t == 0) {
                state = new double[h];
            }
            double[] swap = state;
            state = next;
            next = swap;
            Node node = new Node(state, carry, from, run, t + 1);
            if (isWrong(o, x, before)) {
                byte[] word = node.word();
                if (confirmed.test(word)) {
                    return word;
                }
                return null;
            }
            if (cells.add(cell(node))) {
                nodes.add(new Node(state.clone(), carry, from, run, t + 1));
            }
            if (change < CONVERGED) {
                return null;
            }
        }
        return null;
    }

    private void multiply(double[] state, double[] wh) {
        for (int i = 0; i < h; i++) {
            double[] row = w[i];
            double s0 = 0;
            double s1 = 0;
            int j = 0;
            for (; j + 1 < h; j += 2) {
                s0 += row[j] * state[j];
                s1 += row[j + 1] * state[j + 1];
            }
            if (j < h) {
                s0 += row[j] * state[j];
            }
            wh[i] = s0 + s1;
        }
    }

    private double activate(double[] wh, int x, double[] next) {
        double o = 0;
        for (int i = 0; i < h; i++) {
            next[i] = Tanh.of(wh[i] + input[x][i]);
            o += v[i] * next[i];
        }
        return o;
    }

    private static boolean isWrong(double o, int x, int carry) {
        return (o > 0) != (Column.sumBit(x, carry) == 1);
    }

    /** Returns a hash of the cell that a node lies in: a clash loses a state, and no more. */
    private long cell(Node node) {
        long hash = node.carry + 1;
        for (double z : node.state) {
            hash = (hash ^ (long) (Math.floor(z / grid + 0.37) + 1e6)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
