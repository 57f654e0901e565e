package io.github.rnnadder.certificate.prover;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.certificate.Certificate.Metric;
import io.github.rnnadder.certificate.Certificate.Tube;
import io.github.rnnadder.certificate.Column;
import io.github.rnnadder.certificate.TensorDigest;
import io.github.rnnadder.certificate.checker.Norm;
import io.github.rnnadder.certificate.checker.Tensors;
import io.github.rnnadder.certificate.checker.ZeroTube;
import io.github.rnnadder.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for a certificate. Nothing here has to be trusted: a mistake can only cost the proof. */
public final class Prover {

    /** How wide the tube is tried, as a fraction of the widest; 0 stands for none. */
    private static final double[] TUBE_WIDTHS = {1, 0.3, 0};

    private Prover() {}

    /** Returns a certificate that the checker should accept, if one is found within the budget. */
    public static Optional<Certificate> prove(Weights weights) {
        Tensors tensors = Tensors.of(weights);
        Work work = new Work(Long.getLong("budget", 600_000));
        double[][][] roots = MetricEstimate.of(tensors);
        Norm[] norms = new Norm[Column.TAGS];
        List<Metric> metrics = new ArrayList<>();
        try {
            for (int tag = 0; tag < Column.TAGS; tag++) {
                if (Column.occurs(tag)) {
                    norms[tag] = new Norm(roots[tag]);
                    metrics.add(new Metric(tag, roots[tag]));
                }
            }
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
        for (double width : TUBE_WIDTHS) {
            Optional<Tube> tube = width > 0 ? TubeSearch.find(tensors, width) : Optional.empty();
            if (tube.isEmpty() && width > 0) {
                continue;
            }
            Cover cover = new Cover(
                    tensors, norms, tube.map(it -> new ZeroTube(tensors, it)).orElse(null), work);
            if (cover.build()) {
                System.err.println("work " + work.spent());
                return Optional.of(
                        new Certificate(TensorDigest.of(weights), weights.hiddenSize(), metrics, cover.balls(), tube));
            }
            if (work.isExhausted()) {
                System.err.println("work " + work.spent());
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
