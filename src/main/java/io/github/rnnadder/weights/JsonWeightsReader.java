package io.github.rnnadder.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.rnnadder.json.JsonErrors;
import io.github.rnnadder.text.Excerpt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads an adder from JSON, from wherever it comes: only the format, bits, hiddenSize and the weights need be there. */
final class JsonWeightsReader {

    /** The largest adder has 270,000. Names without number would fill any memory. */
    private static final long MAX_TOKENS = 400_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build())
            .build();

    private final String file;
    private final ModelFields fields;
    private final Map<String, String> training = new LinkedHashMap<>();
    private final Map<String, String> evaluation = new LinkedHashMap<>();

    private JsonWeightsReader(String file) {
        this.file = file;
        this.fields = new ModelFields(file);
    }

    static StoredAdder read(String file, byte[] bytes) throws WeightsException {
        return new JsonWeightsReader(file).parse(bytes);
    }

    private StoredAdder parse(byte[] bytes) throws WeightsException {
        try (JsonParser json = FACTORY.createParser(bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new WeightsException(file + " holds no JSON object; expected '" + AdderModel.FORMAT + "'");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                field(json, name);
            }
            if (json.nextToken() != null) {
                throw at(json.currentTokenLocation(), "something follows the end of the weights");
            }
        } catch (JsonProcessingException e) {
            throw at(e.getLocation(), JsonErrors.complaint(e));
        } catch (IOException e) {
            // Undecodable bytes: Jackson gives them no location.
            throw new WeightsException(
                    file + " is no JSON in UTF-8: " + Excerpt.ofMessage(String.valueOf(e.getMessage())));
        }
        return fields.assemble(training, evaluation);
    }

    private void field(JsonParser json, String name) throws IOException, WeightsException {
        switch (name) {
            case "format" -> fields.format(text(json, name));
            case "version" -> fields.version(integer(json, name));
            case "bits" -> fields.bits(integer(json, name));
            case "hiddenSize" -> fields.hiddenSize(integer(json, name));
            case "U", "W", "V" -> fields.tensor(name, matrix(json, name));
            case "training" -> scalars(json, name, training);
            case "evaluation" -> scalars(json, name, evaluation);
            default -> json.skipChildren();
        }
    }

    private String text(JsonParser json, String name) throws IOException, WeightsException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(json, name, "the string \"" + AdderModel.FORMAT + '"');
        }
        return json.getText();
    }

    private long integer(JsonParser json, String name) throws IOException, WeightsException {
        OptionalLong integer = JsonErrors.integer(json);
        if (integer.isEmpty()) {
            throw wrong(json, name, "an integer of 64 bits");
        }
        return integer.getAsLong();
    }

    private double[][] matrix(JsonParser json, String name) throws IOException, WeightsException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw wrong(json, name, "a list of rows");
        }
        List<double[]> rows = new ArrayList<>();
        double[] buffer = new double[AdderModel.MAX_HIDDEN_SIZE];
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_ARRAY || rows.size() == AdderModel.MAX_HIDDEN_SIZE) {
                throw wrong(json, name, "at most " + AdderModel.MAX_HIDDEN_SIZE + " rows of numbers");
            }
            int length = 0;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (!isNumber(json.currentToken()) || length == buffer.length) {
                    throw wrong(json, name, "rows of at most " + AdderModel.MAX_HIDDEN_SIZE + " numbers");
                }
                buffer[length++] = json.getDoubleValue();
            }
            rows.add(Arrays.copyOf(buffer, length));
        }
        return rows.toArray(double[][]::new);
    }

    private static boolean isNumber(JsonToken token) {
        return token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT;
    }

    private void scalars(JsonParser json, String name, Map<String, String> values)
            throws IOException, WeightsException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(json, name, "an object");
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken token = json.nextToken();
            if (values == training && key.equals("certify") && !token.isBoolean()) {
                throw wrong(json, "training.certify", "true or false");
            }
            if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                values.put(key, json.getText());
            }
            json.skipChildren();
        }
    }

    private WeightsException wrong(JsonParser json, String name, String allowed) throws IOException {
        return at(json.currentTokenLocation(), name + " holds " + JsonErrors.found(json) + "; allowed is " + allowed);
    }

    private WeightsException at(JsonLocation location, String sentence) {
        return new WeightsException(file + JsonErrors.place(location) + ": " + sentence);
    }
}
