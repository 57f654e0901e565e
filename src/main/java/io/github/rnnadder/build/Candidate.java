package io.github.rnnadder.build;

import io.github.rnnadder.config.TrainingConfig;
import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.evaluation.Evaluator;
import io.github.rnnadder.training.Training;
import io.github.rnnadder.weights.AdderModel;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trained network with what was measured of it.
 *
 * @param training how it was trained
 * @param evaluation how well it adds
 */
record Candidate(Training training, Evaluation evaluation) {

    static Candidate measure(Training training, TrainingConfig config) {
        return new Candidate(training, Evaluator.evaluate(training.weights(), config.bits()));
    }

    boolean passes(Gate gate) {
        return !training.diverged() && gate.passes(evaluation);
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
        return measured;
    }
}
