package io.github.rnnadder.proof.checker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.fuzz.Seeds;
import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.Reference;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.Claims;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.certificate.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * No manipulated certificate proves a wrong network right.
 */
class ForgeriesFuzzTest {

    /** Networks with a known counterexample. */
    private static final int[] WRONG = {1, 15, 19, 20, 21, 22, 25, 31, 32, 38};

    /** One forgery in this many also goes to the second checker, which is slower. */
    private static final int SECOND_EVERY = 8;

    @RegisterExtension
    static final SecondChecker SECOND = new SecondChecker();

    private static final String[] CERTIFIED = {"decay-1", "decay-4", "strong-decay-2", "plain-13", "plain-26"};

    @Test
    void aForgedCertificateOfAWrongNetworkIsRefused() {
        Seeds.tryAll(200, random -> {
            Weights wrong = TestNetworks.load("wrong-" + WRONG[random.nextInt(WRONG.length)]);
            assertRefused(wrong, forge(anyCertified(random), wrong, random), random);
        });
    }

    /** Returns a barely wrong network: the certificate holds nearly everywhere before it is forged. */
    @Test
    void aForgedCertificateOfANetworkThatWasDamagedIsRefused() {
        Seeds.tryAll(200, random -> {
            Weights certified = anyCertified(random);
            Weights damaged = damage(certified, random);
            while (addsRight(damaged)) {
                damaged = damage(certified, random);
            }
            assertRefused(damaged, forge(certified, damaged, random), random);
        });
    }

    /**
     * Changes one entry of W or V by slightly more than the network tolerates. (Entries of W that meet a saturated unit
     * tolerate any change.)
     */
    private static Weights damage(Weights weights, Random random) {
        int i = random.nextInt(weights.hiddenSize());
        int j = random.nextInt(weights.hiddenSize());
        DoubleFunction<Weights> changed = random.nextBoolean()
                ? change -> TestNetworks.withV(weights, j, weights.v()[j] + change)
                : change -> TestNetworks.withW(weights, i, j, weights.w()[i][j] + change);
        double harmless = 0;
        double harmful = random.nextBoolean() ? 100 : -100;
        for (int n = 0; n < 16; n++) {
            double between = (harmless + harmful) / 2;
            if (addsRight(changed.apply(between))) {
                harmless = between;
            } else {
                harmful = between;
            }
        }
        return changed.apply(harmful);
    }

    private static Weights anyCertified(Random random) {
        return TestNetworks.load(CERTIFIED[random.nextInt(CERTIFIED.length)]);
    }

    private static boolean addsRight(Weights weights) {
        Random random = new Random(13);
        Reference network = new Reference(weights, StrictMath::tanh);
        for (int t = 0; t < 300; t++) {
            if (!network.step(random.nextInt(2), random.nextInt(2))) {
                return false;
            }
        }
        return true;
    }

    private static void assertRefused(Weights wrong, Certificate forged, Random random) {
        assertThatThrownBy(() -> CertificateChecker.check(wrong, forged))
                .isInstanceOf(InvalidCertificateException.class);
        if (random.nextInt(SECOND_EVERY) == 0) {
            SECOND.assertAgrees(wrong, forged, false);
        }
    }

    /** Uses a slightly altered certificate of one network for another. */
    private static Certificate forge(Weights certified, Weights wrong, Random random) {
        Certificate genuine = TestNetworks.certificate(certified);
        List<Metric> metrics = new ArrayList<>(genuine.metrics());
        List<Ball> balls = new ArrayList<>(genuine.balls());
        Optional<Tube> tube = random.nextBoolean() ? genuine.tube() : Optional.empty();
        if (random.nextBoolean()) {
            balls.addAll(whereItGoes(wrong, balls.get(0).radius(), random));
        }
        for (int n = random.nextInt(4); n > 0; n--) {
            double factor = StrictMath.exp(random.nextGaussian() * (random.nextBoolean() ? 0.1 : 3));
            int tag = anyTag(random);
            int other = anyTag(random);
            switch (random.nextInt(8)) {
                case 0 -> metrics.replaceAll(it -> new Metric(it.tag(), Matrices.scaled(it.t(), factor)));
                case 1 ->
                    metrics.replaceAll(it -> it.tag() == tag ? new Metric(tag, Matrices.scaled(it.t(), factor)) : it);
                case 2 -> metrics.replaceAll(it -> new Metric(exchanged(it.tag(), tag, other), it.t()));
                case 3 -> balls.replaceAll(it -> new Ball(it.tag(), it.radius() * factor, it.centre()));
                case 4 ->
                    balls.replaceAll(it -> new Ball(it.tag(), it.radius(), moved(it.centre(), factor / 10, random)));
                case 5 -> balls.replaceAll(it -> new Ball(exchanged(it.tag(), tag, other), it.radius(), it.centre()));
                case 6 -> tube = tube.map(it -> new Tube(it.v(), it.l(), it.t(), it.kappa() * factor, it.sMax()));
                default -> tube = tube.map(it -> new Tube(it.v(), it.l(), it.t(), it.kappa(), it.sMax() * factor));
            }
        }
        return Claims.halving(Claims.of(wrong, metrics, balls, tube), random.nextInt(Limits.MAX_HALVINGS + 1));
    }

    private static int anyTag(Random random) {
        int x = random.nextInt(FullAdder.INPUT_VALUES);
        return FullAdder.tag(FullAdder.carry(x, random.nextInt(2)), x);
    }

    private static int exchanged(int tag, int one, int other) {
        return tag == one ? other : tag == other ? one : tag;
    }

    private static double[] moved(double[] centre, double far, Random random) {
        double[] moved = new double[centre.length];
        Arrays.setAll(moved, i -> centre[i] + far * random.nextGaussian());
        return moved;
    }

    /** Makes balls around reachable states, with the right tags. */
    private static List<Ball> whereItGoes(Weights weights, double radius, Random random) {
        List<Ball> balls = new ArrayList<>();
        Reference network = new Reference(weights, StrictMath::tanh);
        for (int t = 0; t < 200; t++) {
            if (t % 8 == 0) {
                network.restart(new double[weights.hiddenSize()], 0);
            }
            int x = random.nextInt(FullAdder.INPUT_VALUES);
            network.step(FullAdder.first(x), FullAdder.second(x));
            balls.add(new Ball(FullAdder.tag(network.carry(), x), radius, network.state()));
        }
        return balls;
    }
}
