package io.github.rnnadder.base.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PowerIterationTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    @Test
    void itFindsTheEigenvectorOfTheLargestEigenvalueAtLengthOne() {
        // Eigenvalues 5 along (3, 4) and −1 along (4, −3).
        double[][] a = {{1.16, 2.88}, {2.88, 2.84}};
        assertThat(PowerIteration.leading(a, 0, new double[] {1, 0}, 100))
                .containsExactly(new double[] {0.6, 0.8}, ROUNDING);
        assertThat(PowerIteration.leading(a, 0, new double[] {-1, 0}, 100))
                .containsExactly(new double[] {-0.6, -0.8}, ROUNDING);
    }

    @Test
    void aShiftPrefersThePositiveOfTwoEigenvaluesOfTheSameSize() {
        double[][] a = {{0, 1}, {1, 0}};
        assertThat(PowerIteration.leading(a, 0, new double[] {1, 0}, 100)).containsExactly(1, 0);
        assertThat(PowerIteration.leading(a, 0.3, new double[] {1, 0}, 100))
                .containsExactly(new double[] {Math.sqrt(0.5), Math.sqrt(0.5)}, ROUNDING);
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(PowerIteration.leading(new double[2][2], 0, new double[] {1, 1}, 3))
                .containsExactly(0, 0);
        assertThat(PowerIteration.leading(new double[][] {{1, 0}, {0, 1}}, 0, new double[2], 3))
                .containsExactly(0, 0);
    }

    @Test
    void whereItBeginsIsLeftAsItWas() {
        double[] start = {1, 2};
        PowerIteration.leading(new double[][] {{2, 0}, {0, 1}}, 0, start, 5);
        assertThat(start).containsExactly(1, 2);
    }
}
