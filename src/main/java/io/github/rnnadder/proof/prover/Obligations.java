package io.github.rnnadder.proof.prover;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.checker.DecayCone;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;
import io.github.rnnadder.proof.checker.InvertibleMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All that a proof has to follow: the beginning, the slices of the tube, and the balls so far. */
final class Obligations {

    private final InvertibleMetric[] norms;
    private final Optional<DecayCone> tube;
    private final int halvings;
    private final List<ProofObligation> given = new ArrayList<>();
    private final BallIndex[] balls = new BallIndex[FullAdder.TAGS];
    /** What is asked of the room of an inclusion, beyond what a ball keeps for rounding. */
    private double tolerance = Limits.TOLERANCES.get(0);

    /**
     * Begins without any ball.
     *
     * @param norms by tag
     * @param halvings how often a set that lies in no ball may be cut in half
     */
    Obligations(InvertibleMetric[] norms, Optional<DecayCone> tube, int halvings) {
        this.norms = norms;
        this.tube = tube;
        this.halvings = halvings;
        given.add(new InitialState(norms[0].t().length));
        tube.ifPresent(it -> {
            for (int k = 0; k < DecayCone.SLICES; k++) {
                given.add(new ConeSlice(it, k));
            }
        });
        Arrays.setAll(balls, tag -> new BallIndex());
    }

    /** Returns what there is before any ball. */
    Obligations withoutBalls() {
        return new Obligations(norms, tube, halvings);
    }

    /** Returns the beginning, the slices, and then the balls by tag. */
    List<ProofObligation> all() {
        List<ProofObligation> all = new ArrayList<>(given);
        all.addAll(balls());
        return all;
    }

    /** Returns the balls by tag, within a tag as they came. */
    List<CandidateBall> balls() {
        return Arrays.stream(balls).flatMap(it -> it.list().stream()).toList();
    }

    /** Returns the balls of one tag. */
    BallIndex balls(int tag) {
        return balls[tag];
    }

    boolean contains(ProofObligation obligation) {
        return given.contains(obligation)
                || obligation instanceof CandidateBall ball
                        && balls[ball.tag()].list().contains(ball);
    }

    void add(CandidateBall ball) {
        balls[ball.tag()].add(ball);
    }

    void remove(CandidateBall ball) {
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

    InvertibleMetric norm(int tag) {
        return norms[tag];
    }

    int halvings() {
        return halvings;
    }

    /** Returns how many steps all parts take. */
    long steps() {
        return all().stream()
                .mapToLong(obligation -> obligation.reachTree().steps())
                .sum();
    }

    /** Returns how many steps the part takes that takes the most. */
    int maxSteps() {
        return all().stream()
                .mapToInt(obligation -> obligation.reachTree().steps())
                .max()
                .orElseThrow();
    }

    /** Returns the leaves in which a word ends, if all of its states, as a whole or in halves, are held. */
    List<Containment> contain(EllipsoidZonotope set, int tag, byte[] word) {
        return contain(set, tag, piece -> containWhole(piece, tag, word), halvings);
    }

    /** The same, where this is what holds a piece of them. */
    List<Containment> contain(
            EllipsoidZonotope set, int tag, Function<EllipsoidZonotope, Optional<Containment>> whole) {
        return contain(set, tag, whole, halvings);
    }

    private List<Containment> contain(
            EllipsoidZonotope set,
            int tag,
            Function<EllipsoidZonotope, Optional<Containment>> whole,
            int moreHalvings) {
        Optional<Containment> leaf = whole.apply(set);
        if (leaf.isPresent() || moreHalvings == 0) {
            return leaf.stream().toList();
        }
        List<Containment> leaves = new ArrayList<>();
        for (EllipsoidZonotope half : set.split(norms[tag].t())) {
            List<Containment> ofHalf = contain(half, tag, whole, moreHalvings - 1);
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
    Optional<Containment> containWhole(EllipsoidZonotope set, int tag, byte[] word) {
        if (tag == 0 && tube.isPresent() && tube.get().contains(set)) {
            return Optional.of(Containment.inTube(word));
        }
        double[] y = Matrices.mult(norms[tag].t(), set.centre());
        Optional<CandidateBall> roomiest = balls[tag].roomiest(y);
        if (roomiest.isEmpty()) {
            return Optional.empty();
        }
        double room = roomiest.get().room(y, 0) - tolerance;
        double radius = Radius.of(set, norms[tag].t(), room, room);
        return radius <= room ? Optional.of(new Containment(word, tag, y, radius, roomiest)) : Optional.empty();
    }

    /** Returns a leaf in the ball that now leaves the most room around its states, if they lie in it. */
    Optional<Containment> containElsewhere(Containment leaf) {
        return balls[leaf.tag()]
                .roomiest(leaf.coordinates())
                .filter(ball -> leaf.radius() <= ball.room(leaf.coordinates(), 0) - tolerance)
                .map(ball ->
                        new Containment(leaf.word(), leaf.tag(), leaf.coordinates(), leaf.radius(), Optional.of(ball)));
    }
}
