package io.github.rnnadder.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Claims;
import io.github.rnnadder.proof.certificate.FullAdder;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.proof.checker.CertificateChecker;
import io.github.rnnadder.proof.checker.Norm;
import io.github.rnnadder.proof.checker.SecondChecker;
import io.github.rnnadder.proof.checker.ZeroTube;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cover of a network, judged by the checker, before and after its pruning. */
class CoverTest {

    @RegisterExtension
    static final SecondChecker SECOND = new SecondChecker();

    private final Weights weights = TestNetworks.load("decay-1");
    private final Certificate known = TestNetworks.certificate(weights);
    private final Norm[] norms = new Norm[FullAdder.TAGS];
    private final Work work = new Work(750_000, progress -> {});
    private final Follower follower;

    CoverTest() {
        for (Metric metric : known.metrics()) {
            norms[metric.tag()] = new Norm(metric.t());
        }
        follower = new Follower(weights, norms, work);
    }

    private Parts parts(int halvings) {
        return new Parts(norms, known.tube().map(tube -> new ZeroTube(weights, tube, Precision.DOUBLE)), halvings);
    }

    private Certificate certificate(Parts parts) {
        return withBalls(
                parts,
                parts.mostSteps(),
                parts.balls().stream().map(Draft::ball).toList());
    }

    private Certificate withBalls(Parts parts, int steps, List<Ball> balls) {
        Certificate claim = Claims.of(TensorBytes.sha256(weights), 16, steps, known.metrics(), balls, known.tube());
        return Claims.halving(claim, parts.halvings());
    }

    @Test
    void withoutWorkThereIsNone() {
        Parts parts = parts(0);
        assertThat(new Cover(parts, follower, 1).build()).isFalse();
        work.allot(0.0001);
        assertThat(new Cover(parts, follower, 1).build()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aCoverHoldsBeforeAndAfterItsPruningWhichLeavesHardlyABallThatIsNotNeeded(int halvings) throws Exception {
        Parts parts = parts(halvings);
        work.allot(1);
        assertThat(new Cover(parts, follower, halvings == 0 ? 1 : 0.57).build()).isTrue();
        CertificateChecker.check(weights, certificate(parts));
        assertThat(parts.all()).allSatisfy(part -> assertReliance(part, parts));
        Set<Draft> before = new HashSet<>(parts.balls());
        int mostSteps = parts.mostSteps();

        new Pruning(parts, follower).prune();
        CertificateChecker.check(weights, certificate(parts));
        SECOND.assertAgrees(weights, certificate(parts), true);
        assertThat(before).containsAll(parts.balls());
        assertThat(parts.balls()).hasSizeLessThan(before.size());
        assertThat(parts.mostSteps()).isLessThanOrEqualTo(mostSteps);
        assertThat(parts.all()).allSatisfy(part -> assertReliance(part, parts));
        Certificate whole = certificate(parts);
        int needed = 0;
        for (int i = 0; i < whole.balls().size(); i++) {
            List<Ball> balls = new ArrayList<>(whole.balls());
            balls.remove(i);
            Certificate less = withBalls(parts, whole.steps(), balls);
            needed += isProof(less) ? 0 : 1;
            if (i % 10 == 0) {
                SECOND.assertAgrees(weights, less, isProof(less));
            }
        }
        // One that had to stay when it was tried may be free to go once others have gone.
        assertThat(needed).isGreaterThan(whole.balls().size() * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aCoverInHalvesNeedsThem(int halvings) {
        Parts parts = parts(halvings);
        work.allot(1);
        assertThat(new Cover(parts, follower, halvings == 0 ? 1 : 0.57).build()).isTrue();
        new Pruning(parts, follower).prune();
        assertThat(parts.all().stream().mapToLong(CoverTest::wordsInPieces).sum())
                .isPositive();
        for (int allowed = 0; allowed <= 3; allowed++) {
            Certificate claim = Claims.halving(certificate(parts), allowed);
            assertThat(isProof(claim)).as("%s halvings", allowed).isEqualTo(allowed >= halvings);
            SECOND.assertAgrees(weights, claim, allowed >= halvings);
        }
    }

    private static long wordsInPieces(Part part) {
        List<Leaf> leaves = part.expansion().leaves();
        return leaves.size() - leaves.stream().map(Leaf::word).distinct().count();
    }

    private boolean isProof(Certificate certificate) {
        try {
            CertificateChecker.check(weights, certificate);
            return true;
        } catch (InvalidCertificateException e) {
            return false;
        }
    }

    /** Each word of a part ends in the tube, or in a ball that is there, and that knows of it. */
    private static void assertReliance(Part part, Parts parts) {
        assertThat(part.expansion().leaves()).isNotEmpty().allSatisfy(leaf -> {
            assertThat(leaf.isHeld()).isTrue();
            assertThat(leaf.holder().isPresent() || leaf.tag() == 0).isTrue();
            leaf.holder().ifPresent(ball -> {
                assertThat(parts.contains(ball)).isTrue();
                assertThat(ball == part || ball.reliedOnBy().contains(part)).isTrue();
            });
        });
    }
}
