package io.github.rnnadder.base.numeric;

import static io.github.rnnadder.base.numeric.TestMatrices.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class InverseTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    @Test
    void theInverseOfAKnownMatrixIsTheKnownOne() {
        // A Hilbert matrix, whose inverse has integers for entries.
        double[][] hilbert = {{1, 1 / 2.0, 1 / 3.0}, {1 / 2.0, 1 / 3.0, 1 / 4.0}, {1 / 3.0, 1 / 4.0, 1 / 5.0}};
        double[][] expected = {{9, -36, 30}, {-36, 192, -180}, {30, -180, 180}};
        double[][] inverse = Inverse.of(hilbert);
        for (int i = 0; i < 3; i++) {
            assertThat(inverse[i]).containsExactly(expected[i], Offset.offset(1e-10));
        }
    }

    @Test
    void aPivotIsTakenFromAnotherRowWhereItsOwnIsZeroOrTiny() {
        double[][] swap = {{0, 1}, {1, 0}};
        assertThat(Inverse.of(swap)).isDeepEqualTo(swap);
        double[][] cycle = {{0, 0, 2}, {1, 0, 0}, {0, 4, 0}};
        assertThat(Inverse.of(cycle)).isDeepEqualTo(new double[][] {{0, 1, 0}, {0, 0, 0.25}, {0.5, 0, 0}});
        // Without a swap, 1 − 1e20 would lose the 1.
        double[][] tiny = Inverse.of(new double[][] {{1e-20, 1}, {1, 1}});
        assertThat(tiny[0]).containsExactly(new double[] {-1, 1}, ROUNDING);
        assertThat(tiny[1]).containsExactly(new double[] {1, 0}, ROUNDING);
        double[][] negative = Inverse.of(new double[][] {{1e-20, 1}, {-1, 1}});
        assertThat(negative[0]).containsExactly(new double[] {1, -1}, ROUNDING);
    }

    @Test
    void theInverseInverts() {
        double[][] a = random(17, 17, new Random(2));
        double[][] product = Matrices.mult(a, Inverse.of(a));
        for (int i = 0; i < 17; i++) {
            double[] row = new double[17];
            row[i] = 1;
            assertThat(product[i]).containsExactly(row, Offset.offset(1e-10));
        }
    }
}
