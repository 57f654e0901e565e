package io.github.rnnadder.certificate.prover;

import io.github.rnnadder.certificate.checker.Norm;
import io.github.rnnadder.certificate.checker.StateSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes away, one after the other, the balls that a cover can do without: where one held the end of a word, another ball does, or the
 * word is followed further, as long as no part takes more steps than the longest took before. What is left is a smaller certificate,
 * and one in which every ball is needed, unless the work ran out.
 */
final class Pruning implements Follower.Holder {

    /** What is needed only by balls that are taken away later is found in the second. */
    private static final int PASSES = 2;

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
        for (int pass = 0; pass < PASSES; pass++) {
            for (Draft ball : parts.balls()) {
                parts.remove(ball);
                if (!isMissed(ball, mostSteps)) {
                    ball.expand(Expansion.NONE);
                } else {
                    parts.add(ball);
                }
            }
        }
    }

    /** Follows every part from its beginning, as the checker will: now that all balls are there, many words end sooner. */
    private void followAnew() {
        for (Part part : parts.all()) {
            Expansion last = part.expansion();
            part.expand(Expansion.NONE);
            part.expand(follower.follow(part, this, part.mostSteps()).orElse(last));
        }
    }

    /** Says whether some part cannot do without a ball; if none is, they do from now on. */
    private boolean isMissed(Draft ball, int mostSteps) {
        gone = ball;
        Map<Part, Expansion> without = new LinkedHashMap<>();
        for (Part part : ball.reliedOnBy()) {
            Optional<Expansion> expansion = follower.follow(part, this, Math.min(mostSteps, part.mostSteps()));
            if (expansion.isEmpty()) {
                return true;
            }
            without.put(part, expansion.get());
        }
        without.forEach(Part::expand);
        return false;
    }

    @Override
    public boolean keeps(Leaf leaf) {
        return leaf.holder().isEmpty() || leaf.holder().get() != gone;
    }

    @Override
    public Optional<Leaf> hold(StateSet set, double[] state, int tag, byte[] word) {
        if (parts.isInTube(set, tag)) {
            return Optional.of(Leaf.inTube(word));
        }
        Norm norm = parts.norm(tag);
        double[] y = norm.coordinates(set.centre());
        Optional<Draft> roomiest = parts.roomiest(tag, y);
        double room = roomiest.map(ball -> ball.room(y)).orElse(0.0);
        double radius = room > 0 ? norm.radius(set, room, room) : Double.POSITIVE_INFINITY;
        return radius <= room ? Optional.of(new Leaf(word, tag, y, radius, roomiest)) : Optional.empty();
    }
}
