package io.github.rnnadder.proof.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.CertificateReader;
import io.github.rnnadder.proof.certificate.CertificateWriter;
import io.github.rnnadder.proof.certificate.Claims;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.certificate.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests each condition of the checker with a certificate that meets it and one that violates only it and is refused for
 * that reason. {@link InvertibleMetricTest} and {@link DecayConeTest} test the conditions of metrics and of the cone.
 *
 * <p>If a trained network is too far from a limit, it gets an extra unit that does not influence the others, and the
 * certificate an extra coordinate that can violate a rule.
 */
class CheckerConditionsTest {

    /** The extra unit. */
    private static final int EXTRA = 16;

    private static final String OTHER_METRICS = "its metrics are not for the tags 0, 1, 2, 5, 6 and 7";
    private static final String NO_BALL = "a set lies in no ball after 40 steps";

    @RegisterExtension
    static final SecondChecker SECOND = new SecondChecker();

    private final Weights weights = TestNetworks.load("decay-4");
    private final Certificate certificate = TestNetworks.certificate(weights);

    private static void assertAccepted(Weights weights, Certificate certificate) {
        assertThatCode(() -> CertificateChecker.check(weights, certificate)).doesNotThrowAnyException();
        SECOND.assertAgrees(weights, certificate, true);
    }

    private static void assertRefused(Weights weights, Certificate certificate, String reason) {
        assertThatThrownBy(() -> CertificateChecker.check(weights, certificate))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessage(reason);
        SECOND.assertAgrees(weights, certificate, false);
    }

    private static void assertJudged(Weights weights, Certificate certificate, boolean accepted, String reason) {
        if (accepted) {
            assertAccepted(weights, certificate);
        } else {
            assertRefused(weights, certificate, reason);
        }
    }

    private Certificate with(List<Metric> metrics, List<Ball> balls, Optional<Tube> tube) {
        return Claims.of(weights, metrics, balls, tube);
    }

    private Certificate withMetric(Metric metric) {
        return with(plus(certificate.metrics(), metric), certificate.balls(), certificate.tube());
    }

    private Certificate withBall(Ball ball) {
        return with(certificate.metrics(), plus(certificate.balls(), ball), certificate.tube());
    }

