package io.github.rnnadder.delivery;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.evaluation.Evaluator;
import io.github.rnnadder.loader.Evidence;
import io.github.rnnadder.progress.Progress;
import io.github.rnnadder.training.Training;
import io.github.rnnadder.verdict.Certification;
import io.github.rnnadder.verdict.Verdict;
import io.github.rnnadder.weights.AdderModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A trained network with what was found out about it.
 *
 * @param training how it was trained
 * @param evaluation how well it adds
 * @param verdict whether it adds right at every width; empty where nobody asked, or it is not good enough to ask
 */
record Candidate(Training training, Evaluation evaluation, Optional<Verdict> verdict) {

    static Candidate examine(Training training, int bits, Gate gate, Progress progress) {
        progress.begin("sums measured", Evaluator.sums(bits));
        Evaluation evaluation = Evaluator.evaluate(training.weights(), bits, progress::done);
        boolean worthProving = gate.certify() && !training.diverged() && gate.passes(evaluation);
        return new Candidate(
                training,
                evaluation,
                worthProving
                        ? Optional.of(Certification.decide(training.weights(), progress::hear))
                        : Optional.empty());
    }

    boolean passes(Gate gate) {
        return !training.diverged() && gate.passes(evaluation) && gate.passes(verdict);
    }

    /** Says in a few words what is known of the candidate. */
    String evidence() {
        return Gate.counts(evaluation)
                + verdict.filter(Verdict.Certified.class::isInstance)
                        .map(it -> ", CERTIFIED at every width")
                        .orElse("");
    }

    /** Says which arithmetics a proof covers, if there is one. */
    String coverage() {
        return certificate()
                .map(it -> "; the proof covers " + it.covers().covered())
                .orElse("");
    }

    /** Says the same for the loader. */
    Evidence known(int bits) {
        return new Evidence(
                bits,
                evaluation.correctSums(),
                evaluation.totalSums(),
                evaluation.sampled(),
                certificate().isPresent());
    }

    Optional<Certificate> certificate() {
        return verdict.map(it -> it instanceof Verdict.Certified certified ? certified.certificate() : null);
    }

    /** Describes the candidate as the files do. */
    AdderModel model(TrainingConfig config, String pluginVersion) {
        return new AdderModel(config.bits(), training.weights(), provenance(config, pluginVersion), measured());
    }

    private Map<String, Object> provenance(TrainingConfig config, String pluginVersion) {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("bits", config.bits());
        provenance.put("hiddenSize", config.hiddenSize());
        provenance.put("initializer", config.initializer().key());
        provenance.put("learningRate", config.learningRate());
        provenance.put("iterations", config.iterations());
        provenance.put("seed", config.seed());
        provenance.put("restarts", config.restarts());
        provenance.put("accuracyThreshold", config.accuracyThreshold());
        provenance.put("weightDecay", config.weightDecay());
        provenance.put("certify", config.certify());
        provenance.put("curveInterval", config.curveInterval());
        provenance.put("seedUsed", training.seedUsed());
        provenance.put("pluginVersion", pluginVersion);
        return provenance;
    }

    private Map<String, Object> measured() {
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("correctSums", evaluation.correctSums());
        measured.put("totalSums", evaluation.totalSums());
        measured.put("sampled", evaluation.sampled());
        measured.put("accuracy", evaluation.accuracy());
        measured.put("loss", evaluation.loss());
        measured.put("firstPerfectWindow", training.firstPerfectWindow());
        verdict.ifPresent(it -> measured.put("certificate", it.word()));
        return measured;
    }
}
