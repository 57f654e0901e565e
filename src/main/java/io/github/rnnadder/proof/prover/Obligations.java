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
import org.jspecify.annotations.Nullable;

/** All obligations of a proof: the initial state, the slices of the cone, and the balls found so far. */
final class Obligations {

    private final InvertibleMetric[] metrics;
    private final Optional<DecayCone> cone;
    private final int halvings;
    private final List<ProofObligation> given = new ArrayList<>();
    private final BallIndex[] balls = new BallIndex[FullAdder.TAGS];
    /** The tolerance of the certificate: the space that every containment must leave free. */
    private double tolerance = Limits.TOLERANCES.get(0);

    /** Starts without balls. {@code metrics} are by tag; a set may be split {@code halvings} times to fit. */
    Obligations(InvertibleMetric[] metrics, Optional<DecayCone> cone, int halvings) {
        this.metrics = metrics;
        this.cone = cone;
        this.halvings = halvings;
        given.add(new InitialState(metrics[0].t().length));
        cone.ifPresent(it -> {
            for (int k = 0; k < DecayCone.SLICES; k++) {
                given.add(new ConeSlice(it, k));
            }
        });
        Arrays.setAll(balls, tag -> new BallIndex());
    }

    /** Returns the same obligations, but without the balls. */
    Obligations withoutBalls() {
        return new Obligations(metrics, cone, halvings);
    }

    /** Returns all obligations: the initial state, the slices, and the balls by tag. */
    List<ProofObligation> all() {
        List<ProofObligation> all = new ArrayList<>(given);
        all.addAll(balls());
        return all;
    }

    /** Returns the balls by tag; within a tag, in order of insertion. */
    List<CandidateBall> balls() {
        return Arrays.stream(balls).flatMap(it -> it.list().stream()).toList();
    }

    BallIndex balls(int tag) {
        return balls[tag];
    }

    boolean contains(@Nullable ProofObligation obligation) {
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

    /** Sets the tolerance for all later containments. */
    void allow(double newTolerance) {
        this.tolerance = newTolerance;
    }

    double tolerance() {
        return tolerance;
    }

    InvertibleMetric metric(int tag) {
        return metrics[tag];
    }

    int halvings() {
        return halvings;
    }

    /** Returns the total number of steps of all obligations. */
    long steps() {
        return all().stream().mapToLong(it -> it.reachTree().steps()).sum();
    }

    /** Returns the maximum number of steps of one obligation. */
    int maxSteps() {
        return all().stream().mapToInt(it -> it.reachTree().steps()).max().orElseThrow();
    }

    /**
     * Returns where a set lies: in one ball, in the cone, or in several of them after splitting. Returns an empty list
     * if a part of the set lies in none.
     */
    List<Containment> contain(EllipsoidZonotope set, int tag, byte[] word) {
        return contain(set, tag, piece -> containWhole(piece, tag, word), halvings);
    }

    /** Returns where a set lies, or an empty list. {@code whole} finds the place of the set or of a part. */
    List<Containment> contain(
            EllipsoidZonotope set,
            int tag,
            Function<EllipsoidZonotope, Optional<Containment>> whole,
            int moreHalvings) {
        Optional<Containment> leaf = whole.apply(set);
        if (leaf.isPresent() || moreHalvings == 0) {
            return leaf.stream().toList();
        }
        List<Containment> leaves = new ArrayList<>();
        for (EllipsoidZonotope half : set.split(metrics[tag].t())) {
            List<Containment> ofHalf = contain(half, tag, whole, moreHalvings - 1);
            if (ofHalf.isEmpty()) {
                return ofHalf;
            }
            leaves.addAll(ofHalf);
        }
        return leaves;
    }

    /** Returns where a whole set lies: in the cone, or in the ball with the most room; empty if in neither. */
    Optional<Containment> containWhole(EllipsoidZonotope set, int tag, byte[] word) {
        if (tag == 0 && cone.isPresent() && cone.get().contains(set)) {
            return Optional.of(Containment.inCone(word));
        }
        double[] y = Matrices.mult(metrics[tag].t(), set.centre());
        Optional<CandidateBall> roomiest = balls[tag].roomiest(y);
        if (roomiest.isEmpty()) {
            return Optional.empty();
        }
        double room = roomiest.get().room(y, 0) - tolerance;
        double radius = Radius.of(set, metrics[tag].t(), room, room);
        return radius <= room ? Optional.of(new Containment(word, tag, y, radius, roomiest)) : Optional.empty();
    }

    /** Returns the same states in the ball that now has the most room around them; empty if they do not lie in it. */
    Optional<Containment> containElsewhere(Containment leaf) {
        return balls[leaf.tag()]
                .roomiest(leaf.coordinates())
                .filter(ball -> leaf.radius() <= ball.room(leaf.coordinates(), 0) - tolerance)
                .map(ball ->
                        new Containment(leaf.word(), leaf.tag(), leaf.coordinates(), leaf.radius(), Optional.of(ball)));
    }
}
