package io.github.rnnadder.proof.prover;

import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.Cell;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.checker.AbstractTransformer;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;
import io.github.rnnadder.proof.checker.InvertibleMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Follows every word of columns from an obligation, as the checker will do it. */
final class SetPropagator {

    /** Decides where a word may end. */
    interface ContainmentPolicy {

        /** Returns a leaf of the part's last tree, perhaps in another ball now, if its states still lie in one. */
        Optional<Containment> keep(Containment leaf);

        /**
         * Returns the leaves in which a word ends, one or one for each piece of its states, if they lie in balls or in
         * the tube; else none.
         *
         * @param set its states
         * @param state one of them, near the centre
         */
        List<Containment> contain(EllipsoidZonotope set, double[] state, int tag, byte[] word);
    }

    /** What is added to the tolerance of a bit, so that the checker's rounding does not matter. */
    private static final double ROUNDING = 0.01;

    private final Weights weights;
    private final Cell cell;
    private final InvertibleMetric[] norms;
    private final StepBudget budget;
    private final EllipsoidZonotope[] stack = new EllipsoidZonotope[Limits.MAX_DEPTH + 1];
    /** A concrete state for each set of the stack, near its centre. */
    private final double[][] states;
    /** The columns from the part to the last set of the stack. */
    private final byte[] word = new byte[Limits.MAX_DEPTH];

    /** What each step allows for, and is asked of the margin of a bit. */
    private double tolerance;

    private AbstractTransformer step;
    private ContainmentPolicy policy;
    private List<Containment> leaves;
    private int steps;
    private int maxSteps;

    /**
     * Prepares.
     *
     * @param norms by tag
     * @param work is charged for every step
     */
    SetPropagator(Weights weights, InvertibleMetric[] norms, StepBudget budget) {
        this.weights = weights;
        this.cell = new Cell(weights);
        this.norms = norms;
        this.budget = budget;
        int h = cell.hiddenSize();
        this.states = new double[stack.length][h];
        allow(Limits.TOLERANCES.get(0));
    }

    /** From now on, follows as a checker with this tolerance. */
    void allow(double newTolerance) {
        this.tolerance = newTolerance;
        this.step = new AbstractTransformer(weights, newTolerance);
    }

    boolean isExhausted() {
        return budget.isExhausted();
    }

    /**
     * Returns the part's last tree, or one from its beginning if it has none, continued where a leaf does not
     * stay; nothing if a bit may be wrong, or it takes too long.
     */
    Optional<ReachTree> propagate(ProofObligation obligation, ContainmentPolicy policy, int maxSteps) {
        this.policy = policy;
        this.leaves = new ArrayList<>();
        this.steps = obligation.reachTree().steps();
        this.maxSteps = maxSteps;
        try {
            boolean done = obligation.reachTree() == ReachTree.NONE ? propagateAll(obligation) : resume(obligation);
            return done ? Optional.of(new ReachTree(leaves, steps)) : Optional.empty();
        } catch (InvalidCertificateException e) {
            return Optional.empty(); // a set is too wide for the checker
        }
    }

    /** Begins with the states of an obligation. */
    private void place(ProofObligation obligation) {
        stack[0] = obligation.states();
        states[0] = stack[0].centre();
    }

    private boolean propagateAll(ProofObligation obligation) {
        place(obligation);
        return propagate(0, obligation.carry(), obligation.firstInput());
    }

    private boolean resume(ProofObligation obligation) {
        List<Containment> last = obligation.reachTree().leaves();
        int next = 0;
        while (next < last.size()) {
            Containment leaf = last.get(next);
            int first = leaves.size();
            // The leaves of one word stand together; if one of them does not stay, the word is ended anew.
            boolean stays = true;
            for (; next < last.size() && last.get(next).word() == leaf.word(); next++) {
                Optional<Containment> kept = policy.keep(last.get(next));
                kept.ifPresent(leaves::add);
                stays = stays && kept.isPresent();
            }
            if (!stays) {
                leaves.subList(first, leaves.size()).clear();
                if (!repeat(obligation, leaf) || !end(leaf.word().length, leaf.tag())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Goes to the end of a word that has been followed before. */
    private boolean repeat(ProofObligation obligation, Containment leaf) {
        place(obligation);
        int carry = obligation.carry();
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
    private boolean propagate(int depth, int carry, int firstInput) {
        if (depth == Limits.MAX_DEPTH) {
            return false;
        }
        for (int x = firstInput; x < FullAdder.INPUT_VALUES; x++) {
            int tag = FullAdder.tag(FullAdder.carry(x, carry), x);
            if (++steps > maxSteps
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
        List<Containment> ends = policy.contain(stack[depth], states[depth], tag, Arrays.copyOf(word, depth));
        leaves.addAll(ends);
        return !ends.isEmpty() || propagate(depth, FullAdder.carryOf(tag), 0);
    }

    private boolean advance(int depth, int x, int tag) {
        if (budget.isExhausted()) {
            return false;
        }
        budget.spend();
        word[depth] = (byte) x;
        cell.step(states[depth], x, states[depth + 1]);
        stack[depth + 1] = step.apply(stack[depth], x, norms[tag]);
        return true;
    }

    private boolean isRight(EllipsoidZonotope set, int bit) {
        return set.margin(cell.v(), bit) > tolerance * (1 + ROUNDING);
    }
}
