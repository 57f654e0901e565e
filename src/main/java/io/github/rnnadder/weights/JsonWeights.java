package io.github.rnnadder.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.github.rnnadder.model.network.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/** Writes a network as JSON: one line for each row of a matrix, every double so that it reads back unchanged. */
public final class JsonWeights {

    // Double.toString changed in JDK 19; Jackson's own writer is the same everywhere.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private JsonWeights() {}

    /** Returns the content of the file. */
    public static byte[] write(TrainedModel model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(new RowPrinter());
            json.writeStartObject();
            json.writeStringField("format", WeightsFile.FORMAT);
            json.writeNumberField("version", WeightsFile.VERSION);
            json.writeNumberField("bits", model.bits());
            json.writeNumberField("hiddenSize", model.weights().hiddenSize());
            writeTensors(json, model.weights());
            writeMap(json, "training", model.provenance().fields());
            writeMap(json, "evaluation", model.evaluation());
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static void writeTensors(JsonGenerator json, Weights weights) throws IOException {
        writeMatrix(json, "U", weights.u());
        writeMatrix(json, "W", weights.w());
        writeMatrix(json, "V", new double[][] {weights.v()});
    }

    private static void writeMatrix(JsonGenerator json, String name, double[][] matrix) throws IOException {
        json.writeArrayFieldStart(name);
        for (double[] row : matrix) {
            json.writeArray(row, 0, row.length);
        }
        json.writeEndArray();
    }

    private static void writeMap(JsonGenerator json, String name, Map<String, Object> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Object> value : values.entrySet()) {
            json.writeFieldName(value.getKey());
            writeScalar(json, value.getValue());
        }
        json.writeEndObject();
    }

    private static void writeScalar(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else {
            json.writeString(value.toString());
        }
    }
}
