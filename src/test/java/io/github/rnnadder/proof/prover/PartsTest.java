package io.github.rnnadder.proof.prover;

import static io.github.rnnadder.base.numeric.TestMatrices.diagonal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.proof.checker.Norm;
import io.github.rnnadder.proof.checker.StateSet;
import io.github.rnnadder.proof.checker.ZeroTube;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Balls in the Euclidean plane, and a tube along the diagonal of its first quadrant. */
class PartsTest {

    private static final byte[] WORD = {1, 0};

    private final Norm norm = new Norm(diagonal(1, 1));
    private final Norm[] norms = {norm, norm, norm, null, null, norm, norm, norm};
    private final Weights weights =
            new Weights(new double[2][2], new double[][] {{0.5, 0.3}, {0.3, 0.5}}, new double[] {-1, -0.5});
    private final Tube tube = new TubeSearch(weights).find(0.5).orElseThrow();

    private Draft ball(int tag, double radius, double... centre) {
        return new Draft(tag, norm, centre, radius);
    }

    private static StateSet disc(double radius, double... centre) {
        return new StateSet(centre, diagonal(radius, radius), new double[2][0]);
    }

    private Parts withTube() {
        return new Parts(norms, Optional.of(new ZeroTube(weights, tube, Precision.DOUBLE)), 0);
    }

    @Test
    void theBeginningComesFirstThenTheSlicesThenTheBallsByTag() {
        Parts parts = withTube();
        Draft late = ball(7, 0.1, 0, 0);
        Draft early = ball(1, 0.1, 0, 0);
        parts.add(late);
        parts.add(early);
        List<Part> all = parts.all();
        assertThat(all).hasSize(1 + 24 + 2).first().isInstanceOf(Start.class);
        assertThat(all.subList(1, 25)).allMatch(part -> part instanceof Slice);
        assertThat(all.subList(25, 27)).containsExactly(early, late);
        assertThat(new Parts(norms, Optional.empty(), 0).all()).hasSize(1);
    }

    @Test
    void itKnowsWhatItHas() {
        Parts parts = withTube();
        Draft ball = ball(1, 0.1, 0, 0);
        assertThat(parts.contains(ball)).isFalse();
        assertThat(parts.contains(null)).isFalse();
        parts.add(ball);
        assertThat(parts.contains(ball)).isTrue();
        assertThat(parts.contains(parts.all().get(3))).as("a slice").isTrue();
        assertThat(parts.balls(1).list()).containsExactly(ball);
        assertThat(parts.balls(2).list()).isEmpty();
        parts.remove(ball);
        assertThat(parts.contains(ball)).isFalse();
        assertThat(parts.balls()).isEmpty();
    }

    @Test
    void theMostStepsAreThoseOfTheLongestPart() {
        Parts parts = new Parts(norms, Optional.empty(), 0);
        Draft ball = ball(1, 0.1, 0, 0);
        parts.add(ball);
        parts.all().get(0).expand(new Expansion(List.of(), 3));
        assertThat(parts.mostSteps()).isEqualTo(3);
        ball.expand(new Expansion(List.of(), 40));
        assertThat(parts.mostSteps()).isEqualTo(40);
    }

    @Test
    void aSetIsHeldByTheBallThatLeavesTheMostRoom() {
        Parts parts = new Parts(norms, Optional.empty(), 0);
        Draft near = ball(1, 0.1, 0.02, 0);
        Draft wide = ball(1, 0.2, 0.05, 0);
        Draft otherTag = ball(2, 0.5, 0, 0);
        parts.add(near);
        parts.add(wide);
        parts.add(otherTag);
        Leaf leaf = parts.hold(disc(0.07, 0, 0), 1, WORD).get(0);
        assertThat(leaf.holder()).as("0.2 − 0.05 is more than 0.1 − 0.02").containsSame(wide);
        assertThat(leaf.tag()).isEqualTo(1);
        assertThat(leaf.word()).isEqualTo(WORD);
        assertThat(leaf.coordinates()).containsExactly(0, 0);
        assertThat(leaf.radius()).as("a bound that is good enough").isBetween(0.07, 0.15);
        parts.remove(wide);
        assertThat(parts.hold(disc(0.07, 0, 0), 1, WORD).get(0).holder()).containsSame(near);
    }

    @Test
    void aSetThatReachesOutOfEveryBallOfItsTagIsNotHeld() {
        Parts parts = new Parts(norms, Optional.empty(), 0);
        parts.add(ball(1, 0.1, 0.05, 0));
        assertThat(parts.hold(disc(0.03, 0, 0), 1, WORD)).hasSize(1);
        assertThat(parts.hold(disc(0.051, 0, 0), 1, WORD)).isEmpty();
        assertThat(parts.hold(disc(0.001, 0.2, 0), 1, WORD)).as("beside it").isEmpty();
        assertThat(parts.hold(disc(0.001, 0.05, 0), 2, WORD)).as("another tag").isEmpty();
    }

    /** An ellipse with the semi-axes 0.2 and 0.02; of its halves around (±0.1, 0) they are 0.1334 and 0.0303. */
    @Test
    void aSetThatLiesInNoBallIsHeldInHalvesByTwoLeavesOfOneWord() {
        StateSet ellipse = new StateSet(new double[2], diagonal(0.2, 0.02), new double[2][0]);
        Draft left = ball(1, 0.15, -0.1, 0);
        Draft right = ball(1, 0.15, 0.1, 0);
        for (int halvings = 0; halvings < 3; halvings++) {
            Parts parts = new Parts(norms, Optional.empty(), halvings);
            parts.add(left);
            assertThat(parts.hold(ellipse, 1, WORD)).as("one half").isEmpty();
            parts.add(right);
            List<Leaf> leaves = parts.hold(ellipse, 1, WORD);
            assertThat(leaves).hasSize(halvings == 0 ? 0 : 2).allMatch(leaf -> leaf.word() == WORD && leaf.tag() == 1);
            if (halvings > 0) {
                assertThat(leaves.get(0).holder()).containsSame(left);
                assertThat(leaves.get(1).holder()).containsSame(right);
            }
            parts.add(ball(1, 0.25, 0, 0));
            assertThat(parts.hold(ellipse, 1, WORD))
                    .as("where it need not be cut")
                    .hasSize(1);
        }
        assertThat(new Parts(norms, Optional.empty(), 2).withoutBalls().halvings())
                .isEqualTo(2);
    }

    @Test
    void theTubeHoldsSetsOfTagZeroAloneAndBeforeAnyBall() {
        Parts parts = withTube();
        double half = tube.sMax() / 2;
        StateSet inTube = disc(1e-3, half * tube.v()[0], half * tube.v()[1]);
        parts.add(ball(0, 0.5, inTube.centre().clone()));
        parts.add(ball(1, 0.5, inTube.centre().clone()));
        assertThat(parts.hold(inTube, 0, WORD).get(0).holder()).isEmpty();
        assertThat(parts.hold(inTube, 1, WORD).get(0).holder()).isPresent();
        StateSet besideTube = disc(1e-3, half * tube.v()[0], -half * tube.v()[1]);
        assertThat(parts.hold(besideTube, 0, WORD)).isEmpty();
    }
}
