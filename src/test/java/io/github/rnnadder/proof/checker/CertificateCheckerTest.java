package io.github.rnnadder.proof.checker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.Claims;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Attacks: false certificates, for correct networks and for wrong ones. {@link CheckerConditionsTest} tests each
 * condition alone.
 */
class CertificateCheckerTest {

    /** Networks with a known counterexample. */
    private static final int[] WRONG = {1, 15, 19, 20, 21, 22, 25};

    @RegisterExtension
    static final SecondChecker SECOND = new SecondChecker();

    private final Weights weights = TestNetworks.load("decay-4");
    private final Certificate certificate = TestNetworks.certificate(weights);

    private static void assertRefused(Weights weights, Certificate certificate, String reason) {
        assertThatThrownBy(() -> CertificateChecker.check(weights, certificate))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessageContaining(reason);
        SECOND.assertAgrees(weights, certificate, false);
    }

    private void assertTubeRefused(UnaryOperator<Tube> change, String reason) {
        Certificate claim = Claims.with(
                certificate,
                certificate.metrics(),
                certificate.balls(),
                certificate.tube().map(change));
        assertRefused(weights, claim, reason);
    }

    private static Certificate withMetrics(Certificate certificate, UnaryOperator<double[][]> change) {
        List<Metric> metrics = certificate.metrics().stream()
                .map(it -> new Metric(it.tag(), change.apply(it.t())))
                .toList();
        return Claims.with(certificate, metrics, certificate.balls(), certificate.tube());
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
            Certificate claim = Claims.with(whole, whole.metrics(), balls, whole.tube());
            assertThatThrownBy(() -> CertificateChecker.check(network, claim))
                    .isInstanceOf(InvalidCertificateException.class);
            if (i % 10 == 0) {
                SECOND.assertAgrees(network, claim, false);
            }
        }
    }

    @Test
    void theStepsThatAreStatedAreNeeded() {
        for (int steps : new int[] {Integer.MIN_VALUE, 0, certificate.steps() - 1}) {
            assertRefused(weights, Claims.stepping(certificate, steps), "more than the " + steps + " steps");
        }
    }

    @Test
    void ballsThatAreTooLargeAreRefused() {
        List<Ball> balls = certificate.balls().stream()
                .map(it -> new Ball(it.tag(), it.radius() * 8, it.centre()))
                .toList();
        assertRefused(weights, Claims.with(certificate, certificate.metrics(), balls, certificate.tube()), "");
    }

    @Test
    void aTubeOfAnotherDirectionOrSizeIsRefused() {
        assertTubeRefused(
                t -> new Tube(Matrices.scaled(t.v(), -1), Matrices.scaled(t.l(), -1), t.t(), t.kappa(), t.sMax()),
                "a bit may be wrong");
        assertTubeRefused(
                t -> new Tube(t.v(), Matrices.scaled(t.l(), 1 + 1e-9), t.t(), t.kappa(), t.sMax()), "is not 1");
        for (double bad : new double[] {Double.NaN, -1, 0, Double.POSITIVE_INFINITY, 1e-300}) {
            assertTubeRefused(t -> new Tube(t.v(), t.l(), t.t(), bad, t.sMax()), "");
            assertTubeRefused(t -> new Tube(t.v(), t.l(), t.t(), t.kappa(), bad), "");
        }
    }

    /**
     * Attack 1: squares of the entries overflow, which breaks a careless bound of the spectral norm; within the limits,
     * the largest balls must not contain every set.
     */
    @ParameterizedTest
    @CsvSource({
        "1, ''",
        "1e-3, ''",
        "0.1, ''",
        "10, ''",
        "1e3, ''",
        "1e6, metric",
        "1e93, metric",
        "1e154, metric",
        "1e200, metric",
        "1e-93, ''",
        "1e-154, ''",
        "NaN, metric",
        "Infinity, metric"
    })
    void scaledMetricsProveNothing(double factor, String reason) {
        for (int seed : WRONG) {
            Weights wrong = TestNetworks.load("wrong-" + seed);
            Certificate claim = Claims.about(wrong, certificate);
            assertRefused(wrong, withMetrics(claim, t -> Matrices.scaled(t, factor)), reason);
        }
    }

    /** Attack 2: where tanh is flat, √(1−α) rounds to 1 and the extremes of tanh(z) − αz may be missed. */
    @ParameterizedTest
    @CsvSource({"900, ''", "1e4, more than 1000", "1e7, more than 1000"})
    void hugeWeightsProveNothing(double huge, String reason) {
        Weights attacked = TestNetworks.withW(weights, 0, 1, huge);
        assertRefused(attacked, Claims.about(attacked, certificate), reason);
    }

    /** Attack 3: a certificate contains no inverse to forge, and a singular T is refused. */
    @ParameterizedTest
    @CsvSource({"1", "1.000000000001"})
    void singularMetricsProveNothing(double factor) {
        Certificate singular = withMetrics(certificate, t -> {
            double[][] rows = t.clone();
            rows[3] = Matrices.scaled(t[4], factor);
            return rows;
        });
        assertRefused(weights, singular, "metric");
    }

    /** Checks mutants against the certificate of the original, which holds for few of them. */
    @Test
    void theCertificateDoesNotHoldForNetworksThatDifferMuch() {
        for (int i = 0; i < 16; i++) {
            Weights mutant = TestNetworks.withW(weights, i, (7 * i) % 16, weights.w()[i][(7 * i) % 16] + 2);
            assertRefused(mutant, Claims.about(mutant, certificate), "");
        }
    }
}
