package io.github.rnnadder.proof.prover;

import static io.github.rnnadder.base.numeric.TestMatrices.minus;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.network.Reference;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.CertificateWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProverTest {

    /** The most steps until a state must be in a ball again. */
    private static final int DEPTH = 40;

    private static Optional<Certificate> prove(Weights weights) {
        return Prover.prove(weights, progress -> {}, debug -> {});
    }

    @Test
    void theSameNetworkHasTheSameCertificate() {
        Weights weights = TestNetworks.load("decay-1");
        assertThat(CertificateWriter.write(prove(weights).orElseThrow()))
                .isEqualTo(CertificateWriter.write(prove(weights).orElseThrow()));
    }

    @Test
    void aNetworkThatIsWrongAtOnceHasNoneAndTakesHardlyAnyWork() {
        Weights weights = TestNetworks.load("decay-1");
        Weights silent = weights;
        for (int j = 0; j < 16; j++) {
            silent = TestNetworks.withV(silent, j, 0);
        }
        List<String> heard = new ArrayList<>();
        assertThat(Prover.prove(silent, heard::add, debug -> {})).isEmpty();
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"decay-1", "decay-4", "strong-decay-2", "plain-13", "plain-26", "wide-1"})
    void whereSetsNeedNotBeCutInHalfTheyAreNot(String name) {
        assertThat(TestNetworks.certificate(TestNetworks.load(name)).halvings()).isZero();
    }

    /**
     * Follows single states instead of sets: random words from random points of the balls lead back into a ball or the
     * cone within a few steps, with right bits on the way. It uses none of the checker's code.
     */
    @ParameterizedTest
    @ValueSource(strings = {"decay-1", "decay-4", "strong-decay-2", "plain-13", "wide-1"})
    void everyWordLeadsFromABallIntoABallOrTheTube(String name) {
        Weights weights = TestNetworks.load(name);
        Certificate proof = TestNetworks.certificate(weights);
        Map<Integer, List<Ball>> balls = proof.balls().stream().collect(Collectors.groupingBy(Ball::tag));
        Map<Integer, double[][]> metrics = new HashMap<>();
        for (Metric metric : proof.metrics()) {
            metrics.put(metric.tag(), metric.t());
        }
        Random random = new Random(3);
        Reference network = new Reference(weights, StrictMath::tanh);
        int lost = 0;
        for (Ball start : proof.balls()) {
            for (int n = 0; n < 20; n++) {
                network.restart(start.centre(), start.tag() / 4);
                boolean right = true;
                boolean held = false;
                for (int t = 0; t < DEPTH && right && !held; t++) {
                    int x = random.nextInt(4);
                    right = network.step(x & 1, x >> 1);
                    int tag = 4 * network.carry() + x;
                    held = balls.getOrDefault(tag, List.of()).stream()
                                    .anyMatch(ball -> isIn(ball, metrics.get(tag), network.state()))
                            || tag == 0
                                    && proof.tube().isPresent()
                                    && isIn(proof.tube().get(), network.state());
                }
                lost += held && right ? 0 : 1;
            }
        }
        assertThat(lost).isZero();
    }

    private static boolean isIn(Ball ball, double[][] t, double[] state) {
        return Matrices.norm(Matrices.mult(t, minus(state, ball.centre()))) <= ball.radius();
    }

    private static boolean isIn(Tube tube, double[] state) {
        double s = Matrices.dot(tube.l(), state);
        double[] y = minus(state, Matrices.scaled(tube.v(), s));
        return s > 0 && s <= tube.sMax() && Matrices.norm(Matrices.mult(tube.t(), y)) <= tube.kappa() * s;
    }
}
