package io.github.rnnadder.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Claims;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.proof.checker.CertificateChecker;
import io.github.rnnadder.proof.checker.DecayCone;
import io.github.rnnadder.proof.checker.InvertibleMetric;
import io.github.rnnadder.proof.checker.SecondChecker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the cover of a network with the checker, before and after pruning. */
class CoverBuilderTest {

    @RegisterExtension
    static final SecondChecker SECOND = new SecondChecker();

    private final Weights weights = TestNetworks.load("decay-1");
    private final Certificate known = TestNetworks.certificate(weights);
    private final InvertibleMetric[] norms = new InvertibleMetric[FullAdder.TAGS];
    private final StepBudget budget = new StepBudget(750_000, progress -> {});
    private final SetPropagator propagator;

    CoverBuilderTest() {
        for (Metric metric : known.metrics()) {
            norms[metric.tag()] = new InvertibleMetric(metric.t());
        }
        propagator = new SetPropagator(weights, norms, budget);
    }

    private Obligations obligations(int halvings) {
        return new Obligations(
                norms, known.tube().map(tube -> new DecayCone(weights, tube, Precision.DOUBLE)), halvings);
    }

    private Certificate certificate(Obligations obligations) {
        List<Ball> balls = obligations.balls().stream().map(CandidateBall::ball).toList();
        Certificate claim = Claims.of(weights, known.metrics(), balls, known.tube());
        return Claims.halving(Claims.stepping(claim, obligations.maxSteps()), obligations.halvings());
    }

    @Test
    void withoutWorkThereIsNone() {
        Obligations obligations = obligations(0);
        assertThat(new CoverBuilder(obligations, propagator, 1).build()).isFalse();
        budget.allot(0.0001);
        assertThat(new CoverBuilder(obligations, propagator, 1).build()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aCoverHoldsAndItsPruningLeavesHardlyABallOrHalvingThatIsNotNeeded(int halvings) throws Exception {
        Obligations obligations = obligations(halvings);
        budget.allot(1);
        assertThat(new CoverBuilder(obligations, propagator, halvings == 0 ? 1 : 0.57).build())
                .isTrue();
        CertificateChecker.check(weights, certificate(obligations));
        assertThat(obligations.all()).allSatisfy(obligation -> assertReliance(obligation, obligations));
        Set<CandidateBall> before = new HashSet<>(obligations.balls());
        int maxSteps = obligations.maxSteps();

        new Pruning(obligations, propagator).prune();
        assertThat(before).containsAll(obligations.balls());
        assertThat(obligations.balls()).hasSizeLessThan(before.size());
        assertThat(obligations.maxSteps()).isLessThanOrEqualTo(maxSteps);
        assertThat(obligations.all()).allSatisfy(obligation -> assertReliance(obligation, obligations));
        Certificate whole = certificate(obligations);
        // A ball that was needed when it was tried may be superfluous once others are gone.
        assertThat(needed(whole)).isGreaterThan(whole.balls().size() * 9 / 10);
        assertThat(obligations.all().stream()
                        .mapToLong(CoverBuilderTest::wordsInPieces)
                        .sum())
                .matches(pieces -> pieces > 0 == halvings > 0);
        for (int allowed = 0; allowed <= 3; allowed++) {
            Certificate claim = Claims.halving(whole, allowed);
            assertThat(isProof(claim)).as("%s halvings", allowed).isEqualTo(allowed >= halvings);
            SECOND.assertAgrees(weights, claim, allowed >= halvings);
        }
    }

    private int needed(Certificate proof) {
        int needed = 0;
        for (int i = 0; i < proof.balls().size(); i++) {
            List<Ball> balls = new ArrayList<>(proof.balls());
            balls.remove(i);
            Certificate less = Claims.with(proof, proof.metrics(), balls, proof.tube());
            needed += isProof(less) ? 0 : 1;
            if (i % 10 == 0) {
                SECOND.assertAgrees(weights, less, isProof(less));
            }
        }
        return needed;
    }

    private static long wordsInPieces(ProofObligation obligation) {
        List<Containment> leaves = obligation.reachTree().leaves();
        return leaves.size() - leaves.stream().map(Containment::word).distinct().count();
    }

    private boolean isProof(Certificate certificate) {
        try {
            CertificateChecker.check(weights, certificate);
            return true;
        } catch (InvalidCertificateException e) {
            return false;
        }
    }

    /** Every word of an obligation ends in the cone, or in an existing ball that knows its dependent. */
    private static void assertReliance(ProofObligation obligation, Obligations obligations) {
        assertThat(obligation.reachTree().leaves()).isNotEmpty().allSatisfy(leaf -> {
            assertThat(leaf.isValid()).isTrue();
            assertThat(leaf.ball().isPresent() || leaf.tag() == 0).isTrue();
            leaf.ball().ifPresent(ball -> {
                assertThat(obligations.contains(ball)).isTrue();
                assertThat(ball == obligation || ball.dependents().contains(obligation))
                        .isTrue();
            });
        });
    }
}
