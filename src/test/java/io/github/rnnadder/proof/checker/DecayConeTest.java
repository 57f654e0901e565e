package io.github.rnnadder.proof.checker;

import static io.github.rnnadder.base.numeric.TestMatrices.diagonal;
import static io.github.rnnadder.base.numeric.TestMatrices.minus;
import static io.github.rnnadder.base.numeric.TestMatrices.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.certificate.Precision;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each condition of the tube, by tubes that keep and break it alone, worked out by hand: of two units, of which the
 * first is the direction v and the second is the deviation y, so that the cone is |h₂| ≤ κ/t·h₁ for T = diag(1, t).
 */
class DecayConeTest {

    private static final double[] V = {1, 0};
    private static final double[] ONE = {1};
    private static final String UNDECIDED = "zeros neither shrink nor enlarge all states near the tip of the tube";
    private static final String WRONG_BIT = "a bit may be wrong in the tube";

    /** W = diag(growth, other), V = (−1, output). */
    private static Weights network(double growth, double other, double output) {
        return new Weights(new double[2][2], diagonal(growth, other), new double[] {-1, output});
    }

    private static Tube tube(double t, double kappa, double sMax) {
        return new Tube(V, V, diagonal(1, t), kappa, sMax);
    }

    private static DecayCone of(double growth, double other, double output, double kappa, double sMax) {
        return new DecayCone(network(growth, other, output), tube(1, kappa, sMax), Precision.DOUBLE);
    }

    private static void assertAccepted(Weights weights, Tube tube, Precision covered) {
        assertThatCode(() -> new DecayCone(weights, tube, covered)).doesNotThrowAnyException();
    }

    private static void assertRefused(Weights weights, Tube tube, Precision covered, String reason) {
        assertThatThrownBy(() -> new DecayCone(weights, tube, covered))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessageContaining(reason);
    }

