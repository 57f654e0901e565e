package io.github.rnnadder.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.certificate.Certificate.Ball;
import io.github.rnnadder.certificate.Certificate.Metric;
import io.github.rnnadder.certificate.Certificate.Tube;
import io.github.rnnadder.fuzz.Seeds;
import io.github.rnnadder.network.Reference;
import io.github.rnnadder.network.Tanh;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.numeric.Matrices;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A certified network adds right, wherever in the certified set it begins. The profile {@code fuzz} tries it longer. */
class CertifiedNetworksFuzzTest {

    private static final int COLUMNS = 50;

    @ParameterizedTest
    @ValueSource(strings = {"decay-1", "decay-4", "strong-decay-2", "plain-13", "plain-26", "wide-1"})
    void itIsRightFromEveryPointOfTheCertifiedSet(String name) {
        Weights weights = TestNetworks.load(name);
        Certificate certificate = TestNetworks.certificate(weights);
        Map<Integer, double[][]> inverses = certificate.metrics().stream()
                .collect(Collectors.toMap(Metric::tag, metric -> Matrices.inverse(metric.t())));
        Reference network = new Reference(weights, Tanh::of);
        Seeds.tryAll(4_000, random -> {
            if (certificate.tube().isPresent() && random.nextInt(10) == 0) {
                network.restart(randomPoint(certificate.tube().get(), random), 0);
            } else {
                Ball ball = certificate
                        .balls()
                        .get(random.nextInt(certificate.balls().size()));
                network.restart(randomPoint(ball, inverses, random), ball.tag() / 4);
            }
            int wrong = 0;
            for (int t = 0; t < COLUMNS; t++) {
                wrong += network.step(random.nextInt(2), random.nextInt(2)) ? 0 : 1;
            }
            assertThat(wrong).isZero();
        });
    }

    private static double[] randomPoint(Ball ball, Map<Integer, double[][]> inverses, Random random) {
        double[] offset = Matrices.product(inverses.get(ball.tag()), randomDirection(ball.centre().length, random));
        double[] point = ball.centre();
        for (int i = 0; i < point.length; i++) {
            point[i] += ball.radius() * offset[i];
        }
        return point;
    }

    /** A point s·v + y, s anywhere between the smallest normal double and the tube's end. */
    private static double[] randomPoint(Tube tube, Random random) {
        double s = tube.sMax()
                * (random.nextBoolean() ? random.nextDouble() : StrictMath.pow(10, -300 * random.nextDouble()));
        double[] y = Matrices.product(Matrices.inverse(tube.t()), randomDirection(tube.v().length, random));
        double along = Matrices.dot(tube.l(), y);
        for (int i = 0; i < y.length; i++) {
            y[i] -= along * tube.v()[i];
        }
        double scale = tube.kappa() * random.nextDouble() / Matrices.norm(Matrices.product(tube.t(), y));
        double[] point = tube.v();
        for (int i = 0; i < y.length; i++) {
            point[i] = s * (point[i] + scale * y[i]);
        }
        return point;
    }

    /** Half of them on the unit sphere, where it is tight. */
    private static double[] randomDirection(int n, Random random) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextGaussian();
        }
        double scale = (random.nextBoolean() ? 1 : random.nextDouble()) / Matrices.norm(x);
        for (int i = 0; i < n; i++) {
            x[i] *= scale;
        }
        return x;
    }
}
