package io.github.rnnadder.proof.checker;

import static io.github.rnnadder.base.numeric.TestMatrices.diagonal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Claims;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An ellipse with the semi-axes 1 and 0.1 in the Euclidean plane, covered by discs of one tag. Its halves around (±½, 0)
 * have the semi-axes 0.667 and 0.1512, its quarters 0.4449 and 0.2286, its eighths 0.2967 and 0.3457.
 */
class HalvesTest {

    private static final int TAG = 7;

    private static final EllipsoidZonotope ELLIPSE =
            new EllipsoidZonotope(new double[2], diagonal(1, 0.1), new double[2][0]);

    /** Returns discs around the centres of all pieces. */
    private static List<Ball> discs(int halvings, double radius) {
        List<Ball> discs = List.of(new Ball(TAG, radius, new double[2]));
        double step = 0.5;
        for (int n = 0; n < halvings; n++) {
            List<Ball> next = new ArrayList<>();
            for (Ball disc : discs) {
                next.add(new Ball(TAG, radius, new double[] {disc.centre()[0] - step, 0}));
                next.add(new Ball(TAG, radius, new double[] {disc.centre()[0] + step, 0}));
            }
            discs = next;
            step *= 0.667;
        }
        return discs;
    }

    private static CertificateChecker over(List<Ball> discs, long workLimit) {
        List<Metric> metrics = FullAdder.OCCURRING.stream()
                .map(tag -> new Metric(tag, diagonal(1, 1)))
                .toList();
        Weights weights = new Weights(new double[2][2], new double[2][2], new double[2]);
        Certificate claim = Claims.of(TensorBytes.sha256(weights), 2, 1, metrics, discs, Optional.empty());
        return new CertificateChecker(weights, claim, workLimit);
    }

    private static boolean isContained(EllipsoidZonotope set, List<Ball> discs, int halvings) {
        return over(discs, 100).isContained(set, TAG, halvings);
    }

    @ParameterizedTest
    @CsvSource({"0, 1.03", "1, 0.69", "2, 0.46", "3, 0.36"})
    void aSetThatLiesInNoBallIsHeldWherePiecesOfItLieInDifferentOnes(int halvings, double radius) {
        List<Ball> discs = discs(halvings, radius);
        for (int allowed = 0; allowed <= 3; allowed++) {
            assertThat(isContained(ELLIPSE, discs, allowed))
                    .as("with %s halvings", allowed)
                    .isEqualTo(allowed >= halvings);
        }
        assertThat(over(discs, 100).isContained(ELLIPSE, 5, 3))
                .as("of another tag")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.69", "2, 0.46", "3, 0.36"})
    void aPieceThatLiesNowhereIsMissed(int halvings, double radius) {
        for (int missing = 0; missing < 1 << halvings; missing++) {
            List<Ball> discs = discs(halvings, radius);
            discs.remove(missing);
            assertThat(isContained(ELLIPSE, discs, 3))
                    .as("without disc %s", missing)
                    .isFalse();
        }
    }

    /** A disc so small need not be split, but it must lie in a ball as a whole. */
    @ParameterizedTest
    @CsvSource({"1, 0.66", "2, 0.444", "3, 0.345"})
    void aPieceLiesInABallWithAllOfIt(int halvings, double radius) {
        assertThat(isContained(ELLIPSE, discs(halvings, radius), halvings)).isFalse();
    }

    /** The set itself is one piece, and each cut makes two. */
    @ParameterizedTest
    @CsvSource({"0, 1.03, 1", "1, 0.69, 3", "2, 0.46, 7", "3, 0.36, 15"})
    void everyPieceIsWork(int halvings, double radius, int pieces) {
        List<Ball> discs = discs(halvings, radius);
        assertThat(over(discs, pieces).isContained(ELLIPSE, TAG, 3)).isTrue();
        assertThatThrownBy(() -> over(discs, pieces - 1).isContained(ELLIPSE, TAG, 3))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessage("checking it takes too many steps");
    }

    @ParameterizedTest
    @CsvSource({"999, 1", "1000, 2", "5000, 6"})
    void lookingForABallAmongManyIsWork(int balls, int work) {
        List<Ball> discs = Collections.nCopies(balls, discs(0, 1.03).get(0));
        assertThat(over(discs, work).isContained(ELLIPSE, TAG, 0)).isTrue();
        assertThatThrownBy(() -> over(discs, work - 1).isContained(ELLIPSE, TAG, 0))
                .isInstanceOf(InvalidCertificateException.class)
                .hasMessage("checking it takes too many steps");
    }

    @Test
    void whatHasNoEllipsoidToCutLiesInABallOrNowhere() {
        EllipsoidZonotope segment = new EllipsoidZonotope(new double[2], new double[2][2], new double[][] {{0.5}, {0}});
        assertThat(isContained(segment, discs(0, 0.6), 3)).isTrue();
        assertThat(isContained(segment, discs(1, 0.6), 3)).isFalse();
        EllipsoidZonotope point = new EllipsoidZonotope(new double[] {3, 0}, new double[2][2], new double[2][0]);
        assertThat(isContained(point, discs(1, 0.6), 3)).isFalse();
    }

    @Test
    void whatIsNoNumberIsNotHeldInHalvesEither() {
        EllipsoidZonotope nowhere =
                new EllipsoidZonotope(new double[] {Double.NaN, 0}, diagonal(1, 0.1), new double[2][0]);
        assertThat(isContained(nowhere, discs(1, 5), 3)).isFalse();
        EllipsoidZonotope endless =
                new EllipsoidZonotope(new double[2], diagonal(Double.POSITIVE_INFINITY, Double.NaN), new double[2][0]);
        assertThat(isContained(endless, discs(1, 5), 3)).isFalse();
    }
}
