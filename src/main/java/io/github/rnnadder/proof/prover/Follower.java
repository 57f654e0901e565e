package io.github.rnnadder.proof.prover;

import io.github.rnnadder.model.network.Cell;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.FullAdder;
import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.checker.Norm;
import io.github.rnnadder.proof.checker.SetStep;
import io.github.rnnadder.proof.checker.StateSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Follows every word of columns from a part, as the checker will do it. */
final class Follower {

    /** Decides where a word may end. */
    interface Holder {

        /** Returns a leaf of the part's last expansion, perhaps in another ball now, if its states still lie in one. */
        Optional<Leaf> keep(Leaf leaf);

        /**
         * Returns the leaves in which a word ends, one or one for each piece of its states, if they lie in balls or in
         * the tube; else none.
         *
         * @param set its states
         * @param state one of them, near the centre
         */
        List<Leaf> hold(StateSet set, double[] state, int tag, byte[] word);
    }

    /** What is added to the tolerance of a bit, so that the checker's rounding does not matter. */
    private static final double ROUNDING = 0.01;

    private final Weights weights;
    private final Cell cell;
    private final Norm[] norms;
    private final Work work;
    private final StateSet[] stack = new StateSet[Limits.MAX_DEPTH + 1];
    /** A concrete state for each set of the stack, near its centre. */
    private final double[][] states;
    /** The columns from the part to the last set of the stack. */
    private final byte[] word = new byte[Limits.MAX_DEPTH];

    /** What each step allows for, and is asked of the margin of a bit. */
    private double tolerance;

    private SetStep step;
    private Holder holder;
    private List<Leaf> leaves;
    private int steps;
    private int mostSteps;

    /**
     * Prepares.
     *
     * @param norms by tag
     * @param work is charged for every step
     */
    Follower(Weights weights, Norm[] norms, Work work) {
        this.weights = weights;
        this.cell = new Cell(weights);
        this.norms = norms;
        this.work = work;
        int h = cell.hiddenSize();
        this.states = new double[stack.length][h];
        allow(Limits.TOLERANCES.get(0));
    }

    /** From now on, follows as a checker with this tolerance. */
    void allow(double newTolerance) {
        this.tolerance = newTolerance;
        this.step = new SetStep(weights, newTolerance);
    }

    boolean isExhausted() {
        return work.isExhausted();
    }

    /**
     * Returns the part's last expansion, or one from its beginning if it has none, continued where a leaf does not
     * stay; nothing if a bit may be wrong, or it takes too long.
     */
    Optional<Expansion> follow(Part part, Holder holder, int mostSteps) {
        this.holder = holder;
        this.leaves = new ArrayList<>();
        this.steps = part.expansion().steps();
        this.mostSteps = mostSteps;
        try {
            boolean done = part.expansion() == Expansion.NONE ? followAll(part) : followLeaves(part);
            return done ? Optional.of(new Expansion(leaves, steps)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a set is too wide for the checker
        }
    }

    /** Begins with the states of a part. */
    private void place(Part part) {
        stack[0] = part.states();
        states[0] = stack[0].centre();
    }

    private boolean followAll(Part part) {
        place(part);
        return follow(0, part.carry(), part.firstColumn());
    }

    private boolean followLeaves(Part part) {
        List<Leaf> last = part.expansion().leaves();
        int next = 0;
        while (next < last.size()) {
            Leaf leaf = last.get(next);
            int first = leaves.size();
            // The leaves of one word stand together; if one of them does not stay, the word is ended anew.
            boolean stays = true;
            for (; next < last.size() && last.get(next).word() == leaf.word(); next++) {
                Optional<Leaf> kept = holder.keep(last.get(next));
                kept.ifPresent(leaves::add);
                stays = stays && kept.isPresent();
            }
            if (!stays) {
                leaves.subList(first, leaves.size()).clear();
                if (!repeat(part, leaf) || !end(leaf.word().length, leaf.tag())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Goes to the end of a word that has been followed before. */
    private boolean repeat(Part part, Leaf leaf) {
        place(part);
        int carry = part.carry();
        for (int depth = 0; depth < leaf.word().length; depth++) {
            int x = leaf.word()[depth];
            carry = FullAdder.carry(x, carry);
            if (!advance(depth, x, FullAdder.tag(carry, x))) {
                return false;
            }
        }
        return true;
    }

    /** Follows every word from {@code stack[depth]}. */
    private boolean follow(int depth, int carry, int firstColumn) {
        if (depth == Limits.MAX_DEPTH) {
            return false;
        }
        for (int x = firstColumn; x < FullAdder.COLUMNS; x++) {
            int tag = FullAdder.tag(FullAdder.carry(x, carry), x);
            if (++steps > mostSteps
                    || !advance(depth, x, tag)
                    || !isRight(stack[depth + 1], FullAdder.sumBit(x, carry))
                    || !end(depth + 1, tag)) {
                return false;
            }
        }
        return true;
    }

    /** Ends the word that has led to {@code stack[depth]} in leaves, or follows it further. */
    private boolean end(int depth, int tag) {
        List<Leaf> ends = holder.hold(stack[depth], states[depth], tag, Arrays.copyOf(word, depth));
        leaves.addAll(ends);
        return !ends.isEmpty() || follow(depth, FullAdder.carryOf(tag), 0);
    }

    private boolean advance(int depth, int x, int tag) {
        if (work.isExhausted()) {
            return false;
        }
        work.spendOne();
        word[depth] = (byte) x;
        cell.step(states[depth], x, states[depth + 1]);
        stack[depth + 1] = step.apply(stack[depth], x, norms[tag]);
        return true;
    }

    private boolean isRight(StateSet set, int bit) {
        return set.margin(cell.v(), bit) > tolerance * (1 + ROUNDING);
    }
}
