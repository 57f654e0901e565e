package io.github.rnnadder.proof.prover;

import static io.github.rnnadder.base.numeric.TestMatrices.diagonal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.proof.checker.DecayCone;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;
import io.github.rnnadder.proof.checker.InvertibleMetric;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Balls in the Euclidean plane, and a cone along the diagonal of the first quadrant. */
class ObligationsTest {

    private static final byte[] WORD = {1, 0};

    private final InvertibleMetric norm = new InvertibleMetric(diagonal(1, 1));
    private final InvertibleMetric[] norms = {norm, norm, norm, null, null, norm, norm, norm};
    private final Weights weights =
            new Weights(new double[2][2], new double[][] {{0.5, 0.3}, {0.3, 0.5}}, new double[] {-1, -0.5});
    private final Tube tube = new TubeSearch(weights).find(0.5).orElseThrow();

    private CandidateBall ball(int tag, double radius, double... centre) {
        return new CandidateBall(tag, norm, centre, radius);
    }

    private static EllipsoidZonotope disc(double radius, double... centre) {
        return new EllipsoidZonotope(centre, diagonal(radius, radius), new double[2][0]);
    }

    private Obligations withTube() {
        return new Obligations(norms, Optional.of(new DecayCone(weights, tube, Precision.DOUBLE)), 0);
    }

    @Test
    void theBeginningComesFirstThenTheSlicesThenTheBallsByTag() {
        Obligations obligations = withTube();
        CandidateBall late = ball(7, 0.1, 0, 0);
        CandidateBall early = ball(1, 0.1, 0, 0);
        obligations.add(late);
        obligations.add(early);
        List<ProofObligation> all = obligations.all();
        assertThat(all).hasSize(1 + 24 + 2).first().isInstanceOf(InitialState.class);
        assertThat(all.subList(1, 25)).allMatch(obligation -> obligation instanceof ConeSlice);
        assertThat(all.subList(25, 27)).containsExactly(early, late);
        assertThat(new Obligations(norms, Optional.empty(), 0).all()).hasSize(1);
    }

    @Test
    void itKnowsWhatItHas() {
        Obligations obligations = withTube();
        CandidateBall ball = ball(1, 0.1, 0, 0);
        assertThat(obligations.contains(ball)).isFalse();
        assertThat(obligations.contains(null)).isFalse();
        obligations.add(ball);
        assertThat(obligations.contains(ball)).isTrue();
        assertThat(obligations.contains(obligations.all().get(3))).as("a slice").isTrue();
        assertThat(obligations.balls(1).list()).containsExactly(ball);
        assertThat(obligations.balls(2).list()).isEmpty();
        obligations.remove(ball);
        assertThat(obligations.contains(ball)).isFalse();
        assertThat(obligations.balls()).isEmpty();
    }

    @Test
    void theMostStepsAreThoseOfTheLongestPart() {
        Obligations obligations = new Obligations(norms, Optional.empty(), 0);
        CandidateBall ball = ball(1, 0.1, 0, 0);
        obligations.add(ball);
        obligations.all().get(0).replaceTree(new ReachTree(List.of(), 3));
        assertThat(obligations.maxSteps()).isEqualTo(3);
        ball.replaceTree(new ReachTree(List.of(), 40));
        assertThat(obligations.maxSteps()).isEqualTo(40);
    }

    @Test
    void aSetIsHeldByTheBallThatLeavesTheMostRoom() {
        Obligations obligations = new Obligations(norms, Optional.empty(), 0);
        CandidateBall near = ball(1, 0.1, 0.02, 0);
        CandidateBall wide = ball(1, 0.2, 0.05, 0);
        CandidateBall otherTag = ball(2, 0.5, 0, 0);
        obligations.add(near);
        obligations.add(wide);
        obligations.add(otherTag);
        Containment leaf = obligations.contain(disc(0.07, 0, 0), 1, WORD).get(0);
        assertThat(leaf.ball()).as("0.2 − 0.05 is more than 0.1 − 0.02").containsSame(wide);
        assertThat(leaf.tag()).isEqualTo(1);
        assertThat(leaf.word()).isEqualTo(WORD);
        assertThat(leaf.coordinates()).containsExactly(0, 0);
        assertThat(leaf.radius()).as("a bound that is good enough").isBetween(0.07, 0.15);
        obligations.remove(wide);
        assertThat(obligations.contain(disc(0.07, 0, 0), 1, WORD).get(0).ball()).containsSame(near);
    }

    @Test
    void aSetThatReachesOutOfEveryBallOfItsTagIsNotHeld() {
        Obligations obligations = new Obligations(norms, Optional.empty(), 0);
        obligations.add(ball(1, 0.1, 0.05, 0));
        assertThat(obligations.contain(disc(0.03, 0, 0), 1, WORD)).hasSize(1);
        assertThat(obligations.contain(disc(0.051, 0, 0), 1, WORD)).isEmpty();
        assertThat(obligations.contain(disc(0.001, 0.2, 0), 1, WORD))
                .as("beside it")
                .isEmpty();
        assertThat(obligations.contain(disc(0.001, 0.05, 0), 2, WORD))
                .as("another tag")
                .isEmpty();
    }

    /** An ellipse with the semi-axes 0.2 and 0.02; its halves around (±0.1, 0) have 0.1334 and 0.0303. */
    @Test
    void aSetThatLiesInNoBallIsHeldInHalvesByTwoLeavesOfOneWord() {
        EllipsoidZonotope ellipse = new EllipsoidZonotope(new double[2], diagonal(0.2, 0.02), new double[2][0]);
        CandidateBall left = ball(1, 0.15, -0.1, 0);
        CandidateBall right = ball(1, 0.15, 0.1, 0);
        for (int halvings = 0; halvings < 3; halvings++) {
            Obligations obligations = new Obligations(norms, Optional.empty(), halvings);
            obligations.add(left);
            assertThat(obligations.contain(ellipse, 1, WORD)).as("one half").isEmpty();
            obligations.add(right);
            List<Containment> leaves = obligations.contain(ellipse, 1, WORD);
            assertThat(leaves).hasSize(halvings == 0 ? 0 : 2).allMatch(leaf -> leaf.word() == WORD && leaf.tag() == 1);
            if (halvings > 0) {
                assertThat(leaves.get(0).ball()).containsSame(left);
                assertThat(leaves.get(1).ball()).containsSame(right);
            }
            obligations.add(ball(1, 0.25, 0, 0));
            assertThat(obligations.contain(ellipse, 1, WORD))
                    .as("where it need not be cut")
                    .hasSize(1);
        }
        assertThat(new Obligations(norms, Optional.empty(), 2).withoutBalls().halvings())
                .isEqualTo(2);
    }

    @Test
    void theTubeHoldsSetsOfTagZeroAloneAndBeforeAnyBall() {
        Obligations obligations = withTube();
        double half = tube.sMax() / 2;
        EllipsoidZonotope inCone = disc(1e-3, half * tube.v()[0], half * tube.v()[1]);
        obligations.add(ball(0, 0.5, inCone.centre().clone()));
        obligations.add(ball(1, 0.5, inCone.centre().clone()));
        assertThat(obligations.contain(inCone, 0, WORD).get(0).ball()).isEmpty();
        assertThat(obligations.contain(inCone, 1, WORD).get(0).ball()).isPresent();
        EllipsoidZonotope besideTube = disc(1e-3, half * tube.v()[0], -half * tube.v()[1]);
        assertThat(obligations.contain(besideTube, 0, WORD)).isEmpty();
    }
}
