package io.github.rnnadder.checker;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateSetTest {

    private final StateSet set = new StateSet(2);

    /** The disc of radius 2 and the segment ±(1, 3), stretched along the first axis. */
    private void place() {
        set.setCylinder(new double[] {9, 9}, new double[][] {{4, 0}, {0, 2}}, new double[] {1, 3});
    }

    @Test
    void itReachesAsFarAsEllipsoidAndSegmentTogether() {
        place();
        assertThat(set.reach(0)).isEqualTo(5);
        assertThat(set.reach(1)).isEqualTo(5);
        assertThat(set.reach(new double[] {0, 1})).isEqualTo(5);
        assertThat(set.reach(new double[] {3, 2})).isCloseTo(Math.hypot(12, 4) + 9, Offset.offset(1e-12));
        assertThat(set.reach(new double[] {3, -1})).isCloseTo(Math.hypot(12, 2), Offset.offset(1e-12));
        set.setBall(new double[2], new double[][] {{4, 0}, {0, 2}});
        assertThat(set.reach(new double[] {3, -1})).isCloseTo(Math.hypot(12, 2), Offset.offset(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {5.9, 6.1, Double.NaN, Double.POSITIVE_INFINITY})
    void itIsBoundedByTenInEveryCoordinate(double along) {
        set.setCylinder(new double[] {9, 9}, new double[][] {{4, 0}, {0, 2}}, new double[] {along, 0});
        assertThat(set.isBounded()).isEqualTo(along < 6);
        set.setCylinder(new double[] {9, 9}, new double[][] {{2, 0}, {0, 4}}, new double[] {0, along});
        assertThat(set.isBounded()).isEqualTo(along < 6);
    }

    @Test
    void itIsFullWithMoreThan128GeneratorsOr4ForEachUnit() {
        set.generators = 128;
        assertThat(set.isFull()).isFalse();
        set.generators = 129;
        assertThat(set.isFull()).isTrue();
        StateSet large = new StateSet(40);
        large.generators = 160;
        assertThat(large.isFull()).isFalse();
        large.generators = 161;
        assertThat(large.isFull()).isTrue();
    }

    /**
     * In the axes of T = (1 1; 0 2), the generators (1, 3) and (−1, 0.5) are (4, 6) and (−0.5, 1): rows of 4.5 and 7.
     */
    @Test
    void reducingTheOrderEnclosesTheGeneratorsInTheAxesOfTheMetric() {
        Norm metric = new Norm(new double[][] {{1, 1}, {0, 2}});
        place();
        set.rows[0][3] = -1;
        set.rows[1][3] = 0.5;
        set.generators = 2;
        set.reduceOrder(metric);
        assertThat(set.generators).isEqualTo(2);
        // T⁻¹ = (1 −½; 0 ½).
        assertThat(set.rows[0]).startsWith(4, 0);
        assertThat(set.rows[0][2]).isBetween(4.5 + 5e-8, 4.5 + 1e-7);
        assertThat(set.rows[0][3]).isBetween(-3.5 - 5e-8, -3.5 - 2e-8);
        assertThat(set.rows[1][2]).isZero();
        assertThat(set.rows[1][3]).isBetween(3.5 + 2e-8, 3.5 + 5e-8);
    }
}
