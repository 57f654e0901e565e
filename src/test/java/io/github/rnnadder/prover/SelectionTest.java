package io.github.rnnadder.prover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.certificate.Certificate.Metric;
import io.github.rnnadder.certificate.Certificate.Tube;
import io.github.rnnadder.certificate.FullAdder;
import io.github.rnnadder.certificate.Precision;
import io.github.rnnadder.checker.CertificateChecker;
import io.github.rnnadder.checker.Norm;
import io.github.rnnadder.checker.ZeroTube;
import io.github.rnnadder.network.Cell;
import io.github.rnnadder.network.TensorBytes;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.prover.ContractionMetric.Effort;
import io.github.rnnadder.verdict.TestNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private final Weights weights = TestNetworks.load("decay-4");
    private final Optional<Tube> tube = new TubeSearch(weights).find(0.6);
    private final List<Metric> metrics = new ArrayList<>();

    @Test
    void someBallsOfACoverAreLeftThatAreAProofByThemselves() {
        Norm[] norms = new Norm[FullAdder.TAGS];
        double[][][] roots = ContractionMetric.of(new Cell(weights), Effort.QUICK);
        for (int tag = 0; tag < FullAdder.TAGS; tag++) {
            if (FullAdder.occurs(tag)) {
                norms[tag] = new Norm(roots[tag]);
                metrics.add(new Metric(tag, roots[tag]));
            }
        }
        Work work = new Work(1_000_000, sentence -> {});
        work.allot(1);
        Follower follower = new Follower(weights, norms, work);
        Parts found = new Parts(norms, tube.map(it -> new ZeroTube(weights, it, Precision.DOUBLE)));
        assertThat(new Cover(found, follower).build()).isTrue();

        Parts selected = Selection.of(found, follower).orElseThrow();

        assertThat(found.balls())
                .containsAll(selected.balls())
                .hasSizeGreaterThan(selected.balls().size());
        assertThatCode(() -> CertificateChecker.check(weights, certificate(selected)))
                .doesNotThrowAnyException();
    }

    private Certificate certificate(Parts parts) {
        return new Certificate(
                TensorBytes.sha256(weights),
                weights.hiddenSize(),
                parts.mostSteps(),
                metrics,
                parts.balls().stream().map(Draft::ball).toList(),
                tube);
    }
}
