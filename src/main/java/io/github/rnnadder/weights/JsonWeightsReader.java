package io.github.rnnadder.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.rnnadder.base.files.UnreadableFileException;
import io.github.rnnadder.base.json.JsonCursor;
import io.github.rnnadder.base.text.Sanitized;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a network from a JSON file of any origin. Requires only the fields format, bits, hiddenSize, U, W and V. */
final class JsonWeightsReader {

    /** The maximum number of JSON tokens; the largest network has 270,000. This bounds the memory for any file. */
    private static final long MAX_TOKENS = 400_000;

    private static final String ROWS = "a list of at most " + WeightsFile.MAX_HIDDEN_SIZE + " rows";
    private static final String NUMBERS = "a list of at most " + WeightsFile.MAX_HIDDEN_SIZE + " numbers";

    private static final JsonFactory FACTORY = JsonCursor.factory(
            StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build());

    private JsonWeightsReader() {}

    static WeightsFile read(String file, byte[] bytes) throws UnreadableFileException {
        try {
            return JsonCursor.read(
                    file,
                    FACTORY.createParser(bytes),
                    UnreadableFileException::new,
                    json -> adder(json, new ModelFields(file)));
        } catch (IOException e) {
            throw new UnreadableFileException(
                    file + " is not JSON in UTF-8: " + Sanitized.ofMessage(String.valueOf(e.getMessage())));
        }
    }

    private static WeightsFile adder(JsonCursor json, ModelFields fields) throws IOException {
        Map<String, String> training = Map.of();
        json.object("an object of the format '" + WeightsFile.FORMAT + "'");
        for (String name = json.field(); name != null; name = json.field()) {
            switch (name) {
                case "format" -> fields.format(json.text('"' + WeightsFile.FORMAT + '"'));
                case "version" -> json.integer(WeightsFile.VERSION, WeightsFile.VERSION);
                case "bits" -> fields.bits(json.integer(WeightsFile.MIN_BITS, WeightsFile.MAX_BITS));
                case "hiddenSize" -> fields.hiddenSize(json.integer(1, WeightsFile.MAX_HIDDEN_SIZE));
                case "U", "W", "V" -> fields.tensor(name, matrix(json));
                case "training" -> training = scalars(json);
                default -> json.skip();
            }
        }
        return fields.assemble(training);
    }

    private static double[][] matrix(JsonCursor json) throws IOException {
        List<double[]> rows = new ArrayList<>();
        double[] row = new double[WeightsFile.MAX_HIDDEN_SIZE];
        json.list(ROWS);
        while (json.element()) {
            json.require(rows.size() < row.length, ROWS);
            json.list(NUMBERS);
            int length = 0;
            while (json.element()) {
                json.require(length < row.length, NUMBERS);
                row[length++] = json.number("a number");
            }
            rows.add(Arrays.copyOf(row, length));
        }
        return rows.toArray(double[][]::new);
    }

    /** Reads the scalar values of an object as text. Skips null and nested values. */
    private static Map<String, String> scalars(JsonCursor json) throws IOException {
        Map<String, String> scalars = new LinkedHashMap<>();
        json.object("an object");
        for (String name = json.field(); name != null; name = json.field()) {
            json.require(!name.equals(WeightsFile.CERTIFY) || json.isBoolean(), "true or false");
            if (json.isScalar() && !json.isNull()) {
                scalars.put(name, json.scalar());
            }
            json.skip();
        }
        return scalars;
    }
}
