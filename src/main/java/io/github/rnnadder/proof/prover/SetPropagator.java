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

/** Propagates the states of an obligation through every word, as the checker will. */
final class SetPropagator {

    /** Decides where words end. */
    interface ContainmentPolicy {

        /**
         * Returns a leaf of the previous tree if its states still lie in a ball or in the cone, perhaps with another
         * ball; else empty. The default keeps every leaf.
         */
        default Optional<Containment> keep(Containment leaf) {
            return Optional.of(leaf);
        }

        /**
         * Returns where the states after a word lie, one result for each part after splitting; empty if the word must
         * be extended. {@code state} is one of the states, near their centre. The array {@code word} is not shared.
         */
        List<Containment> contain(EllipsoidZonotope set, double[] state, int tag, byte[] word);
    }

    /** The relative increase of the tolerance of a bit. It exceeds any rounding of the checker. */
    private static final double ROUNDING = 0.01;

    private final Weights weights;
    private final Cell cell;
    private final InvertibleMetric[] metrics;
    private final StepBudget budget;
    private final EllipsoidZonotope[] stack = new EllipsoidZonotope[Limits.MAX_DEPTH + 1];
    /** For each set of the stack, one of its states, near its centre. */
    private final double[][] states;
    /** The inputs that led to the last set of the stack. */
    private final byte[] word = new byte[Limits.MAX_DEPTH];

    /** The tolerance of each step and of each bit. */
    private double tolerance;

    private AbstractTransformer step;

    @SuppressWarnings("NullAway.Init") // set by propagate
    private ContainmentPolicy policy;

    private List<Containment> leaves = List.of();
    private int steps;
    private int maxSteps;

    /** Takes the metrics by tag, and the budget to which every step is charged. */
    SetPropagator(Weights weights, InvertibleMetric[] metrics, StepBudget budget) {
        this.weights = weights;
        this.cell = new Cell(weights);
        this.metrics = metrics;
        this.budget = budget;
        this.states = new double[stack.length][cell.hiddenSize()];
        allow(Limits.TOLERANCES.get(0));
    }

    /** Sets the tolerance of all later steps and bits. */
    void allow(double newTolerance) {
        this.tolerance = newTolerance;
        this.step = new AbstractTransformer(weights, newTolerance);
    }

    boolean isExhausted() {
        return budget.isExhausted();
    }

    /**
     * Propagates the states of an obligation until {@code policy} ends every word. If the obligation has a tree, only
     * the words of leaves that the policy drops are extended.
     *
     * @return the new tree; empty if a bit may be wrong, a set is too wide, or the steps or the budget do not suffice
     */
    Optional<ReachTree> propagate(ProofObligation obligation, ContainmentPolicy policy, int maxSteps) {
        this.policy = policy;
        this.leaves = new ArrayList<>();
        this.steps = obligation.reachTree().steps();
        this.maxSteps = maxSteps;
        try {
            stack[0] = obligation.states();
            states[0] = stack[0].centre();
            boolean done = obligation.reachTree() == ReachTree.NONE
                    ? propagate(0, obligation.carry(), obligation.firstInput())
                    : resume(obligation);
            return done ? Optional.of(new ReachTree(leaves, steps)) : Optional.empty();
        } catch (InvalidCertificateException e) {
            return Optional.empty(); // a set is too wide
        }
    }

    private boolean resume(ProofObligation obligation) {
        List<Containment> last = obligation.reachTree().leaves();
        int next = 0;
        while (next < last.size()) {
            Containment leaf = last.get(next);
            int first = leaves.size();
            // The leaves of one word are adjacent. If one is not kept, the word is propagated again.
            boolean kept = true;
            for (; next < last.size() && last.get(next).word() == leaf.word(); next++) {
                Optional<Containment> same = policy.keep(last.get(next));
                same.ifPresent(leaves::add);
                kept = kept && same.isPresent();
            }
            if (!kept) {
                leaves.subList(first, leaves.size()).clear();
                if (!repeat(leaf, obligation.carry()) || !end(leaf.word().length, leaf.tag())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Propagates {@code stack[0]} through the word of a leaf again. Returns whether the budget sufficed. */
    private boolean repeat(Containment leaf, int firstCarry) {
        int carry = firstCarry;
        for (int depth = 0; depth < leaf.word().length; depth++) {
            int x = leaf.word()[depth];
            carry = FullAdder.carry(x, carry);
            if (!advance(depth, x, FullAdder.tag(carry, x))) {
                return false;
            }
        }
        return true;
    }

    /** Propagates {@code stack[depth]} through every word. Returns whether every word ended, with right bits. */
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

    /** Ends the word that led to {@code stack[depth]}, or extends it. Returns whether that succeeded. */
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
        stack[depth + 1] = step.apply(stack[depth], x, metrics[tag]);
        return true;
    }

    private boolean isRight(EllipsoidZonotope set, int bit) {
        return set.margin(cell.v(), bit) > tolerance * (1 + ROUNDING);
    }
}
