package io.github.rnnadder.weights;

import io.github.rnnadder.gate.Assessment;
import io.github.rnnadder.gate.Proof.Status;
import io.github.rnnadder.model.evaluation.Accuracy;
import io.github.rnnadder.model.network.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A trained network with everything that its files state about it.
 *
 * @param weights U, W and V
 * @param provenance how the network was trained
 * @param assessment the measured accuracy and the proof of the network
 * @param firstPerfectWindow the iteration at which the first window without a wrong sum ended; empty if there is none
 */
public record TrainedModel(
        Weights weights, Provenance provenance, Assessment assessment, Optional<Integer> firstPerfectWindow) {

    /** Returns T, the width of a sum in bits that the network was trained for. */
    public int bits() {
        return provenance.config().bits();
    }

    /** Returns the measured values of the network and the status of its proof, by their names in the files. */
    Map<String, Object> evaluation() {
        Accuracy accuracy = assessment.accuracy();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("correctSums", accuracy.correct());
        fields.put("totalSums", accuracy.total());
        fields.put("sampled", accuracy.sampled());
        fields.put("accuracy", accuracy.share());
        fields.put("loss", assessment.evaluation().loss());
        fields.put("firstPerfectWindow", firstPerfectWindow.orElse(null));
        proofStatus().ifPresent(status -> fields.put("certificate", status));
        return fields;
    }

    /** Returns how the search for a proof ended; empty if there was no search. */
    Optional<Status> proofStatus() {
        return assessment.proof().status();
    }
}
