package io.github.rnnadder.proof.checker;

import static io.github.rnnadder.base.numeric.TestMatrices.diagonal;
import static io.github.rnnadder.base.numeric.TestMatrices.minus;
import static io.github.rnnadder.base.numeric.TestMatrices.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.numeric.Inverse;
import io.github.rnnadder.base.numeric.Matrices;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EllipsoidZonotopeTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    private static EllipsoidZonotope set(double[][] m, double[][] g) {
        return new EllipsoidZonotope(new double[] {9, 8}, m, g);
    }

    /** The disc of radius 2, stretched along the first axis, and the segment ±(1, 3). */
    private static EllipsoidZonotope discAndSegment() {
        return set(diagonal(4, 2), new double[][] {{1}, {3}});
    }

    @Test
    void itReachesAsFarAsEllipsoidAndSegmentTogether() {
        assertThat(discAndSegment().halfWidth(0)).isEqualTo(5);
        assertThat(discAndSegment().halfWidth(1)).isEqualTo(5);
        EllipsoidZonotope image = discAndSegment().image(new double[][] {{3, 2}, {3, -1}});
        assertThat(image.centre()).containsExactly(43, 19);
        assertThat(image.halfWidth(0)).isCloseTo(Math.hypot(12, 4) + 9, ROUNDING);
        assertThat(image.halfWidth(1)).isCloseTo(Math.hypot(12, 2), ROUNDING);
    }

    @Test
    void theMarginOfABitIsThatOfItsWorstState() {
        double[] v = {1, -1};
        assertThat(discAndSegment().margin(v, 1)).isCloseTo(1 - Math.hypot(4, 2) - 2, ROUNDING);
        assertThat(discAndSegment().margin(v, 0)).isCloseTo(-1 - Math.hypot(4, 2) - 2, ROUNDING);
    }

    /** The centre is (9, 8). */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.6, Double.NaN, Double.POSITIVE_INFINITY})
    void itIsBoundedByTenInEveryCoordinate(double along) {
        assertBounded(set(diagonal(0.5, 1), new double[][] {{along}, {0}}), along <= 0.5);
        assertBounded(set(diagonal(0.5, 1.5), new double[][] {{0}, {along}}), along <= 0.5);
    }

    private static void assertBounded(EllipsoidZonotope set, boolean bounded) {
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
        assertThat(new EllipsoidZonotope(new double[40], new double[40][40], new double[40][160]).isFull())
                .isFalse();
        assertThat(new EllipsoidZonotope(new double[40], new double[40][40], new double[40][161]).isFull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"6, 0, 6", "0, 4, 4", "1, -2, 2.23606797749979"})
    void theLengthOfASegmentNeedsItsRoom(double x, double y, double length) {
        EllipsoidZonotope segment = set(new double[2][2], new double[][] {{x}, {y}});
        assertThat(segment.isWithin(length * (1 + 1e-12))).isTrue();
        assertThat(segment.isWithin(length * (1 - 1e-12))).isFalse();
    }

    /** ‖diag(6, 4)‖ = 6, and a bound of it is 6.0006. */
    @Test
    void anEllipsoidAndASegmentNeedTheRoomOfBoth() {
        EllipsoidZonotope both = set(diagonal(6, 4), new double[][] {{0}, {3}});
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
        InvertibleMetric metric = new InvertibleMetric(new double[][] {{1, 1}, {0, 2}});
        double[] centre = {1, 2};
        EllipsoidZonotope set =
                new EllipsoidZonotope(centre, diagonal(0.5, 2), new double[][] {{1, -1}, {3, 0.5}}).reduceOrder(metric);
        assertThat(set.centre()).containsExactly(1, 2);
        assertThat(Arrays.deepEquals(set.m(), diagonal(0.5, 2))).isTrue();
        // T⁻¹ = (1 −½; 0 ½).
        assertThat(set.g()[0]).hasSize(2);
        assertThat(set.g()[0][0]).isBetween(4.5 + 5e-7, 4.5 + 1e-6);
        assertThat(set.g()[0][1]).isBetween(-3.5 - 5e-7, -3.5 - 2e-7);
        assertThat(set.g()[1][0]).isZero();
        assertThat(set.g()[1][1]).isBetween(3.5 + 2e-7, 3.5 + 5e-7);
    }

    @Test
    void itIsCutAcrossItsLongestAxis() {
        List<EllipsoidZonotope> halves = discAndSegment().split(diagonal(1, 1));
        assertHalf(halves.get(0), new double[] {7, 8}, new double[][] {{2.668, 0}, {0, 3.024}});
        assertHalf(halves.get(1), new double[] {11, 8}, new double[][] {{2.668, 0}, {0, 3.024}});
        assertThat(halves).hasSize(2).allSatisfy(it -> assertThat(it.g()).isEqualTo(new double[][] {{1}, {3}}));
    }

    /** In this metric, the axis of length 2 has length 8, and that of length 4 has length 4. */
    @Test
    void theMetricSaysWhichAxisIsTheLongest() {
        List<EllipsoidZonotope> halves = discAndSegment().split(new double[][] {{0, 4}, {-1, 0}});
        assertHalf(halves.get(0), new double[] {9, 7}, new double[][] {{6.048, 0}, {0, 1.334}});
        assertHalf(halves.get(1), new double[] {9, 9}, new double[][] {{6.048, 0}, {0, 1.334}});
    }

    /** M maps the disc onto the segment ±(3, 4). */
    @Test
    void aFlatSetHasFlatHalves() {
        List<EllipsoidZonotope> halves =
                set(new double[][] {{3, 0}, {4, 0}}, new double[2][0]).split(new double[][] {{1, 7}, {0, 1}});
        assertHalf(halves.get(0), new double[] {7.5, 6}, new double[][] {{2.001, 0}, {2.668, 0}});
        assertHalf(halves.get(1), new double[] {10.5, 10}, new double[][] {{2.001, 0}, {2.668, 0}});
    }

    private static void assertHalf(EllipsoidZonotope half, double[] centre, double[][] m) {
        assertThat(half.centre()).containsExactly(centre, Offset.offset(1e-6));
        for (int i = 0; i < m.length; i++) {
            assertThat(half.m()[i]).containsExactly(m[i], Offset.offset(1e-6));
        }
    }

    @Test
    void whereThereIsNoEllipsoidThereIsNothingToCut() {
        EllipsoidZonotope segment = set(new double[2][2], new double[][] {{1}, {3}});
        assertThat(segment.split(diagonal(1, 1)))
                .allSatisfy(it -> assertThat(it.isWithin(1e300)).isFalse());
    }

    /**
     * Every state c + Mξ + Gη lies in one of the halves: M′ξ′ = c + Mξ − c′ has a solution with ‖ξ′‖ ≤ 1. The worst
     * states are on the split, near the edge of both halves.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8, 16})
    void everyStateLiesInOneOfTheHalves(int h) {
        Random random = new Random(h);
        double outmost = 0;
        for (int n = 0; n < 20; n++) {
            double[][] m = random(h, h, random);
            EllipsoidZonotope set = new EllipsoidZonotope(random(h, random), m, random(h, 3, random));
            List<EllipsoidZonotope> halves = set.split(random(h, h, random));
            assertThat(halves).hasSize(2).allSatisfy(it -> assertThat(it.g()).isEqualTo(set.g()));
            double[] toCentre = Matrices.mult(Inverse.of(m), minus(halves.get(1).centre(), set.centre()));
            for (int k = 0; k < 50; k++) {
                double[] xi = random(h, random);
                if (k % 2 == 0) { // on the cut
                    double part = Matrices.dot(xi, toCentre) / Matrices.dot(toCentre, toCentre);
                    xi = minus(xi, Matrices.scaled(toCentre, part));
                }
                double[] state = state(set, Matrices.scaled(xi, 1 / Matrices.norm(xi)));
                double nearest = halves.stream()
                        .mapToDouble(
                                half -> Matrices.norm(Matrices.mult(Inverse.of(half.m()), minus(state, half.centre()))))
                        .min()
                        .orElseThrow();
                outmost = Math.max(outmost, nearest);
            }
        }
        assertThat(outmost).isBetween(0.999, 1.0);
    }

    /** Returns c + Mξ. Gη is left out, because it is the same in the set and in its halves. */
    private static double[] state(EllipsoidZonotope set, double[] xi) {
        return minus(Matrices.mult(set.m(), xi), Matrices.scaled(set.centre(), -1));
    }
}