    private static <E> List<E> plus(List<E> list, E element) {
        List<E> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    private Ball first() {
        return certificate.balls().get(0);
    }

    /**
     * The weights with an extra unit: u are its weights from the operands, w those from all units, v is that to the
     * output.
     */
    private Weights extra(double[] u, double[] w, double v) {
        Weights padded = TestNetworks.pad(weights, EXTRA + 1);
        double[][] newU = padded.u().clone();
        double[][] newW = padded.w().clone();
        newU[EXTRA] = u;
        newW[EXTRA] = w;
        return TestNetworks.withV(new Weights(newU, newW, padded.v()), EXTRA, v);
    }

    private Weights dead() {
        return extra(new double[2], new double[EXTRA + 1], 0);
    }

    /**
     * The certificate with a coordinate for the extra unit.
     *
     * @param t what a deviation of 1 in it counts in every norm
     * @param states where it is after each column
     */
    private Certificate extended(Weights about, double t, double... states) {
        return Claims.of(
                about,
                certificate.metrics().stream()
                        .map(it -> new Metric(it.tag(), extended(it.t(), t)))
                        .toList(),
                certificate.balls().stream()
                        .map(it -> new Ball(it.tag(), it.radius(), extended(it.centre(), states[it.tag() % 4])))
                        .toList(),
                certificate.tube().map(it -> tube(it, 1, 1)));
    }

    /**
     * The tube with a coordinate for the extra unit.
     *
     * @param scale by which s is measured larger, and v smaller
     * @param t what a deviation of 1 in the extra coordinate counts
     */
    private static Tube tube(Tube tube, double scale, double t) {
        double[] v = Arrays.stream(tube.v()).map(it -> it / scale).toArray();
        double[] l = Arrays.stream(tube.l()).map(it -> it * scale).toArray();
        return new Tube(
                extended(v, 0), extended(l, 0), extended(tube.t(), t), tube.kappa() / scale, tube.sMax() * scale);
    }

    private static double[] extended(double[] x, double last) {
        double[] longer = Arrays.copyOf(x, x.length + 1);
        longer[x.length] = last;
        return longer;
    }

    private static double[][] extended(double[][] t, double last) {
        double[][] larger = new double[t.length + 1][];
        for (int i = 0; i < t.length; i++) {
            larger[i] = extended(t[i], 0);
        }
        larger[t.length] = new double[t.length + 1];
        larger[t.length][t.length] = last;
        return larger;
    }

    @ParameterizedTest
    @CsvSource({"128, false", "129, true"})
    void aNetworkOfMoreThan128UnitsIsRefused(int units, boolean tooLarge) {
        Weights large = TestNetworks.pad(weights, units);
        assertRefused(
                large,
                Claims.of(large, List.of(), List.of(), Optional.empty()),
                tooLarge ? "the network has 129 hidden units, more than 128" : OTHER_METRICS);
    }

    @Test
    void aCertificateOfAnotherSizeIsRefused() {
        Weights padded = dead();
        Certificate claim = Claims.of(
                TensorBytes.sha256(padded), 16, 5000, certificate.metrics(), certificate.balls(), certificate.tube());
        assertRefused(padded, claim, "it is about 16 hidden units, the network has 17");
        assertAccepted(padded, extended(padded, 1, 0, 0, 0, 0));
    }

    @Test
    void aCertificateOfOtherWeightsIsRefused() {
        Weights other = TestNetworks.withW(weights, 3, 4, Math.nextUp(weights.w()[3][4]));
        assertRefused(other, certificate, "it is about other weights: its SHA-256 differs from that of the tensors");
    }

    @Test
    void moreThan5000StepsAreNotFollowed() {
        Certificate claim = Claims.about(weights, certificate);
        assertRefused(weights, Claims.stepping(claim, 5001), "it claims more than 5000 steps for a set");
        assertAccepted(weights, Claims.stepping(claim, 5000));
    }

    @Test
    void aSetIsCutInHalfAtMostThreeTimes() {
        Certificate claim = Claims.about(weights, certificate);
        assertAccepted(weights, Claims.halving(claim, 3));
        assertRefused(weights, Claims.halving(claim, 4), "it halves sets more than 3 times");
    }

    /** Each ball costs a step for each column, and the prover's numbers have six digits. */
    @ParameterizedTest
    @ValueSource(ints = {1, 16, 32, 44, 45, 46, 47, 64, 128})
    void noProofThatThereIsTimeForIsTooLongToBeRead(int hiddenSize) {
        double longest = -1.23457e-100;
        double[] vector = new double[hiddenSize];
        Arrays.fill(vector, longest);
        double[][] matrix = new double[hiddenSize][];
        Arrays.fill(matrix, vector);
        long most = Math.min(Limits.MAX_BALLS, CertificateChecker.workLimit(hiddenSize) / FullAdder.INPUT_VALUES);
        Certificate largest = Claims.of(
                "0".repeat(64),
                hiddenSize,
                Limits.MAX_STEPS,
                Collections.nCopies(FullAdder.TAGS, new Metric(0, matrix)),
                Collections.nCopies((int) most, new Ball(0, longest, vector)),
                Optional.of(new Tube(vector, vector, matrix, longest, longest)));
        assertThat(CertificateWriter.write(largest)).hasSizeLessThan(CertificateReader.MAX_BYTES);
    }

    @ParameterizedTest
    @CsvSource({"20000, its metrics are not for", "20001, it has more than 20000 balls"})
    void moreThan20000BallsAreRefused(int balls, String reason) {
        Certificate claim = with(List.of(), Collections.nCopies(balls, first()), certificate.tube());
        assertThatThrownBy(() -> CertificateChecker.check(weights, claim)).hasMessageStartingWith(reason);
        SECOND.assertAgrees(weights, claim, false);
    }

    @ParameterizedTest
    @CsvSource({"1000, true", "1001, false"})
    void rowsOfWSumToAtMostAThousand(double weight, boolean accepted) {
        // The only input of the extra unit is a second extra unit, which is always 0.
        assertModerate(TestNetworks.withW(TestNetworks.pad(weights, 18), 16, 17, weight), accepted);
    }

    @ParameterizedTest
    @CsvSource({"500, -500, true", "501, -501, false"})
    void rowsOfUSumToAtMostAThousand(double a, double b, boolean accepted) {
        assertModerate(extra(new double[] {a, b}, new double[EXTRA + 1], 0), accepted);
    }

    @ParameterizedTest
    @CsvSource({"900, true", "1000, false"})
    void vSumsToAtMostAThousand(double v, boolean accepted) {
        assertModerate(extra(new double[2], new double[EXTRA + 1], v), accepted);
    }

    /** Judges by the message: these limits are checked before the metrics, which are missing. */
    private static void assertModerate(Weights about, boolean accepted) {
        Certificate claim = Claims.of(about, List.of(), List.of(), Optional.empty());
        assertRefused(
                about,
                claim,
                accepted ? OTHER_METRICS : "a row of U or W, or V, sums to more than 1000 in absolute values");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 4, 8})
    void aMetricOfATagThatNoSumLeadsToIsRefused(int tag) {
        Metric metric = new Metric(tag, certificate.metrics().get(0).t());
        assertRefused(weights, withMetric(metric), OTHER_METRICS);
    }

