package io.github.rnnadder.weights;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a network as JSON, one line for each row of a matrix. Reading it returns every double unchanged. */
public final class JsonWeights {

    private JsonWeights() {}

    /** Returns the weights of a network, its training and its evaluation as a JSON file in ASCII. */
    public static byte[] write(TrainedModel model) {
        return """
                {
                  "format": "%s",
                  "version": %s,
                  "bits": %s,
                  "hiddenSize": %s,
                  "U": %s,
                  "W": %s,
                  "V": %s,
                  "training": %s,
                  "evaluation": %s
                }
                """.formatted(
                        WeightsFile.FORMAT,
                        WeightsFile.VERSION,
                        model.bits(),
                        model.weights().hiddenSize(),
                        matrix(model.weights().u()),
                        matrix(model.weights().w()),
                        matrix(model.weights().v()),
                        object(model.provenance().fields()),
                        object(model.evaluation()))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String matrix(double[]... rows) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).mapToObj(JsonText::text).collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
    }

    private static String object(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(field -> JsonText.json(field.getKey()) + ": " + JsonText.json(field.getValue()))
                .collect(Collectors.joining(",\n    ", "{\n    ", "\n  }"));
    }
}
