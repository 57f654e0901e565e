package io.github.rnnadder.proof.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.Claims;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks: false certificates, for correct networks and for wrong ones. */
class CertificateCheckerTest {

    /** Networks with a known counterexample. */
    private static final int[] WRONG = {1, 15, 19, 20, 21, 22, 25};

    @RegisterExtension
    static final SecondChecker SECOND = new SecondChecker();

    private final Weights weights = TestNetworks.load("decay-4");
    private final Certificate certificate = TestNetworks.certificate(weights);

    @Test
    void theCertificateItselfHolds() {
        assertThatCode(() -> CertificateChecker.check(weights, certificate)).doesNotThrowAnyException();
        SECOND.assertAgrees(weights, certificate, true);
    }

    private static void assertRefused(Weights weights, Certificate certificate) {
        assertThatThrownBy(() -> CertificateChecker.check(weights, certificate))
                .isInstanceOf(InvalidCertificateException.class);
        SECOND.assertAgrees(weights, certificate, false);
    }

    private static void assertRefused(Weights weights, Certificate certificate, String reason) {
        assertThatThrownBy(() -> CertificateChecker.check(weights, certificate))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessageContaining(reason);
        SECOND.assertAgrees(weights, certificate, false);
    }

    private Certificate with(List<Metric> metrics, List<Ball> balls, Optional<Tube> tube) {
        return new Certificate(
                certificate.tensors(),
                16,
                certificate.steps(),
                certificate.halvings(),
                metrics,
                balls,
                tube,
                certificate.tolerance(),
                certificate.covers());
    }

    private Certificate withBalls(List<Ball> balls) {
        return with(certificate.metrics(), balls, certificate.tube());
    }

    private Certificate withFirstBall(UnaryOperator<Ball> change) {
        List<Ball> balls = new ArrayList<>(certificate.balls());
        balls.set(0, change.apply(balls.get(0)));
        return withBalls(balls);
    }

    private Certificate withTube(UnaryOperator<Tube> change) {
        return with(
                certificate.metrics(), certificate.balls(), certificate.tube().map(change));
    }

    private static Certificate withMetrics(Certificate certificate, UnaryOperator<double[][]> change) {
        List<Metric> metrics = new ArrayList<>();
        for (Metric metric : certificate.metrics()) {
            metrics.add(new Metric(metric.tag(), change.apply(metric.t())));
        }
        return Claims.of(
                certificate.tensors(),
                certificate.hiddenSize(),
                certificate.steps(),
                metrics,
                certificate.balls(),
                certificate.tube());
    }