    @Test
    void twoMetricsOfATagAreRefused() {
        assertRefused(weights, withMetric(certificate.metrics().get(2)), OTHER_METRICS);
    }

    @Test
    void aTagWithoutAMetricIsRefusedEvenIfNoBallHasIt() {
        List<Metric> metrics = new ArrayList<>(certificate.metrics());
        metrics.removeIf(it -> it.tag() == 0);
        List<Ball> balls = new ArrayList<>(certificate.balls());
        balls.removeIf(it -> it.tag() == 0);
        assertRefused(weights, with(metrics, balls, certificate.tube()), OTHER_METRICS);
    }

    @Test
    void aMetricThatIsNoNormIsRefused() {
        List<Metric> metrics = new ArrayList<>(certificate.metrics());
        metrics.set(1, new Metric(1, new double[16][16]));
        assertRefused(weights, with(metrics, certificate.balls(), certificate.tube()), "a metric is nearly singular");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 4, 8, Integer.MAX_VALUE})
    void aBallOfATagThatNoSumLeadsToIsRefused(int tag) {
        assertRefused(weights, withBall(new Ball(tag, 0.1, first().centre())), "no sum leads to tag " + tag);
    }

    /** Adds a ball whose successors all lie in other balls. */
    @ParameterizedTest
    @CsvSource({
        "1.1e-6, true",
        "9e-7, false",
        "5e-7, false",
        "0, false",
        "-0.01, false",
        "NaN, false",
        "-11, false",
        "4.9e-324, false",
        "Infinity, false"
    })
    void aRadiusIsAtLeastAMillionth(double radius, boolean accepted) {
        Certificate claim = withBall(new Ball(first().tag(), radius, first().centre()));
        assertJudged(weights, claim, accepted, "a radius is not between 0.000001 and 10");
    }

    /** The same balls, with metrics and radii scaled alike. */
    @ParameterizedTest
    @CsvSource({"0.01, true", "9.9, true", "10.1, false"})
    void aRadiusIsAtMostTen(double largest, boolean accepted) {
        double scale = largest
                / certificate.balls().stream().mapToDouble(Ball::radius).max().orElseThrow();
        List<Metric> metrics = new ArrayList<>();
        for (Metric metric : certificate.metrics()) {
            metrics.add(new Metric(metric.tag(), Matrices.scaled(metric.t(), scale)));
        }
        List<Ball> balls = certificate.balls().stream()
                .map(it -> new Ball(it.tag(), it.radius() * scale, it.centre()))
                .toList();
        Certificate claim = with(metrics, balls, certificate.tube());
        assertJudged(weights, claim, accepted, "a radius is not between 0.000001 and 10");
    }

    @ParameterizedTest
    @CsvSource({"9.5, true", "-9.5, true", "10.5, false", "-10.5, false", "1e300, false", "NaN, false"})
    void aBallLiesWithinTen(double coordinate, boolean accepted) {
        Weights padded = dead();
        Certificate whole = extended(padded, 1, 0, 0, 0, 0);
        assertThat(first().radius()).isLessThan(0.5);
        Ball ball = new Ball(first().tag(), first().radius(), extended(first().centre(), coordinate));
        Certificate claim = Claims.of(padded, whole.metrics(), plus(whole.balls(), ball), whole.tube());
        assertJudged(padded, claim, accepted, Double.isNaN(coordinate) ? NO_BALL : "a set is too wide");
    }

    /** With −V every bit is wrong; the first is found first. */
    @Test
    void theFirstBitIsRight() {
        Weights wrong = TestNetworks.withV(weights, -1);
        Certificate claim = Claims.of(wrong, certificate.metrics(), certificate.balls(), Optional.empty());
        assertRefused(wrong, claim, "a bit may be wrong");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theStateAfterTheFirstColumnLiesInABall(int tag) {
        List<Ball> balls = new ArrayList<>(certificate.balls());
        balls.removeIf(it -> it.tag() == tag);
        assertRefused(weights, with(certificate.metrics(), balls, certificate.tube()), NO_BALL);
    }

    /** V is so small that some margin is below a millionth, but not those of the first bits. */
    @ParameterizedTest
    @CsvSource({"5e-6, true", "1e-6, false"})
    void aBitIsRightByAMillionth(double factor, boolean accepted) {
        Weights faint = TestNetworks.withV(weights, factor);
        assertJudged(faint, Claims.about(faint, certificate), accepted, "a bit may be wrong");
    }

    /** An extra unit depends on another one, which is always 0, but not in the certificate's balls. */
    @Test
    void aBitIsRightInAllOfASet() {
        Weights uncertain = TestNetworks.withV(TestNetworks.withW(TestNetworks.pad(weights, 18), 16, 17, 10), 16, 10);
        Certificate claim = Claims.of(
                uncertain,
                certificate.metrics().stream()
                        .map(it -> new Metric(it.tag(), extended(extended(it.t(), 1), 0.05)))
                        .toList(),
                certificate.balls().stream()
                        .map(it -> new Ball(it.tag(), it.radius(), extended(extended(it.centre(), 0), 0)))
                        .toList(),
                Optional.empty());
        assertRefused(uncertain, claim, "a bit may be wrong");
    }

    @ParameterizedTest
    @CsvSource({"3, a bit may be wrong in the tube", "1e-8, zeros may lead out of the tip of the tube"})
    void theTipOfTheTubeHolds(double factor, String reason) {
        Tube tube = wider(certificate.tube().orElseThrow(), factor);
        assertRefused(weights, with(certificate.metrics(), certificate.balls(), Optional.of(tube)), reason);
    }

    /** Wide only along the extra unit; s is scaled up to the limit of l. */
    @ParameterizedTest
    @CsvSource({"9.9, true", "10.1, false"})
    void theTubeReachesAtMostTenFromItsAxis(double reach, boolean accepted) {
        Weights padded = dead();
        Certificate whole = extended(padded, 1, 0, 0, 0, 0);
        Tube tube = certificate.tube().orElseThrow();
        double scale = Math.min(
                9.9 / tube.sMax(), 49 / Arrays.stream(tube.l()).map(Math::abs).sum());
        double width = reach / (tube.sMax() * scale);
        Tube wide = tube(tube, scale, tube.kappa() / scale / width);
        Certificate claim = Claims.of(padded, whole.metrics(), whole.balls(), Optional.of(wide));
        assertJudged(padded, claim, accepted, "a set is too wide");
    }

    /** A cone three times as long: zeros still shrink its tip, but not all of it, and do not lead into balls. */
    @Test
    void theSlicesOfTheTubeAreFollowed() {
        Tube tube = certificate.tube().orElseThrow();
        Tube longer = new Tube(tube.v(), tube.l(), tube.t(), tube.kappa(), 3 * tube.sMax());
        assertThat(new DecayCone(weights, longer, Precision.DOUBLE).keepsZeros(0))
                .isTrue();
        assertRefused(weights, with(certificate.metrics(), certificate.balls(), Optional.of(longer)), NO_BALL);
    }

    @ParameterizedTest
    @CsvSource({"0.03, true", "0.01, false"})
    void aBallReachesAtMostTenFromItsCentre(double t, boolean accepted) {
        Weights padded = dead();
        double largest =
                certificate.balls().stream().mapToDouble(Ball::radius).max().orElseThrow();
        assertThat(largest / t < 10).isEqualTo(accepted);
        Certificate claim = extended(padded, t, 0, 0, 0, 0);
        assertJudged(padded, claim, accepted, "a set is too wide");
    }

    @Test
    void aWordEndsWithin40Columns() {
        assertRefused(weights, with(certificate.metrics(), certificate.balls(), Optional.empty()), NO_BALL);
    }

    @Test
    void allSetsTogetherTakeNoMoreStepsThanAllowed() throws Exception {
        Certificate claim = Claims.about(weights, certificate);
        int ofOne = certificate.steps();
        assertThatThrownBy(() -> new CertificateChecker(weights, claim, ofOne).check())
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessage("checking it takes too many steps");
        long ofAll = (long) ofOne * (1 + certificate.balls().size() + DecayCone.SLICES);
        new CertificateChecker(weights, claim, ofAll).check();
    }

    /** As a thread may do during the check. */
    @Test
    void whatIsWrittenIntoTheGivenArraysMeanwhileChangesNothing() {
        Weights given = new Weights(weights.u(), weights.w(), weights.v());
        Certificate claim = certificate.copy();
        CertificateChecker checker = new CertificateChecker(given, claim, Long.MAX_VALUE);
        List<double[]> arrays = new ArrayList<>(List.of(given.v()));
        arrays.addAll(List.of(given.u()));
        arrays.addAll(List.of(given.w()));
        claim.metrics().forEach(it -> arrays.addAll(List.of(it.t())));
        claim.balls().forEach(it -> arrays.add(it.centre()));
        Tube tube = claim.tube().orElseThrow();
        arrays.addAll(List.of(tube.v(), tube.l()));
        arrays.addAll(List.of(tube.t()));
        arrays.forEach(it -> Arrays.fill(it, 0));
        assertThatCode(checker::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"4, 30000000", "16, 30000000", "32, 3750000", "64, 468750", "128, 58593"})
    void theStepsAllowedFallWithTheCubeOfTheSize(int hiddenSize, long steps) {
        assertThat(CertificateChecker.workLimit(hiddenSize)).isEqualTo(steps / 16);
    }

    /** The extra unit's is 1000 with both bits. */
    @Test
    void aPreActivationMayBeAsLargeAsTheWeightsAllow() {
        Weights loud = extra(new double[] {500, 500}, new double[EXTRA + 1], 0);
        assertAccepted(loud, extended(loud, 1, 0, 1, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-6, 0.9e-6, 1.1e-6, 2e-5, 1e-3, Double.NaN, Double.POSITIVE_INFINITY})
    void thereAreFourTolerances(double tolerance) {
        assertRefused(
                weights,
                Claims.bearing(certificate, tolerance, Precision.DOUBLE),
                "its tolerance is not 0.000001, 0.00001, 0.00005 or 0.0001");
    }

    @Test
    void whatBearsALargeToleranceBearsSmallerOnes() {
        Weights robust = TestNetworks.load("decay-1");
        Certificate claim = TestNetworks.certificate(robust);
        assertThat(claim.tolerance()).isEqualTo(1e-4);
        for (double tolerance : Limits.TOLERANCES) {
            assertAccepted(robust, Claims.bearing(claim, tolerance, Precision.DOUBLE));
        }
        assertAccepted(robust, Claims.bearing(claim, 5e-5, Precision.SINGLE));
        assertRefused(
                robust,
                Claims.bearing(claim, 1e-5, Precision.SINGLE),
                "single precision may err by more than its tolerance allows");
    }

    /** As wide as rounding just allows. */
    @Test
    void theTubeHoldsForTheArithmeticThatIsCovered() {
        Weights robust = TestNetworks.load("decay-1");
        Certificate claim = TestNetworks.certificate(robust);
        Tube tube = claim.tube().orElseThrow();
        double holds = 1;
        double fails = 3;
        for (int n = 0; n < 40; n++) {
            double between = (holds + fails) / 2;
            if (holdsAtTip(robust, wider(tube, between), Precision.DOUBLE)) {
                holds = between;
            } else {
                fails = between;
            }
        }
        Certificate wide = Claims.of(robust, claim.metrics(), claim.balls(), Optional.of(wider(tube, holds)));
        assertRefused(robust, Claims.bearing(wide, 1e-4, Precision.SINGLE), "a bit may be wrong in the tube");
        assertThat(holdsAtTip(robust, tube, Precision.SINGLE)).isTrue();
    }

    private static boolean holdsAtTip(Weights weights, Tube tube, Precision covered) {
        try {
            return new DecayCone(weights, tube, covered).keepsZeros(0);
        } catch (InvalidCertificateException e) {
            return false;
        }
    }

    private static Tube wider(Tube tube, double factor) {
        return new Tube(tube.v(), tube.l(), tube.t(), factor * tube.kappa(), tube.sMax());
    }

    private CertificateChecker checker() throws InvalidCertificateException {
        return new CertificateChecker(weights, Claims.bearing(certificate, 1e-6, Precision.DOUBLE), Long.MAX_VALUE);
    }

    /** A segment through the centre of the largest ball; T·d is shorter than the radius by {@code rest}. */
    @ParameterizedTest
    @CsvSource({"2.1e-6, true", "1.9e-6, false", "-0.01, false", "0.05, true"})
    void aSetIsHeldWhereItLiesInABallWithRoomForRounding(double rest, boolean held) throws Exception {
        Ball ball = largestOfTag(7);
        double[][] t = metric(7);
        double[] direction = new double[16];
        direction[3] = 1;
        double length = 0;
        for (double[] row : t) {
            length += row[3] * row[3];
        }
        direction[3] = (ball.radius() - rest) / Math.sqrt(length);
        EllipsoidZonotope set = new EllipsoidZonotope(ball.centre(), new double[16][16], column(direction));
        assertThat(checker().isContained(set, 7, 0)).isEqualTo(held);
        assertThat(checker().isContained(set, 5, 0))
                .as("no other tag's ball will do")
                .isFalse();
    }

    @Test
    void onlyStatesWithoutCarryAfterColumn00EnterTheTube() throws Exception {
        double[] v = certificate.tube().orElseThrow().v();
        double[] far = Arrays.stream(v).map(it -> 0.01 * it).toArray();
        EllipsoidZonotope set = new EllipsoidZonotope(far, new double[16][16], new double[16][0]);
        assertThat(checker().isContained(set, 0, 0)).isTrue();
        for (int tag : new int[] {1, 2, 5, 6, 7}) {
            assertThat(checker().isContained(set, tag, 0)).as("tag %s", tag).isFalse();
        }
    }

    private static double[][] column(double[] x) {
        return Arrays.stream(x).mapToObj(it -> new double[] {it}).toArray(double[][]::new);
    }

    private Ball largestOfTag(int tag) {
        return certificate.balls().stream()
                .filter(it -> it.tag() == tag)
                .max((one, other) -> Double.compare(one.radius(), other.radius()))
                .orElseThrow();
    }

    private double[][] metric(int tag) {
        return certificate.metrics().stream()
                .filter(it -> it.tag() == tag)
                .findFirst()
                .orElseThrow()
                .t();
    }
}
