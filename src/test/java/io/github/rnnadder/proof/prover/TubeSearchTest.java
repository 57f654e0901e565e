package io.github.rnnadder.proof.prover;

import static io.github.rnnadder.base.numeric.TestMatrices.diagonal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matrices whose eigenvalues and eigenvectors are known. */
class TubeSearchTest {

    private static TubeSearch search(double[][] w, double... v) {
        return new TubeSearch(new Weights(new double[v.length][2], w, v));
    }

    /** W = 0.9·v lᵀ + 0.2·(I − v lᵀ) for v = (3, 4)/5 and l = (5/3, 0). */
    private static TubeSearch slanted(double sign) {
        double[][] w = {{0.9, 0}, {0.7 * 4 / 3, 0.2}};
        return search(w, sign, 0.1 * sign);
    }

    @Test
    void theTubeRunsAlongTheLeadingEigenvectorToTheSideWhereTheBitIsZero() {
        for (double sign : new double[] {1, -1}) {
            TubeSearch search = slanted(sign);
            assertThat(search.growth()).isCloseTo(0.9, within(1e-12));
            Tube tube = search.find(0.5).orElseThrow();
            assertThat(tube.v()).containsExactly(new double[] {-0.6 * sign, -0.8 * sign}, within(1e-12));
            assertThat(tube.l()).containsExactly(new double[] {-5 / 3.0 * sign, 0}, within(1e-12));
            assertThat(tube.sMax()).isEqualTo(0.8);
        }
    }

    /** The widest cone is the one in which V h reaches 0: V = (−1, β), |h₂| ≤ κ h₁/t₂ with κ/t₂·β = 1. */
    @Test
    void itIsAsWideAsItIsAskedToBe() {
        Tube tube = search(diagonal(0.9, 0.2), -1, 0.25).find(0.5).orElseThrow();
        assertThat(tube.kappa() / Math.abs(tube.t()[1][1]) * 0.25).isCloseTo(0.5, within(1e-5));
    }

    /**
     * In the metric, the rest of W shrinks every deviation faster than the state shrinks, even if the Euclidean length
     * grows at first.
     */
    @Test
    void whatRemainsOfWContractsInTheNormOfTheTube() {
        double[][] w = {{0.9, 0, 0}, {0, 0.5, 2}, {0, 0, 0.5}};
        Tube tube = search(w, -1, 1, 1).find(0.5).orElseThrow();
        for (int n = 0; n < 360; n++) {
            double[] y = {0, Math.cos(Math.toRadians(n)), Math.sin(Math.toRadians(n))};
            double[] next = {0, 0.5 * y[1] + 2 * y[2], 0.5 * y[2]};
            assertThat(Matrices.norm(Matrices.mult(tube.t(), next)))
                    .isLessThan(0.85 * Matrices.norm(Matrices.mult(tube.t(), y)));
        }
    }

    /** W is (a, −b; b, d): the eigenvalue is complex, another one is larger, states stay as they are, or vanish. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 0.5", "0.5, 0, -0.7", "1, 0, 0.5", "0, 0, 0"})
    void thereIsNoneWhereStatesDoNotDecayAlongALine(double a, double b, double d) {
        assertThat(search(new double[][] {{a, -b}, {b, d}}, -1, 0).find(0.5)).isEmpty();
    }
}
