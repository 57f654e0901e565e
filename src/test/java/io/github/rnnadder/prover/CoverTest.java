package io.github.rnnadder.prover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.certificate.Certificate.Ball;
import io.github.rnnadder.certificate.Certificate.Metric;
import io.github.rnnadder.certificate.Claims;
import io.github.rnnadder.certificate.FullAdder;
import io.github.rnnadder.certificate.InvalidCertificateException;
import io.github.rnnadder.certificate.Precision;
import io.github.rnnadder.checker.CertificateChecker;
import io.github.rnnadder.checker.Norm;
import io.github.rnnadder.checker.ZeroTube;
import io.github.rnnadder.network.TensorBytes;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.verdict.TestNetworks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The cover of a network, judged by the checker, before and after its pruning. */
class CoverTest {

    private final Weights weights = TestNetworks.load("decay-1");
    private final Certificate known = TestNetworks.certificate(weights);
    private final Norm[] norms = new Norm[FullAdder.TAGS];
    private final Work work = new Work(750_000, progress -> {});
    private final Parts parts;
    private final Follower follower;

    CoverTest() {
        for (Metric metric : known.metrics()) {
            norms[metric.tag()] = new Norm(metric.t());
        }
        parts = new Parts(norms, known.tube().map(tube -> new ZeroTube(weights, tube, Precision.DOUBLE)), 0);
        follower = new Follower(weights, norms, work);
    }

    private Certificate certificate() {
        List<Ball> balls = parts.balls().stream().map(Draft::ball).toList();
        return Claims.of(TensorBytes.sha256(weights), 16, parts.mostSteps(), known.metrics(), balls, known.tube());
    }

    @Test
    void withoutWorkThereIsNone() {
        assertThat(new Cover(parts, follower, 1).build()).isFalse();
        work.allot(0.0001);
        assertThat(new Cover(parts, follower, 1).build()).isFalse();
    }

    @Test
    void aCoverHoldsBeforeAndAfterItsPruningWhichLeavesHardlyABallThatIsNotNeeded() throws Exception {
        work.allot(1);
        assertThat(new Cover(parts, follower, 1).build()).isTrue();
        CertificateChecker.check(weights, certificate());
        assertThat(parts.all()).allSatisfy(part -> assertReliance(part));
        Set<Draft> before = new HashSet<>(parts.balls());
        int mostSteps = parts.mostSteps();

        new Pruning(parts, follower).prune();
        CertificateChecker.check(weights, certificate());
        assertThat(before).containsAll(parts.balls());
        assertThat(parts.balls()).hasSizeLessThan(before.size());
        assertThat(parts.mostSteps()).isLessThanOrEqualTo(mostSteps);
        assertThat(parts.all()).allSatisfy(part -> assertReliance(part));
        Certificate whole = certificate();
        int needed = 0;
        for (int i = 0; i < whole.balls().size(); i++) {
            List<Ball> balls = new ArrayList<>(whole.balls());
            balls.remove(i);
            Certificate less = Claims.of(whole.tensors(), 16, whole.steps(), whole.metrics(), balls, whole.tube());
            needed += isProof(less) ? 0 : 1;
        }
        // One that had to stay when it was tried may be free to go once others have gone.
        assertThat(needed).isGreaterThan(whole.balls().size() * 9 / 10);
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
    private void assertReliance(Part part) {
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
