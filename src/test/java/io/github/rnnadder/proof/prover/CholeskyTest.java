package io.github.rnnadder.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CholeskyTest {

    @Test
    void theRootOfAKnownMatrixIsTheKnownOne() {
        double[][] p = {{4, 2, -2}, {2, 10, 5}, {-2, 5, 9}};
        assertThat(Cholesky.root(p)).isDeepEqualTo(new double[][] {{2, 1, -1}, {0, 3, 2}, {0, 0, 2}});
    }

    @Test
    void whatIsNotPositiveDefiniteHasNoFiniteRoot() {
        assertThat(Cholesky.root(new double[][] {{1, 2}, {2, 1}})[1][1]).isNaN();
        assertThat(Cholesky.root(new double[][] {{-1, 0}, {0, 1}})[0][0]).isNaN();
    }
}