    /** The same claim, about other weights. */
    private static Certificate about(Weights weights, Certificate certificate) {
        return Claims.of(
                TensorBytes.sha256(weights),
                certificate.hiddenSize(),
                certificate.steps(),
                certificate.metrics(),
                certificate.balls(),
                certificate.tube());
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -0.25,
                0,
                1e-7,
                11,
                Double.MIN_VALUE
            })
    void aRadiusOutOfRangeIsRefused(double radius) {
        assertRefused(weights, withFirstBall(ball -> new Ball(ball.tag(), radius, ball.centre())));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300, -3})
    void aCentreOutOfRangeIsRefused(double value) {
        assertRefused(weights, withFirstBall(ball -> {
            double[] centre = ball.centre().clone();
            centre[5] = value;
            return new Ball(ball.tag(), ball.radius(), centre);
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, -1, 3, 4, Integer.MAX_VALUE})
    void aTagThatNoSumLeadsToIsRefused(int tag) {
        assertRefused(weights, withFirstBall(ball -> new Ball(tag, ball.radius(), ball.centre())), "tag " + tag);
    }

    @Test
    void aBallOfTheWrongTagIsRefused() {
        assertRefused(weights, withFirstBall(ball -> new Ball(5, ball.radius(), ball.centre())));
    }

    /** Some of the many balls of a network without weight decay. */
    @ParameterizedTest
    @CsvSource({"decay-1, 1", "decay-4, 1", "plain-26, 7"})
    void noBallCanBeRemoved(String name, int step) {
        Weights network = TestNetworks.load(name);
        Certificate whole = TestNetworks.certificate(network);
        for (int i = 0; i < whole.balls().size(); i += step) {
            List<Ball> balls = new ArrayList<>(whole.balls());
            balls.remove(i);
            Certificate claim = new Certificate(
                    whole.tensors(),
                    16,
                    whole.steps(),
                    whole.halvings(),
                    whole.metrics(),
                    balls,
                    whole.tube(),
                    whole.tolerance(),
                    whole.covers());
            assertThatThrownBy(() -> CertificateChecker.check(network, claim))
                    .isInstanceOf(InvalidCertificateException.class);
            if (i % 10 == 0) {
                SECOND.assertAgrees(network, claim, false);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 5001, Integer.MAX_VALUE})
    void aCertificateThatStatesTooFewStepsOrTooManyIsRefused(int steps) {
        Certificate claim = Claims.of(
                certificate.tensors(), 16, steps, certificate.metrics(), certificate.balls(), certificate.tube());
        assertRefused(weights, Claims.bearing(claim, certificate.tolerance(), certificate.covers()), "steps");
    }

    @Test
    void theStepsThatAreStatedAreNeeded() {
        Certificate claim = Claims.of(
                certificate.tensors(),
                16,
                certificate.steps() - 1,
                certificate.metrics(),
                certificate.balls(),
                certificate.tube());
        claim = Claims.bearing(claim, certificate.tolerance(), certificate.covers());
        assertRefused(weights, claim, "more than the " + (certificate.steps() - 1) + " steps");
    }

    @Test
    void allBallsOfATagCannotBeRemoved() {
        for (int tag : new int[] {1, 2, 7}) {
            List<Ball> balls = new ArrayList<>(certificate.balls());
            balls.removeIf(ball -> ball.tag() == tag);
            assertRefused(weights, withBalls(balls), "no ball");
        }
    }

    @Test
    void ballsThatAreTooLargeAreRefused() {
        List<Ball> balls = new ArrayList<>();
        for (Ball ball : certificate.balls()) {
            balls.add(new Ball(ball.tag(), ball.radius() * 8, ball.centre()));
        }
        assertRefused(weights, withBalls(balls));
    }

    @Test
    void aTubeThatIsTooWideOrTooLongIsRefused() {
        assertThat(certificate.tube()).isPresent();
        assertRefused(weights, withTube(t -> new Tube(t.v(), t.l(), t.t(), 3 * t.kappa(), t.sMax())));
        assertRefused(weights, withTube(t -> new Tube(t.v(), t.l(), t.t(), t.kappa(), 3 * t.sMax())));
        for (double bad : new double[] {Double.NaN, -1, 0, Double.POSITIVE_INFINITY, 1e-300}) {
            assertRefused(weights, withTube(t -> new Tube(t.v(), t.l(), t.t(), bad, t.sMax())));
            assertRefused(weights, withTube(t -> new Tube(t.v(), t.l(), t.t(), t.kappa(), bad)));
        }
    }

    @Test
    void aTubeInTheWrongDirectionIsRefused() {
        assertRefused(weights, withTube(t -> {
            return new Tube(Matrices.scaled(t.v(), -1), Matrices.scaled(t.l(), -1), t.t(), t.kappa(), t.sMax());
        }));
        assertRefused(weights, withTube(t -> {
            double[] l = t.l().clone();
            l[0] += 1e-9;
            return new Tube(t.v(), l, t.t(), t.kappa(), t.sMax());
        }));
    }

    @Test
    void aTubeThatIsMissingIsMissed() {
        assertRefused(weights, with(certificate.metrics(), certificate.balls(), Optional.empty()));
    }

    @Test
    void aCertificateOfOtherWeightsIsRefused() {
        Weights perturbed = TestNetworks.withW(weights, 3, 4, Math.nextUp(weights.w()[3][4]));
        assertRefused(perturbed, certificate, "SHA-256");
        assertRefused(TestNetworks.pad(weights, 17), certificate, "hidden units");
    }

    @Test
    void metricsAreNeededOnceForEachTag() {
        List<Metric> metrics = new ArrayList<>(certificate.metrics());
        metrics.remove(2);
        assertRefused(weights, with(metrics, certificate.balls(), certificate.tube()), "its metrics are not");
        metrics.add(certificate.metrics().get(0));
        assertRefused(weights, with(metrics, certificate.balls(), certificate.tube()), "its metrics are not");
    }

    /** Attack 1: squares of the entries overflow, which breaks a careless bound of the spectral norm. */
    @ParameterizedTest
    @ValueSource(doubles = {1e93, 1e154, 1e200, 1e-93, 1e-154, 1e6, Double.NaN, Double.POSITIVE_INFINITY})
    void scaledMetricsProveNothing(double factor) {
        for (int seed : WRONG) {
            Weights wrong = TestNetworks.load("wrong-" + seed);
            Certificate claim = about(wrong, certificate);
            assertRefused(wrong, claim);
            assertRefused(wrong, withMetrics(claim, t -> Matrices.scaled(t, factor)), factor < 1 ? "" : "metric");
        }
    }

    /** The largest balls that the limits allow must not contain every set. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.1, 10, 1e3})
    void metricsScaledWithinTheLimitsProveNothingForWrongNetworks(double factor) {
        for (int seed : WRONG) {
            Weights wrong = TestNetworks.load("wrong-" + seed);
            Certificate claim = withMetrics(about(wrong, certificate), t -> Matrices.scaled(t, factor));
            assertRefused(wrong, claim);
        }
    }

    /** Attack 2: where tanh is flat, √(1−α) rounds to 1 and the extremes of tanh(z) − αz may be missed. */
    @Test
    void hugeWeightsProveNothing() {
        for (double huge : new double[] {1e4, Weights.LARGEST}) {
            Weights attacked = TestNetworks.withW(weights, 0, 1, huge);
            assertRefused(attacked, about(attacked, certificate), "more than 1000");
        }
        Weights large = TestNetworks.withW(weights, 0, 1, 900);
        assertRefused(large, about(large, certificate));
    }

    /** Attack 3: a certificate contains no inverse to forge, and a singular T is refused. */
    @Test
    void singularMetricsProveNothing() {
        assertRefused(
                weights,
                withMetrics(certificate, t -> {
                    double[][] singular = t.clone();
                    singular[3] = t[4];
                    return singular;
                }),
                "metric");
        assertRefused(
                weights,
                withMetrics(certificate, t -> {
                    double[][] nearly = t.clone();
                    nearly[3] = Matrices.scaled(t[4], 1 + 1e-12);
                    return nearly;
                }),
                "metric");
        assertRefused(weights, withMetrics(certificate, t -> new double[16][16]), "metric");
    }

    /** Checks mutants against the certificate of the original, which holds for few of them. */
    @Test
    void theCertificateDoesNotHoldForNetworksThatDifferMuch() {
        for (int i = 0; i < 16; i++) {
            Weights mutant = TestNetworks.withW(weights, i, (7 * i) % 16, weights.w()[i][(7 * i) % 16] + 2);
            assertRefused(mutant, about(mutant, certificate));
        }
    }
}
