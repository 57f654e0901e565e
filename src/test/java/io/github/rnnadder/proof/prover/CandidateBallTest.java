package io.github.rnnadder.proof.prover;

import static io.github.rnnadder.base.numeric.TestMatrices.diagonal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.proof.checker.EllipsoidZonotope;
import io.github.rnnadder.proof.checker.InvertibleMetric;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Balls in the Euclidean plane. */
class CandidateBallTest {

    private final InvertibleMetric norm = new InvertibleMetric(diagonal(1, 1));
    private final CandidateBall ball = draft(0.14);

    private CandidateBall draft(double radius) {
        return new CandidateBall(5, norm, new double[] {0.3, 0.4}, radius);
    }

    private static Containment leaf(CandidateBall policy, double radius) {
        return new Containment(new byte[1], 5, new double[] {0.3, 0.44}, radius, Optional.of(policy));
    }

    @Test
    void itsRoomIsWhatTheDistanceFromItsCentreLeavesOfTheRadius() {
        assertThat(ball.room(new double[] {0.33, 0.44}, 0))
                .isCloseTo(0.09, within(1.1e-5))
                .isLessThan(0.09 - 2e-6);
        assertThat(ball.room(new double[] {0.33, 0.44}, 0.09)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ball.room(new double[] {0.3, 0.55}, 0)).isNegative();
    }

    /** In four times as many dimensions, the same difference in each makes twice the distance. */
    @ParameterizedTest
    @CsvSource({"4, 0.14", "16, 0.14", "64, 0.28", "128, 0.39598"})
    void theFirstBallsGrowLikeDistancesDo(int hiddenSize, double radius) {
        assertThat(CandidateBall.initialRadius(hiddenSize)).isEqualTo(radius);
    }

    @Test
    void itShrinksByAQuarterUntilItIsNotWorthIt() {
        assertThat(ball.shrink()).isTrue();
        assertThat(ball.ball().radius()).isEqualTo(0.105);
        int more = 0;
        while (ball.shrink()) {
            more++;
        }
        assertThat(more).as("0.14·0.75²⁰ is above 0.14/400, 0.14·0.75²¹ is not").isEqualTo(19);
    }

    @Test
    void aSmallerBallIsWorthMoreStepsUpToWhatTheCheckerAllows() {
        assertThat(ball.stepsWorthTrying()).isEqualTo(100);
        assertThat(draft(0.07).stepsWorthTrying()).isEqualTo(400);
        assertThat(draft(0.01).stepsWorthTrying()).isEqualTo(5000);
    }

    @Test
    void itAdvisesItsRadiusWhereItCouldNotBeFollowedWithMore() {
        assertThat(ball.advise(new double[] {0.3, 0.4}, 0.14))
                .as("it has not failed")
                .isEqualTo(0.14);
        ball.shrink();
        assertThat(ball.advise(new double[] {0.3, 0.53}, 0.14)).isEqualTo(0.105);
        assertThat(ball.advise(new double[] {0.3, 0.55}, 0.14))
                .as("too far away")
                .isEqualTo(0.14);
        assertThat(ball.advise(new double[] {0.3, 0.4}, 0.1))
                .as("smaller already")
                .isEqualTo(0.1);
    }

    @Test
    void itKnowsWhoReliesOnIt() {
        CandidateBall other = draft(0.1);
        other.replaceTree(new ReachTree(List.of(leaf(ball, 0.05), leaf(other, 0.05)), 4));
        assertThat(ball.dependents()).containsExactly(other);
        assertThat(other.dependents()).as("itself does not count").isEmpty();
        other.replaceTree(ReachTree.NONE);
        assertThat(ball.dependents()).isEmpty();
        assertThat(other.reachTree()).isSameAs(ReachTree.NONE);
    }

    @Test
    void aLeafIsHeldAsLongAsItsBallIsLargeEnough() {
        Containment leaf = leaf(ball, 0.07);
        assertThat(leaf.isValid()).as("0.04 + 0.07 < 0.14").isTrue();
        ball.shrink();
        assertThat(leaf.isValid()).as("0.04 + 0.07 > 0.105").isFalse();
        assertThat(Containment.inCone(new byte[1]).isValid()).isTrue();
    }

    @Test
    void itsSetOfStatesIsTheBall() {
        EllipsoidZonotope set = ball.states();
        assertThat(set.centre()).containsExactly(0.3, 0.4);
        assertThat(set.m()[1]).containsExactly(new double[] {0, 0.14}, within(1e-7));
        assertThat(set.g()[1]).isEmpty();
        assertThat(ball.carry()).isEqualTo(1);
        assertThat(ball.firstInput()).isZero();
    }
}
