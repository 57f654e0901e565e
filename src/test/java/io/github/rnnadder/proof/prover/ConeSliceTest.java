package io.github.rnnadder.proof.prover;

import static io.github.rnnadder.base.numeric.TestMatrices.diagonal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.proof.checker.DecayCone;
import org.junit.jupiter.api.Test;

/** A cone along the first axis, in which input 00 halves the states. */
class ConeSliceTest {

    private static final double S_MAX = 0.5;

    private final Weights weights = new Weights(new double[2][2], diagonal(0.5, 0.1), new double[] {-1, 0.5});
    private final DecayCone tube = new DecayCone(
            weights, new Tube(new double[] {1, 0}, new double[] {1, 0}, diagonal(1, 1), 0.4, S_MAX), Precision.DOUBLE);

    @Test
    void itsCentreIsOneOfItsOwn() {
        double[] state = new ConeSlice(tube, 6).states().centre();
        assertThat(state[0]).isBetween(S_MAX * 6 / 24, S_MAX * 7 / 24);
        assertThat(Math.abs(state[1])).isLessThanOrEqualTo(0.4 * state[0]);
    }

    @Test
    void zerosAreNotFollowedWhereTheTubeKeepsThem() {
        assertThat(new ConeSlice(tube, 0).firstInput()).isEqualTo(1);
        assertThat(new ConeSlice(tube, 0).carry()).isZero();
        Weights growing = new Weights(new double[2][2], diagonal(1.5, 0.1), new double[] {-1, 0.5});
        DecayCone leaving = new DecayCone(
                growing,
                new Tube(new double[] {1, 0}, new double[] {1, 0}, diagonal(1, 1), 0.4, S_MAX),
                Precision.DOUBLE);
        assertThat(new ConeSlice(leaving, 0).firstInput())
                .as("grows within the tube")
                .isEqualTo(1);
        assertThat(new ConeSlice(leaving, 23).firstInput())
                .as("grows out of it")
                .isZero();
    }
}
