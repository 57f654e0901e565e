package io.github.rnnadder.proof.prover;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.proof.certificate.FullAdder;
import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.checker.Norm;
import io.github.rnnadder.proof.checker.StateSet;
import io.github.rnnadder.proof.checker.ZeroTube;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All that a proof has to follow: the beginning, the slices of the tube, and the balls so far. */
final class Parts {

    private final Norm[] norms;
    private final Optional<ZeroTube> tube;
    private final int halvings;
    private final List<Part> given = new ArrayList<>();
    private final Balls[] balls = new Balls[FullAdder.TAGS];
    /** What is asked of the room of an inclusion, beyond what a ball keeps for rounding. */
    private double tolerance = Limits.TOLERANCES.get(0);

    /**
     * Begins without any ball.
     *
     * @param norms by tag
     * @param halvings how often a set that lies in no ball may be cut in half
     */
    Parts(Norm[] norms, Optional<ZeroTube> tube, int halvings) {
        this.norms = norms;
        this.tube = tube;
        this.halvings = halvings;
        given.add(new Start(norms[0].t().length));
        tube.ifPresent(it -> {
            for (int k = 0; k < ZeroTube.SLICES; k++) {
                given.add(new Slice(it, k));
            }
        });
        Arrays.setAll(balls, tag -> new Balls());
    }

    /** Returns what there is before any ball. */
    Parts withoutBalls() {
        return new Parts(norms, tube, halvings);
    }

    /** Returns the beginning, the slices, and then the balls by tag. */
    List<Part> all() {
        List<Part> all = new ArrayList<>(given);
        all.addAll(balls());
        return all;
    }

    /** Returns the balls by tag, within a tag as they came. */
    List<Draft> balls() {
        return Arrays.stream(balls).flatMap(it -> it.list().stream()).toList();
    }

    /** Returns the balls of one tag. */
    Balls balls(int tag) {
        return balls[tag];
    }

    boolean contains(Part part) {
        return given.contains(part)
                || part instanceof Draft ball && balls[ball.tag()].list().contains(ball);
    }

    void add(Draft ball) {
        balls[ball.tag()].add(ball);
    }

    void remove(Draft ball) {
        balls[ball.tag()].remove(ball);
    }

    /** From now on, holds what a checker with this tolerance would. */
    void allow(double newTolerance) {
        this.tolerance = newTolerance;
    }

    /** Returns what a checker may tolerate of what is held now. */
    double tolerance() {
        return tolerance;
    }

    Norm norm(int tag) {
        return norms[tag];
    }

    int halvings() {
        return halvings;
    }

    /** Returns how many steps all parts take. */
    long steps() {
        return all().stream().mapToLong(part -> part.expansion().steps()).sum();
    }

    /** Returns how many steps the part takes that takes the most. */
    int mostSteps() {
        return all().stream().mapToInt(part -> part.expansion().steps()).max().orElseThrow();
    }

    /** Returns the leaves in which a word ends, if all of its states, as a whole or in halves, are held. */
    List<Leaf> hold(StateSet set, int tag, byte[] word) {
        return hold(set, tag, piece -> holdWhole(piece, tag, word), halvings);
    }

    /** The same, where this is what holds a piece of them. */
    List<Leaf> hold(StateSet set, int tag, Function<StateSet, Optional<Leaf>> whole) {
        return hold(set, tag, whole, halvings);
    }

    private List<Leaf> hold(StateSet set, int tag, Function<StateSet, Optional<Leaf>> whole, int moreHalvings) {
        Optional<Leaf> leaf = whole.apply(set);
        if (leaf.isPresent() || moreHalvings == 0) {
            return leaf.stream().toList();
        }
        List<Leaf> leaves = new ArrayList<>();
        for (StateSet half : set.halves(norms[tag].t())) {
            List<Leaf> ofHalf = hold(half, tag, whole, moreHalvings - 1);
            if (ofHalf.isEmpty()) {
                return ofHalf;
            }
            leaves.addAll(ofHalf);
        }
        return leaves;
    }

    /**
     * Returns the leaf in which a word ends, if its states lie in the tube or in the ball that leaves the most room.
     */
    Optional<Leaf> holdWhole(StateSet set, int tag, byte[] word) {
        if (tag == 0 && tube.isPresent() && tube.get().contains(set)) {
            return Optional.of(Leaf.inTube(word));
        }
        double[] y = Matrices.product(norms[tag].t(), set.centre());
        Optional<Draft> roomiest = balls[tag].roomiest(y);
        if (roomiest.isEmpty()) {
            return Optional.empty();
        }
        double room = roomiest.get().room(y, 0) - tolerance;
        double radius = Radius.of(set, norms[tag].t(), room, room);
        return radius <= room ? Optional.of(new Leaf(word, tag, y, radius, roomiest)) : Optional.empty();
    }

    /** Returns a leaf in the ball that now leaves the most room around its states, if they lie in it. */
    Optional<Leaf> holdElsewhere(Leaf leaf) {
        return balls[leaf.tag()]
                .roomiest(leaf.coordinates())
                .filter(ball -> leaf.radius() <= ball.room(leaf.coordinates(), 0) - tolerance)
                .map(ball -> new Leaf(leaf.word(), leaf.tag(), leaf.coordinates(), leaf.radius(), Optional.of(ball)));
    }
}
