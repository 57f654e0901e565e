package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.checker.StateSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps of a cover what is reached when all is followed from its beginning, as the checker will: now that all balls are
 * there, many words end sooner, and most of them in a ball that is needed anyway.
 */
final class Selection implements Follower.Holder {

    /** One in as many of the balls is tried before all are followed. */
    private static final int TRIED = 100;

    private final Parts found;
    private final Parts selected;
    private final Follower follower;
    private final Set<Part> open;

    private Selection(Parts found, Follower follower, double tolerance) {
        this.found = found;
        this.selected = found.withoutBalls();
        this.follower = follower;
        this.open = new LinkedHashSet<>(selected.all());
        found.all().forEach(part -> part.expand(Expansion.NONE));
        follower.allow(tolerance);
        found.allow(tolerance);
        selected.allow(tolerance);
    }

    /**
     * Returns the balls of a cover that are reached, with what is given, for the largest tolerance that all of them
     * bear, reached or not where they are the smallest; nothing if the work runs out.
     *
     * @param found loses what is known of how it was followed
     */
    static Optional<Parts> of(Parts found, Follower follower) {
        for (int i = Limits.TOLERANCES.size() - 1; i >= 0; i--) {
            Selection selection = new Selection(found, follower, Limits.TOLERANCES.get(i));
            if ((i == 0 || selection.smallestBear()) && selection.select()) {
                return Optional.of(selection.selected);
            }
            selection.selected.all().forEach(part -> part.expand(Expansion.NONE));
        }
        return Optional.empty();
    }

    /** The smallest balls bear the least: most tolerances that are too large fail here, before all is followed. */
    private boolean smallestBear() {
        List<Draft> balls = found.balls();
        return balls.stream()
                .sorted(Comparator.comparingDouble(Draft::radius))
                .limit((balls.size() + TRIED - 1) / TRIED)
                .allMatch(ball ->
                        follower.follow(ball, new Trial(), ball.mostSteps()).isPresent());
    }

    private boolean select() {
        while (!open.isEmpty()) {
            Part part = open.iterator().next();
            open.remove(part);
            Optional<Expansion> expansion = follower.follow(part, this, part.mostSteps());
            if (expansion.isEmpty()) {
                return false;
            }
            part.expand(expansion.get());
        }
        return true;
    }

    @Override
    public Optional<Leaf> keep(Leaf leaf) {
        return Optional.of(leaf);
    }

    @Override
    public List<Leaf> hold(StateSet set, double[] state, int tag, byte[] word) {
        List<Leaf> leaves = selected.hold(set, tag, word);
        if (leaves.isEmpty()) {
            leaves = found.hold(set, tag, word);
            leaves.stream().flatMap(leaf -> leaf.holder().stream()).distinct().forEach(this::select);
        }
        return leaves;
    }

    private void select(Draft ball) {
        if (!selected.contains(ball)) {
            selected.add(ball);
            open.add(ball);
        }
    }

    /** Ends words in any ball of the cover. */
    private final class Trial implements Follower.Holder {

        @Override
        public Optional<Leaf> keep(Leaf leaf) {
            return Optional.of(leaf);
        }

        @Override
        public List<Leaf> hold(StateSet set, double[] state, int tag, byte[] word) {
            return found.hold(set, tag, word);
        }
    }
}
