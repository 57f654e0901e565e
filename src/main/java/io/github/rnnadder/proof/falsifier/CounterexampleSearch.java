package io.github.rnnadder.proof.falsifier;

import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Searches for a sum with a wrong bit, breadth first over the reachable states. States in the same box of a grid count
 * as one. When the search finds no new state, it tries long runs of one or two inputs. Many networks forget a carry, or
 * leave the state 0, only slowly.
 */
public final class CounterexampleSearch {

    /**
     * Limits on the search.
     *
     * @param grid the width of a box of the grid
     * @param maxStates the maximum number of states to remember
     * @param runLength the number of inputs in a run
     * @param maxRuns the maximum number of states to start runs from
     */
    public record Effort(double grid, int maxStates, int runLength, int maxRuns) {

        /** Finds nearly all wrong networks in a tenth of a second. Runs from three states sufficed in every test. */
        public static final Effort QUICK = new Effort(0.05, 100_000, 150, 10);

        /** For networks without a proof. On the networks tried, a finer grid (0.01) found no more wrong ones. */
        public static final Effort THOROUGH = new Effort(0.02, 100_000, 2000, 300);

        /** The maximum of maxStates·H, reached at H = 256. That many doubles take 200 MB. */
        private static final int MAX_NUMBERS = 25_600_000;
        /** The maximum of maxRuns·H², reached at H = 64. One step costs about H². */
        private static final int MAX_RUN_COST = 300 * 64 * 64;

        private Effort on(int h) {
            return new Effort(
                    grid, Math.min(maxStates, MAX_NUMBERS / h), runLength, Math.min(maxRuns, MAX_RUN_COST / (h * h)));
        }
    }

    /** The two inputs, each 0…3, that alternate in each kind of run. */
    private static final int[][] RUNS = {{1, 1}, {2, 2}, {1, 2}, {2, 1}, {0, 0}, {3, 3}};
    /** A run ends when a step changes every entry of the state by less than this. */
    private static final double CONVERGED = 1e-10;
    /** The offset of the grid, in boxes. It keeps states such as 0 and ±1 away from the borders of boxes. */
    private static final double GRID_OFFSET = 0.37;
    /** The number of states between two progress reports, which is about a second for the largest networks. */
    private static final int REPORT_INTERVAL = 1000;

    private final Cell cell;
    private final int h;
    private final Effort effort;
    private final Predicate<byte[]> confirmed;
    private final Consumer<String> progress;
    private final List<Node> nodes = new ArrayList<>();
    /** The hashes of the boxes that have been reached, each combined with the carry. */
    private final Set<Long> reached = new HashSet<>();

    /**
     * A reachable state, with the inputs that lead to it from its parent.
     *
     * @param parent the state before the run or the single input; null for the initial state
     * @param run the row of {@link #RUNS}, or −1 for a single input
     * @param inputs the number of inputs of the run, or the single input
     */
    private record Node(double[] state, int carry, @Nullable Node parent, int run, int inputs) {

        /** Returns the inputs that lead from the initial state to this one. */
        byte[] word() {
            if (parent == null) {
                return new byte[0];
            }
            byte[] before = parent.word();
            byte[] word = Arrays.copyOf(before, before.length + (run < 0 ? 1 : inputs));
            for (int t = before.length; t < word.length; t++) {
                word[t] = (byte) (run < 0 ? inputs : RUNS[run][(t - before.length) & 1]);
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
     * Returns the inputs of a sum whose last bit is wrong, least significant first; empty if none is found.
     *
     * @param confirmed tests whether an input sequence really gives a wrong bit; if it does not, the search goes on
     * @param progress receives a line now and then
     */
    public static Optional<byte[]> find(
            Cell cell, Effort effort, Predicate<byte[]> confirmed, Consumer<String> progress) {
        return new CounterexampleSearch(cell, effort, confirmed, progress).find();
    }

    private Optional<byte[]> find() {
        nodes.add(new Node(new double[h], 0, null, -1, 0));
        int explored = 0;
        for (int start = 1; ; start++) {
            for (; explored < nodes.size() && nodes.size() < effort.maxStates; explored++) {
                Optional<byte[]> wrong = explore(nodes.get(explored));
                if (wrong.isPresent()) {
                    return wrong;
                }
                if (explored % REPORT_INTERVAL == 0) {
                    report();
                }
            }
            report();
            if (nodes.size() >= effort.maxStates || start >= nodes.size() || start >= effort.maxRuns) {
                return Optional.empty();
            }
            for (int run = 0; run < RUNS.length; run++) {
                Optional<byte[]> wrong = run(nodes.get(start), run);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
    }

    private void report() {
        progress.accept(nodes.size() + " of at most " + effort.maxStates + " states");
    }

    private Optional<byte[]> explore(Node node) {
        double[] wh = new double[h];
        cell.recur(node.state, wh);
        for (int x = node.parent == null ? 1 : 0; x < FullAdder.INPUT_VALUES; x++) {
            double[] next = new double[h];
            cell.activate(wh, x, next);
            Node child = new Node(next, FullAdder.carry(x, node.carry), node, -1, x);
            if (isWrong(next, x, node.carry)) {
                Optional<byte[]> wrong = Optional.of(child.word()).filter(confirmed);
                if (wrong.isPresent()) {
                    return wrong;
                }
            } else if (reached.add(box(child))) {
                nodes.add(child);
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> run(Node from, int run) {
        Node last = from;
        for (int t = 0; t < effort.runLength; t++) {
            int x = RUNS[run][t & 1];
            double[] state = new double[h];
            cell.step(last.state, x, state);
            Node node = new Node(state, FullAdder.carry(x, last.carry), from, run, t + 1);
            if (isWrong(state, x, last.carry)) {
                return Optional.of(node.word()).filter(confirmed);
            }
            if (reached.add(box(node))) {
                nodes.add(node);
            }
            double change = 0;
            for (int i = 0; i < h; i++) {
                change = Math.max(change, Math.abs(state[i] - last.state[i]));
            }
            if (change < CONVERGED) {
                break;
            }
            last = node;
        }
        return Optional.empty();
    }

    private boolean isWrong(double[] state, int x, int carry) {
        return (cell.output(state) > 0) != (FullAdder.sumBit(x, carry) == 1);
    }

    /** Returns a hash of a node's box and carry. A collision only makes the search skip a state. */
    private long box(Node node) {
        long hash = node.carry + 1L;
        for (double z : node.state) {
            hash = (hash ^ (long) (Math.floor(z / effort.grid + GRID_OFFSET) + 1e6)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
