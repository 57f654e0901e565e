package io.github.rnnadder.proof.prover;

import io.github.rnnadder.proof.checker.StateSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes away, one after the other, the balls that a cover can do without: where one held the end of a word, another
 * ball does, or the word is followed further, as long as no part takes more steps than the longest took before. What is
 * left is a smaller certificate, and one in which every ball is needed, unless the work ran out.
 */
final class Pruning implements Follower.Holder {

    private final Parts parts;
    private final Follower follower;
    /** The ball that is to go. */
    private Draft gone;

    Pruning(Parts parts, Follower follower) {
        this.parts = parts;
        this.follower = follower;
    }

    void prune() {
        int mostSteps = parts.mostSteps();
        // A part that could not do without a ball cannot do without it after others have gone, either. So a ball is not
        // tried again while that part is there.
        Map<Draft, Part> missedBy = new HashMap<>();
        boolean again = true;
        while (again) {
            again = false;
            for (Draft ball : leastReliedOnFirst()) {
                if (!parts.contains(missedBy.get(ball))) {
                    parts.remove(ball);
                    Optional<Part> missing = doWithout(ball, mostSteps);
                    if (missing.isPresent()) {
                        missedBy.put(ball, missing.get());
                        parts.add(ball);
                    } else {
                        ball.expand(Expansion.NONE);
                        again = true;
                    }
                }
            }
        }
    }

    /** The fewer parts rely on a ball, the less it costs to try, and the more likely they can do without. */
    private List<Draft> leastReliedOnFirst() {
        return parts.balls().stream()
                .sorted(Comparator.comparingInt(ball -> ball.reliedOnBy().size()))
                .toList();
    }

    /** Makes every part do without a ball; returns the first that cannot, in which case nothing has changed. */
    private Optional<Part> doWithout(Draft ball, int mostSteps) {
        gone = ball;
        Map<Part, Expansion> without = new LinkedHashMap<>();
        for (Part part : fewestStepsLeftFirst(ball)) {
            Optional<Expansion> expansion = follower.follow(part, this, Math.min(mostSteps, part.mostSteps()));
            if (expansion.isEmpty()) {
                return Optional.of(part);
            }
            without.put(part, expansion.get());
        }
        without.forEach(Part::expand);
        return Optional.empty();
    }

    /** The fewer steps are left to a part, the sooner it is known that it cannot do without. */
    private static List<Part> fewestStepsLeftFirst(Draft ball) {
        return ball.reliedOnBy().stream()
                .sorted(Comparator.comparingInt(part -> -part.expansion().steps()))
                .toList();
    }

    @Override
    public Optional<Leaf> keep(Leaf leaf) {
        return leaf.holder().filter(ball -> ball == gone).isEmpty() ? Optional.of(leaf) : parts.holdElsewhere(leaf);
    }

    @Override
    public List<Leaf> hold(StateSet set, double[] state, int tag, byte[] word) {
        return parts.hold(set, tag, word);
    }
}
