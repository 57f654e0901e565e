package io.github.rnnadder.proof.falsifier;

import io.github.rnnadder.model.network.Cell;
import io.github.rnnadder.proof.certificate.FullAdder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Looks for a sum that comes out wrong, among all words of columns: breadth first over the states that can be reached,
 * where states in the same box of a grid count as one; and when there are no new ones, along long runs of one column or
 * two, since networks forget a carry, or lose their zero, slowly.
 */
public final class CounterexampleSearch {

    /**
     * How hard to look.
     *
     * @param grid the width of a box
     * @param maxStates how many states to remember
     * @param runLength how long the runs are
     * @param maxRuns from how many states they start
     */
    public record Effort(double grid, int maxStates, int runLength, int maxRuns) {

        /**
         * Finds nearly all networks that are wrong, in a tenth of a second. Of those looked at, each that only a run
         * shows was shown by one from the first three states.
         */
        public static final Effort QUICK = new Effort(0.05, 100_000, 150, 10);

        /**
         * For networks of which no proof was found. Of those left undecided, even a grid of 0.01 showed none to be
         * wrong.
         */
        public static final Effort THOROUGH = new Effort(0.02, 100_000, 2000, 300);

        /** The numbers that all states may have: 200 MB, which those of 256 units fill. */
        private static final int MAX_NUMBERS = 25_600_000;
        /** States that runs start from, times H², which each step costs: those of 64 units take it all. */
        private static final int MAX_RUN_COST = 300 * 64 * 64;

        /** Returns what of it is spent on a network of H units. */
        private Effort on(int h) {
            return new Effort(
                    grid, Math.min(maxStates, MAX_NUMBERS / h), runLength, Math.min(maxRuns, MAX_RUN_COST / (h * h)));
        }
    }

    /** The columns of which runs are made, in turn. */
    private static final int[][] RUNS = {{1, 1}, {2, 2}, {1, 2}, {2, 1}, {0, 0}, {3, 3}};

    /** A run ends where a step changes the state by less than this: it would repeat itself. */
    private static final double CONVERGED = 1e-10;

    /** The corner of the grid, off the axes: states at 0, ±1 and between them are not on the border of a box. */
    private static final double GRID_OFFSET = 0.37;

    /** States between two reports: a second or so for the largest networks. */
    private static final int TOLD_AT_ONCE = 1000;

    private final Cell cell;
    private final int h;
    private final Effort effort;
    private final Predicate<byte[]> confirmed;
    private final Consumer<String> progress;
    private final List<Node> nodes = new ArrayList<>();
    /** The boxes of the grid, and carries, that have been reached. */
    private final Set<Long> reached = new HashSet<>();

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

    private CounterexampleSearch(Cell cell, Effort effort, Predicate<byte[]> confirmed, Consumer<String> progress) {
        this.cell = cell;
        this.h = cell.hiddenSize();
        this.effort = effort.on(h);
        this.confirmed = confirmed;
        this.progress = progress;
    }

    /**
     * Returns the columns, least significant first, of a sum with a wrong bit in the last one.
     *
     * @param confirmed whether a word found is wrong indeed; if not, the search goes on
     * @param progress hears now and then how far it is
     */
    public static Optional<byte[]> find(
            Cell cell, Effort effort, Predicate<byte[]> confirmed, Consumer<String> progress) {
        return Optional.ofNullable(new CounterexampleSearch(cell, effort, confirmed, progress).find());
    }

    private byte[] find() {
        nodes.add(new Node(new double[h], 0, null, -1, 0));
        int explored = 0;
        int ran = 1;
        while (true) {
            for (; explored < nodes.size() && nodes.size() < effort.maxStates; explored++) {
                byte[] wrong = explore(nodes.get(explored));
                if (wrong != null) {
                    return wrong;
                }
                if (explored % TOLD_AT_ONCE == 0) {
                    tell();
                }
            }
            tell();
            if (nodes.size() >= effort.maxStates || ran >= nodes.size() || ran >= effort.maxRuns) {
                return null;
            }
            for (int run = 0; run < RUNS.length; run++) {
                byte[] wrong = run(nodes.get(ran), run);
                if (wrong != null) {
                    return wrong;
                }
            }
            ran++;
        }
    }

    private void tell() {
        progress.accept("  " + nodes.size() + " states of at most " + effort.maxStates);
    }

    private byte[] explore(Node node) {
        double[] wh = new double[h];
        cell.recur(node.state, wh);
        for (int x = node.parent == null ? 1 : 0; x < FullAdder.COLUMNS; x++) {
            double[] next = new double[h];
            cell.activate(wh, x, next);
            Node child = new Node(next, FullAdder.carry(x, node.carry), node, -1, x);
            if (isWrong(next, x, node.carry)) {
                byte[] word = child.word();
                if (confirmed.test(word)) {
                    return word;
                }
            } else if (reached.add(box(child))) {
                nodes.add(child);
            }
        }
        return null;
    }

    private byte[] run(Node from, int run) {
        double[] state = from.state.clone();
        double[] next = new double[h];
        int carry = from.carry;
        for (int t = 0; t < effort.runLength; t++) {
            int x = RUNS[run][t & 1];
            cell.step(state, x, next);
            int before = carry;
            carry = FullAdder.carry(x, carry);
            double change = 0;
            for (int i = 0; i < h; i++) {
                change = Math.max(change, Math.abs(next[i] - state[i]));
            }
            double[] swap = state;
            state = next;
            next = swap;
            Node node = new Node(state, carry, from, run, t + 1);
            if (isWrong(state, x, before)) {
                byte[] word = node.word();
                return confirmed.test(word) ? word : null;
            }
            if (reached.add(box(node))) {
                nodes.add(new Node(state.clone(), carry, from, run, t + 1));
            }
            if (change < CONVERGED) {
                return null;
            }
        }
        return null;
    }

    private boolean isWrong(double[] state, int x, int carry) {
        return (cell.output(state) > 0) != (FullAdder.sumBit(x, carry) == 1);
    }

    /** Returns a hash of the box that a node lies in: a clash loses a state, and no more. */
    private long box(Node node) {
        long hash = node.carry + 1;
        for (double z : node.state) {
            hash = (hash ^ (long) (Math.floor(z / effort.grid + GRID_OFFSET) + 1e6)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
