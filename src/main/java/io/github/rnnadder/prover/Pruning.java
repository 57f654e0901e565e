package io.github.rnnadder.prover;

import io.github.rnnadder.certificate.Limits;
import io.github.rnnadder.checker.StateSet;
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
        followAnew();
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

    /**
     * Follows every part from its beginning, as the checker will, with the largest tolerance that all of them bear: now
     * that all balls are there, many words end sooner.
     */
    private void followAnew() {
        int i = Limits.TOLERANCES.size() - 1;
        while (i > 0 && !bears(Limits.TOLERANCES.get(i))) {
            i--;
        }
        if (i == 0) {
            allow(Limits.TOLERANCES.get(0));
            parts.all().forEach(this::followAnew);
        }
    }

    /** Says whether all parts bear a tolerance; those that were found to are followed with it from now on. */
    private boolean bears(double tolerance) {
        allow(tolerance);
        return parts.all().stream().allMatch(this::followAnew);
    }

    private void allow(double tolerance) {
        follower.allow(tolerance);
        parts.allow(tolerance);
    }

    /** Returns whether it could be followed; if not, its last expansion remains. */
    private boolean followAnew(Part part) {
        Expansion last = part.expansion();
        part.expand(Expansion.NONE);
        Optional<Expansion> anew = follower.follow(part, this, part.mostSteps());
        part.expand(anew.orElse(last));
        return anew.isPresent();
    }

    /** Makes every part do without a ball; returns the first that cannot, in which case nothing has changed. */
    private Optional<Part> doWithout(Draft ball, int mostSteps) {
        gone = ball;
        Map<Part, Expansion> without = new LinkedHashMap<>();
        for (Part part : ball.reliedOnBy()) {
            Optional<Expansion> expansion = follower.follow(part, this, Math.min(mostSteps, part.mostSteps()));
            if (expansion.isEmpty()) {
                return Optional.of(part);
            }
            without.put(part, expansion.get());
        }
        without.forEach(Part::expand);
        return Optional.empty();
    }

    @Override
    public boolean keeps(Leaf leaf) {
        return leaf.holder().isEmpty() || leaf.holder().get() != gone;
    }

    @Override
    public Optional<Leaf> hold(StateSet set, double[] state, int tag, byte[] word) {
        return parts.hold(set, tag, word);
    }
}
