package io.github.rnnadder.weights;

import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.model.evaluation.Accuracy;
import io.github.rnnadder.model.network.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A trained network with all that its files say about it.
 *
 * @param weights U, W and V
 * @param provenance how they were trained
 * @param assessment what is known about them
 * @param firstPerfectWindow the iteration at which the first window without a wrong sum ended
 */
public record TrainedModel(
        Weights weights, Provenance provenance, Assessment assessment, Optional<Integer> firstPerfectWindow) {

    /** Returns T, the width that the network was trained for. */
    public int bits() {
        return provenance.config().bits();
    }

    /** Returns what is known about the network, by the names that files give it. */
    Map<String, Object> evaluation() {
        Accuracy accuracy = assessment.accuracy();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("correctSums", accuracy.correct());
        fields.put("totalSums", accuracy.total());
        fields.put("sampled", accuracy.sampled());
        fields.put("accuracy", accuracy.share());
        fields.put("loss", assessment.evaluation().loss());
        fields.put("firstPerfectWindow", firstPerfectWindow.orElse(null));
        certificate().ifPresent(status -> fields.put("certificate", status));
        return fields;
    }

    /** Returns how the search for a proof ended; empty if there was none. */
    Optional<Status> certificate() {
        return assessment.proof().status();
    }
}
