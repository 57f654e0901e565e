package io.github.rnnadder.checker;

import static io.github.rnnadder.numeric.TestMatrices.diagonal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateSetTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    private static StateSet set(double[][] m, double[][] g) {
        return new StateSet(new double[] {9, 8}, m, g);
    }

    /** The disc of radius 2, stretched along the first axis, and the segment ±(1, 3). */
    private static StateSet discAndSegment() {
        return set(diagonal(4, 2), new double[][] {{1}, {3}});
    }

    @Test
    void itReachesAsFarAsEllipsoidAndSegmentTogether() {
        assertThat(discAndSegment().reach(0)).isEqualTo(5);
        assertThat(discAndSegment().reach(1)).isEqualTo(5);
        StateSet image = discAndSegment().image(new double[][] {{3, 2}, {3, -1}});
        assertThat(image.centre()).containsExactly(43, 19);
        assertThat(image.reach(0)).isCloseTo(Math.hypot(12, 4) + 9, ROUNDING);
        assertThat(image.reach(1)).isCloseTo(Math.hypot(12, 2), ROUNDING);
    }

    @Test
    void theMarginOfABitIsThatOfItsWorstState() {
        double[] v = {1, -1};
        assertThat(discAndSegment().margin(v, 1)).isCloseTo(1 - Math.hypot(4, 2) - 2, ROUNDING);
        assertThat(discAndSegment().margin(v, 0)).isCloseTo(-1 - Math.hypot(4, 2) - 2, ROUNDING);
    }

    /** The centre is (9, 8). */
    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.6, Double.NaN, Double.POSITIVE_INFINITY})
    void itIsBoundedByTenInEveryCoordinate(double along) {
        assertBounded(set(diagonal(0.5, 1), new double[][] {{along}, {0}}), along < 0.5);
        assertBounded(set(diagonal(0.5, 1.5), new double[][] {{0}, {along}}), along < 0.5);
    }

    private static void assertBounded(StateSet set, boolean bounded) {
        if (bounded) {
            assertThat(set.bounded()).isSameAs(set);
        } else {
            assertThatThrownBy(set::bounded).hasMessage("a set is too wide");
        }
    }

    @Test
    void itIsFullWithMoreThan128GeneratorsOr4ForEachUnit() {
        assertThat(set(new double[2][2], new double[2][128]).isFull()).isFalse();
        assertThat(set(new double[2][2], new double[2][129]).isFull()).isTrue();
        assertThat(new StateSet(new double[40], new double[40][40], new double[40][160]).isFull())
                .isFalse();
        assertThat(new StateSet(new double[40], new double[40][40], new double[40][161]).isFull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"6, 0, 6", "0, 4, 4", "1, -2, 2.23606797749979"})
    void theLengthOfASegmentNeedsItsRoom(double x, double y, double length) {
        StateSet segment = set(new double[2][2], new double[][] {{x}, {y}});
        assertThat(segment.isWithin(length * (1 + 1e-12))).isTrue();
        assertThat(segment.isWithin(length * (1 - 1e-12))).isFalse();
    }

    /** ‖diag(6, 4)‖ = 6, and a bound of it is 6.0006. */
    @Test
    void anEllipsoidAndASegmentNeedTheRoomOfBoth() {
        StateSet both = set(diagonal(6, 4), new double[][] {{0}, {3}});
        assertThat(both.isWithin(9.001)).isTrue();
        assertThat(both.isWithin(8.999)).isFalse();
        assertThat(both.isWithin(Double.NaN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoNumberNeedsMoreRoomThanThereIs(double bad) {
        assertThat(set(new double[2][2], new double[][] {{bad}, {0}}).isWithin(1e300))
                .isFalse();
        assertThat(set(diagonal(bad, 0), new double[2][0]).isWithin(1e300)).isFalse();
    }

    /**
     * In the axes of T = (1 1; 0 2), the generators (1, 3) and (−1, 0.5) are (4, 6) and (−0.5, 1): rows of 4.5 and 7.
     */
    @Test
    void reducingTheOrderEnclosesTheGeneratorsInTheAxesOfTheMetric() {
        Norm metric = new Norm(new double[][] {{1, 1}, {0, 2}});
        double[] centre = {1, 2};
        StateSet set = new StateSet(centre, diagonal(0.5, 2), new double[][] {{1, -1}, {3, 0.5}}).reduced(metric);
        assertThat(set.centre()).containsExactly(1, 2);
        assertThat(Arrays.deepEquals(set.m(), diagonal(0.5, 2))).isTrue();
        // T⁻¹ = (1 −½; 0 ½).
        assertThat(set.g()[0]).hasSize(2);
        assertThat(set.g()[0][0]).isBetween(4.5 + 5e-7, 4.5 + 1e-6);
        assertThat(set.g()[0][1]).isBetween(-3.5 - 5e-7, -3.5 - 2e-7);
        assertThat(set.g()[1][0]).isZero();
        assertThat(set.g()[1][1]).isBetween(3.5 + 2e-7, 3.5 + 5e-7);
    }
}
