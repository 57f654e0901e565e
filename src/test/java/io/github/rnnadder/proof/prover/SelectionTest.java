package io.github.rnnadder.proof.prover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.rnnadder.gate.TestNetworks;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.Cell;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.Claims;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.proof.checker.CertificateChecker;
import io.github.rnnadder.proof.checker.DecayCone;
import io.github.rnnadder.proof.checker.InvertibleMetric;
import io.github.rnnadder.proof.prover.ContractionMetric.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

    private final List<Metric> metrics = new ArrayList<>();
    private final List<String> thousandsOfSteps = new ArrayList<>();
    private final StepBudget budget = new StepBudget(100_000, thousandsOfSteps::add);
    private Optional<Tube> tube;
    private SetPropagator propagator;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void someBallsOfACoverAreLeftThatAreAProofByThemselves(int halvings) {
        Weights weights = TestNetworks.load("decay-4");
        Obligations found = cover(weights, halvings);

        Obligations selected = Selection.of(found, propagator).orElseThrow();

        assertThat(found.balls())
                .containsAll(selected.balls())
                .hasSizeGreaterThan(selected.balls().size());
        assertThatCode(() -> CertificateChecker.check(weights, certificate(weights, selected)))
                .doesNotThrowAnyException();
    }

    @Test
    void tolerancesThatTheSmallestBallsDoNotBearCostLittle() {
        Obligations found = cover(TestNetworks.load("plain-13"), 0);
        thousandsOfSteps.clear();

        Obligations selected = Selection.of(found, propagator).orElseThrow();

        assertThat(selected.tolerance()).isEqualTo(1e-6);
        assertThat(thousandsOfSteps).hasSizeLessThanOrEqualTo((int) (1.05 * selected.steps() / 1000) + 1);
    }

    private Obligations cover(Weights weights, int halvings) {
        InvertibleMetric[] norms = new InvertibleMetric[FullAdder.TAGS];
        double[][][] roots = ContractionMetric.of(new Cell(weights), Effort.QUICK);
        for (int tag : FullAdder.OCCURRING) {
            norms[tag] = new InvertibleMetric(roots[tag]);
            metrics.add(new Metric(tag, roots[tag]));
        }
        budget.allot(1);
        propagator = new SetPropagator(weights, norms, budget);
        tube = new TubeSearch(weights).find(0.6);
        Obligations found =
                new Obligations(norms, tube.map(it -> new DecayCone(weights, it, Precision.DOUBLE)), halvings);
        assertThat(new CoverBuilder(found, propagator, halvings == 0 ? 1 : 0.57).build())
                .isTrue();
        return found;
    }

    private Certificate certificate(Weights weights, Obligations obligations) {
        List<Ball> balls = obligations.balls().stream().map(CandidateBall::ball).toList();
        Certificate claim = Claims.of(weights, metrics, balls, tube);
        return Claims.halving(Claims.stepping(claim, obligations.maxSteps()), obligations.halvings());
    }
}