    /** T is diag(1, t). Where v₂ is 5, the second row of I − v lᵀ is (−5, 1), and κ times its length adds to v₂. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 1.0000000000009, 0, 1, 0.1, 0.1,",
        "1, 0, 1.0000000000011, 0, 1, 0.1, 0.1, lᵀv of the tube is not 1",
        "1, 0, 0.9999999999989, 0, 1, 0.1, 0.1, lᵀv of the tube is not 1",
        "1, 0, NaN, 0, 1, 0.1, 0.1, lᵀv of the tube is not 1",
        "1, 0, 1, -49, 1, 0.01, 0.1,",
        "1, 0, 1, -49.1, 1, 0.01, 0.1, l of the tube is too large",
        "1, 0, 1, 0, 1, 9.9, 0.1,",
        "1, 0, 1, 0, 1, 10.1, 0.1, a set is too wide",
        "1, 0, 1, 0, 1, NaN, 0.1, a set is too wide",
        "1, 0, 1, 0, 1, Infinity, 0.1, a set is too wide",
        "1, 0, 1, 0, 1, -Infinity, 0.1, a set is too wide",
        "9.9, 0, 0.10101010101010101, 0, 1, 0.1, 0.1,",
        "10.1, 0, 0.09900990099009901, 0, 1, 0.1, 0.1, a set is too wide",
        "1, 5, 1, 0, 1, 0.97, 0.1,",
        "1, 5, 1, 0, 1, 0.99, 0.1, a set is too wide",
        "1, 0, 1, 0, 1.01e-5, 1e-5, 0.1,",
        "1, 0, 1, 0, 0.99e-5, 1e-5, 0.1, a metric is nearly singular",
        "1, 0, 1, 0, 0, 0.1, 0.1, a metric is nearly singular",
        "1, 0, 1, 0, NaN, 0.1, 0.1, a metric is too large",
        "1, 0, 1, 0, 1, 0.1, 2.4e-5,",
        "1, 0, 1, 0, 1, 0.1, 2.3e-5, the tube is too short",
        "1, 0, 1, 0, 1, 0.1, 0, the tube is too short",
        "1, 0, 1, 0, 1, 0.1, -0.1, the tube is too short",
        "1, 0, 1, 0, 1, 0.1, NaN, the tube is too short"
    })
    void eachParameterKeepsItsLimits(
            double v1, double v2, double l1, double l2, double t, double kappa, double sMax, String reason) {
        Tube tube = new Tube(new double[] {v1, v2}, new double[] {l1, l2}, diagonal(1, t), kappa, sMax);
        if (reason == null) {
            assertAccepted(network(0.5, 0.1, 0), tube, Precision.DOUBLE);
        } else {
            assertRefused(network(0.5, 0.1, 0), tube, Precision.DOUBLE, reason);
        }
    }

    /** The width of the cone is κ/t; if κ is too small, there is no room for rounding. */
    @ParameterizedTest
    @CsvSource({"6e-8, 1, true", "4e-8, 1, false", "1001, 500, true", "0, 1, false", "-0.1, 1, false"})
    void theConeIsKeptForAnyKappaThatLeavesRoomForRounding(double kappa, double t, boolean kept) {
        Tube tube = new Tube(V, V, diagonal(t, t), kappa, 0.1);
        assertThat(new DecayCone(network(0.5, 0.1, 0), tube, Precision.DOUBLE).keepsZeros(0))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"9.9, true", "10.1, false", "Infinity, false"})
    void noSliceGoesBeyondTen(double sMax, boolean accepted) {
        DecayCone tube = new DecayCone(network(0.5, 0.1, 0), tube(1, 0.1, sMax), Precision.DOUBLE);
        if (accepted) {
            assertThat(tube.slice(DecayCone.SLICES - 1).maxNorm()).isBetween(9.8, 10.0);
        } else {
            assertThatThrownBy(() -> tube.slice(DecayCone.SLICES - 1)).hasMessage("a set is too wide");
        }
    }

    /** An attack from before the limits existed: rounding of z is seven times the slack. */
    @Test
    void theTubeInWhichRoundingOutgrowsTheSlackIsRefused() {
        int h = 64;
        double[] v = new double[h];
        double[] l = new double[h];
        double[][] t = new double[h][h];
        double[][] w = new double[h][h];
        double[] output = new double[h];
        v[0] = 1;
        for (int i = 0; i < h; i++) {
            l[i] = i == 0 ? 1 : 15;
            t[i][i] = 1e-4;
            w[0][i] = 0.9 * l[i];
            output[i] = -l[i];
        }
        Weights attacked = new Weights(new double[h][2], w, output);
        assertThatThrownBy(() -> new DecayCone(attacked, new Tube(v, l, t, 1e3, 0.1), Precision.DOUBLE))
                .isInstanceOf(InvalidCertificateException.class);
        double[] small = l.clone();
        for (int i = 1; i < h; i++) {
            small[i] = 0.5;
        }
        assertThatThrownBy(() -> new DecayCone(attacked, new Tube(v, small, t, 1e3, 0.1), Precision.DOUBLE))
                .hasMessageContaining("a set is too wide");
    }

    /** κT⁻¹ has length 9 along v, which the projection removes; with ‖W‖∞ and ‖l‖₁ the skew is up to 1e5. */
    @ParameterizedTest
    @CsvSource({
        "1, 11110, true",
        "1, -11110, true",
        "1, 11112, false",
        "9.9, 11110, true",
        "9.9, 11112, false",
        "0.1, 1111, true",
        "0.1, 1112, false"
    })
    void whatCancelsInTheSpreadIsLimited(double v, double other, boolean accepted) {
        Tube tube = new Tube(new double[] {v, 0}, new double[] {1 / v, 0}, diagonal(0.01, 1), 0.09, 0.1);
        assertSkew(network(0.5, other, 0), tube, accepted);
    }

    /** √2·‖T‖∞·‖l‖₁·max(1, max|z|/s): T is t in the direction of v, and l is (1, 9). */
    @ParameterizedTest
    @CsvSource({"7070, 0.5, true", "7072, 0.5, false", "7070, 1.01, false"})
    void whatCancelsInTheDeviationIsLimited(double t, double growth, boolean accepted) {
        assertSkew(network(growth, 0, 0), new Tube(V, new double[] {1, 9}, diagonal(t, 1), 1e-5, 0.1), accepted);
    }

    private static void assertSkew(Weights weights, Tube tube, boolean accepted) {
        if (accepted) {
            assertAccepted(weights, tube, Precision.DOUBLE);
        } else {
            assertRefused(weights, tube, Precision.DOUBLE, "the tube is too skew");
        }
    }

    /** The relative error of single precision in z, tanh and o is 8.3e-7. */
    @Test
    void singlePrecisionNeedsMoreRoomInTheCone() {
        Tube tube = tube(1, 0.1, 0.1);
        assertAccepted(network(0.9999985, 0.1, 0), tube, Precision.DOUBLE);
        assertRefused(network(0.9999985, 0.1, 0), tube, Precision.SINGLE, UNDECIDED);
        assertAccepted(network(0.99999, 0.1, 0), tube, Precision.SINGLE);
        assertAccepted(network(0.5, 0.1, 10 - 2e-5), tube, Precision.DOUBLE);
        assertRefused(network(0.5, 0.1, 10 - 2e-5), tube, Precision.SINGLE, WRONG_BIT);
        assertAccepted(network(0.5, 0.1, 10 - 2e-4), tube, Precision.SINGLE);
    }

    /**
     * ‖V‖₁ is 11, or 51. A margin of 1e-8 of it, times the length of v, is required, and 1e-7 of the cone for the error
     * of the inverse.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 9.99, true",
        "1, -9.99, true",
        "1, 9.999997, true",
        "1, 9.9999985, false",
        "1, 10, false",
        "1, -10, false",
        "5, 49.99996, true",
        "5, 49.99998, false"
    })
    void theOutputIsNegativeInAllOfTheCone(double v, double output, boolean negative) {
        Tube tube = new Tube(new double[] {v, 0}, new double[] {1 / v, 0}, diagonal(1, 1), 0.1, 0.1);
        if (negative) {
            assertAccepted(network(0.5, 0.1, output), tube, Precision.DOUBLE);
        } else {
            assertRefused(network(0.5, 0.1, output), tube, Precision.DOUBLE, WRONG_BIT);
        }
    }

    @Test
    void anOutputThatIsPositiveIsRefused() {
        Weights positive = new Weights(new double[2][2], diagonal(0.5, 0.1), new double[] {1, 0});
        assertRefused(positive, tube(1, 0.1, 0.1), Precision.DOUBLE, WRONG_BIT);
    }

    @ParameterizedTest
    @CsvSource({
        "0.9999985, true",
        "0.9999995, false",
        "1, false",
        "1.0000005, false",
        "1.0000015, true",
    })
    void tinyStatesAllShrinkOrAllGrow(double growth, boolean decided) {
        if (decided) {
            assertThat(of(growth, 0.1, 0, 0.1, 0.1).keepsZeros(0)).isTrue();
        } else {
            assertRefused(network(growth, 0.1, 0), tube(1, 0.1, 0.1), Precision.DOUBLE, UNDECIDED);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.4999, true", "0.5001, false", "-0.4999, true", "-0.5001, false"})
    void zerosNarrowTheConeOrLeadOutOfIt(double other, boolean kept) {
        DecayCone tube = of(0.5, other, 0, 0.1, 0.1);
        assertThat(tube.keepsZeros(0)).isEqualTo(kept);
    }

    /** W maps v sideways: y′ = slant·s, which equals κs′ if slant = κ·growth. */
    @ParameterizedTest
    @CsvSource({"0.0499, true", "0.0501, false", "-0.0501, false"})
    void theConeHoldsWhereItsAxisGoes(double slant, boolean kept) {
        Weights slanted = new Weights(new double[2][2], new double[][] {{0.5, 0}, {slant, 0}}, new double[] {-1, 0});
        assertThat(new DecayCone(slanted, tube(1, 0.1, 0.1), Precision.DOUBLE).keepsZeros(0))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"1.01e-3, true", "0.99e-3, false"})
    void oneStepDoesNotDivideByMoreThanAThousand(double growth, boolean kept) {
        assertThat(of(growth, 0, 0, 0.1, 0.1).keepsZeros(0)).isEqualTo(kept);
    }

    /** λ = 1.2 leads beyond s_max if s &gt; s_max/1.2; tanh reduces that by less than 1 %. */
    @Test
    void zerosDoNotLeadBeyondTheEnd() {
        DecayCone tube = of(1.2, 0.1, 0, 0.1, 0.1);
        for (int k = 0; k < DecayCone.SLICES; k++) {
            assertThat(tube.keepsZeros(k)).as("slice %s", k).isEqualTo(k + 1 <= DecayCone.SLICES / 1.2);
        }
    }

    /**
     * W = 0.9·v lᵀ for v = (1, 2), l = (0.2, 0.4). Where s = 10/24, z = (0.375, 0.75), and tanh makes (0.358, 0.635) of
     * it: s′ = 0.326 and ‖y′‖ = 0.0366, which is 0.112·s′.
     */
    @ParameterizedTest
    @CsvSource({"0.08, false", "0.17, true"})
    void tanhBendsTheAxisWhereTheStateIsLarge(double kappa, boolean kept) {
        double[] v = {1, 2};
        double[] l = {0.2, 0.4};
        Weights weights =
                new Weights(new double[2][2], new double[][] {{0.18, 0.36}, {0.36, 0.72}}, new double[] {-1, -1});
        assertThat(new DecayCone(weights, new Tube(v, l, diagonal(1, 1), kappa, 10), Precision.DOUBLE).keepsZeros(0))
                .isEqualTo(kept);
    }

    /** h₂′ = tanh(slant·s): nearly slant·s for a small s, but less than half of it at s = 10/24. */
    @ParameterizedTest
    @CsvSource({"4.2, true", "5, false"})
    void whatTanhHoldsBackWhereTheStateIsLargeItDoesNotWhereItIsSmall(double slant, boolean kept) {
        Weights slanted = new Weights(new double[2][2], new double[][] {{0.5, 0}, {slant, 0}}, new double[] {-1, 0});
        assertThat(new DecayCone(slanted, tube(1, 9, 10), Precision.DOUBLE).keepsZeros(0))
                .isEqualTo(kept);
    }

    /** A state of slice 22 leaves the cone by a factor of 2.4. */
    @Test
    void howMuchTanhHoldsBackIsAskedOfTheLargestState() {
        Weights weights =
                new Weights(new double[2][2], new double[][] {{0.9666, 0}, {0.3317, 1.4674}}, new double[] {-1, 0});
        assertThat(new DecayCone(weights, tube(1, 0.419, 6.913), Precision.DOUBLE).keepsZeros(22))
                .isFalse();
    }

    /** If keepsZeros holds, random states of the slice stay in the cone. */
    @Test
    void whatKeepsZerosKeepsThem() {
        Random random = new Random(11);
        int kept = 0;
        for (int n = 0; n < 400; n++) {
            double[][] w = Matrices.scaled(random(3, 3, random), 0.15);
            w[0][0] = 0.4 + 0.8 * random.nextDouble();
            double[] v = {1, 0, 0};
            double[] l = {1, 0.2 * random.nextGaussian(), 0.2 * random.nextGaussian()};
            double[][] t = {{1, 0, 0}, {0.3, 1, 0}, {0, random.nextGaussian(), 1.5}};
            double kappa = 0.1 + 0.4 * random.nextDouble();
            double sMax = 0.6 * random.nextDouble();
            Weights weights = new Weights(new double[3][2], w, new double[] {-1, 0, 0});
            int k = random.nextInt(DecayCone.SLICES);
            if (keepsZeros(weights, new Tube(v, l, t, kappa, sMax), Precision.DOUBLE, k)) {
                kept++;
                for (int p = 0; p < 200; p++) {
                    double s = sMax * (k + 1 - random.nextDouble()) / DecayCone.SLICES;
                    double[] y = {0, random.nextGaussian(), random.nextGaussian()};
                    y[0] = -(l[1] * y[1] + l[2] * y[2]);
                    double scale = kappa
                            * s
                            / Matrices.norm(Matrices.mult(t, y))
                            * (random.nextBoolean() ? 1 : random.nextDouble());
                    double[] z = Matrices.mult(w, minus(Matrices.scaled(v, s), Matrices.scaled(y, -scale)));
                    double[] next = Arrays.stream(z).map(StrictMath::tanh).toArray();
                    double sNext = Matrices.dot(l, next);
                    next[0] -= sNext;
                    assertThat(sNext).isBetween(s * 1e-3, sMax);
                    assertThat(Matrices.norm(Matrices.mult(t, next))).isLessThanOrEqualTo(kappa * sNext);
                }
            }
        }
        assertThat(kept).isBetween(40, 320);
    }

    /** With one unit there is no y: the cone is a segment of the axis, and W, l and T are numbers. */
    private static boolean keepsZeros(double w, double kappa, double sMax, int k) {
        return keepsZeros(oneUnit(w), new Tube(ONE, ONE, new double[][] {ONE}, kappa, sMax), Precision.DOUBLE, k);
    }

    private static Weights oneUnit(double w) {
        return new Weights(new double[1][2], new double[][] {{w}}, new double[] {-1});
    }

    /** Bisects to the last number at which a condition holds. */
    private static double border(double holds, double fails, DoublePredicate condition) {
        assertThat(condition.test(holds)).isTrue();
        assertThat(condition.test(fails)).isFalse();
        for (int n = 0; n < 100; n++) {
            double between = (holds + fails) / 2;
            holds = condition.test(between) ? between : holds;
            fails = condition.test(between) ? fails : between;
        }
        return holds;
    }

    private static void assertSlacks(double difference, double slacks) {
        assertThat(difference / 1e-8).isCloseTo(slacks, within(0.05));
    }

    /** For tiny s, |z|/s is W and tanh(z)/z is 1 to within 1e-12, so the border shows how many slacks were added. */
    @Test
    void tinyStatesShrinkOrGrowByMoreThanTheSlacks() {
        assertSlacks(1 - 1e-6 - border(0.5, 1, w -> keepsZeros(w, 0.1, 0.1, 0)), 3);
        assertSlacks(border(1.1, 1, w -> keepsZeros(w, 0.1, 0.1, 0)) - 1 - 1e-6, 4);
        Tube tube = new Tube(ONE, ONE, new double[][] {ONE}, 0.1, 0.1);
        double single = border(0.5, 1, w -> keepsZeros(oneUnit(w), tube, Precision.SINGLE, 0));
        assertSlacks(1 - 1e-6 - single, 3 + 3 * SinglePrecision.relative(new double[][] {ONE}, 1) / 1e-8);
    }

    /** At the border, κ·(1 − slack) times the least growth of slice k is the slack. W is 2. */
    @ParameterizedTest
    @CsvSource({"0, 1", "11, 1", "23, 1", "23, 10"})
    void theConeHoldsTheLeastThatASliceMakesOfAStateLessTheSlacks(int k, double sMax) {
        double kappa = border(1, 0, it -> keepsZeros(2, it, sMax, k));
        double to = sMax * (k + 1) / DecayCone.SLICES;
        double growth = Math.tanh(2 * to) / to;
        // The slack of z counts as much as tanh(z)/z falls there.
        double ofTau = 2 * (growth / 2 - (1 - Math.pow(Math.tanh(2 * to), 2))) / 2;
        assertSlacks(growth - 1e-8 / kappa / (1 - 1e-8), ofTau + 6);
    }

    /** At the border, the end of the last slice times the growth at its beginning is s_max less a slack. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.95})
    void theLastSliceEndsByTheSlacksBeforeTheEnd(double sMax) {
        int last = DecayCone.SLICES - 1;
        double w = border(1.005, 9, it -> keepsZeros(it, 0.1, sMax, last));
        double from = sMax * last / DecayCone.SLICES;
        double growth = Math.tanh(w * from) / from;
        double ofTau = growth / w - (1 - Math.pow(Math.tanh(w * from), 2));
        assertSlacks(1 - growth, ofTau + 2 * w + 3);
    }

    private static boolean keepsZeros(Weights weights, Tube tube, Precision covered, int k) {
        try {
            return new DecayCone(weights, tube, covered).keepsZeros(k);
        } catch (InvalidCertificateException e) {
            return false;
        }
    }

    /** Slice k is k/100 &lt; s ≤ (k + 1)/100, |h₂| ≤ 0.1/2·s. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4, 23})
    void aSliceIsAPieceOfTheConeAndALittleMore(int k) {
        DecayCone tube = new DecayCone(network(0.5, 0.1, 0), tube(2, 0.1, 0.24), Precision.DOUBLE);
        EllipsoidZonotope slice = tube.slice(k);
        assertThat(slice.centre()).containsExactly(new double[] {(k + 0.5) / 100, 0}, within(1e-15));
        assertThat(slice.halfWidth(0)).isBetween(0.005 * (1 + 0.9e-9), 0.005 * (1 + 1e-8));
        assertThat(slice.halfWidth(1) / (k + 1)).isBetween(0.0005 * (1 + 0.9e-8), 0.0005 * (1 + 1e-7));
    }

    private static EllipsoidZonotope segment(double s, double y, double alongS, double alongY) {
        return new EllipsoidZonotope(new double[] {s, y}, new double[2][2], new double[][] {{alongS}, {alongY}});
    }

    @ParameterizedTest
    @CsvSource({
        "2.1e-6, 0, 0, 0, true",
        "2e-6, 0, 0, 0, false",
        "0.099999, 0, 0, 0, true",
        "0.0999991, 0, 0, 0, false",
        "0.05, 0, 0.0499978, 0, true",
        "0.05, 0, 0.0499982, 0, false",
        "0.06, 0, 0.039998, 0, true",
        "0.06, 0, 0.0399995, 0, false",
        "0.05, 0.44998, 0, 0, true",
        "0.05, -0.44998, 0, 0, true",
        "0.05, 0.4499885, 0, 0, true",
        "0.05, 0.4499895, 0, 0, false",
        "0.05, 0.51, 0, 0, false",
        "0.05, 0, 0, 0.44998, true",
        "0.05, 0, 0, 0.449992, false",
        "0.05, 0.2, 0, 0.24998, true",
        "0.05, 0.2, 0, 0.26, false",
        "0.05, 0.2, 0.02, 0.08, false",
        "-0.05, 0, 0, 0, false",
        "NaN, 0, 0, 0, false",
        "0.05, NaN, 0, 0, false",
        "0.05, 0, NaN, 0, false",
        "0.05, 0, 0, NaN, false",
    })
    void onlyASetThatLiesInTheConeAndAwayFromItsTipEnters(
            double s, double y, double alongS, double alongY, boolean inside) {
        DecayCone tube = of(0.5, 0.1, 0, 9, 0.1);
        assertThat(tube.contains(segment(s, y, alongS, alongY))).isEqualTo(inside);
    }

    @Test
    void anEllipsoidEntersWhereAllOfItLiesInTheCone() {
        DecayCone tube = of(0.5, 0.1, 0, 9, 0.1);
        assertThat(tube.contains(ellipse(0, 0.2499))).isTrue();
        assertThat(tube.contains(ellipse(0, 0.2501))).isFalse();
        assertThat(tube.contains(ellipse(0.04, 0)))
                .as("s as small as 0.01 leaves |h₂| ≤ 0.09")
                .isFalse();
    }

    private static EllipsoidZonotope ellipse(double alongS, double alongY) {
        return new EllipsoidZonotope(new double[] {0.05, 0.2}, diagonal(alongS, alongY), new double[2][0]);
    }
}
