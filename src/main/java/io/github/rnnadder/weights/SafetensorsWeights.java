package io.github.rnnadder.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.NumberOutput;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a network as <a href="https://github.com/huggingface/safetensors">safetensors</a>: the length of the header in
 * eight bytes, the header as JSON, and the tensors.
 */
public final class SafetensorsWeights {

    /** The tensors begin at a multiple of this, so that readers can map them into memory. */
    private static final int ALIGNMENT = 8;

    private SafetensorsWeights() {}

    /** Returns the content of the file. */
    public static byte[] write(TrainedModel model) {
        byte[] header = header(model);
        byte[] tensors = TensorBytes.bytes(model.weights());
        int padded = (header.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer file =
                ByteBuffer.allocate(Long.BYTES + padded + tensors.length).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(padded).put(header);
        while (file.position() < Long.BYTES + padded) {
            file.put((byte) ' ');
        }
        return file.put(tensors).array();
    }

    /** Returns the position of the tensors in a file from {@link #write}. */
    public static int tensorsOffset(byte[] file) {
        return Long.BYTES
                + (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static byte[] header(TrainedModel model) {
        int h = model.weights().hiddenSize();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("__metadata__");
            for (Map.Entry<String, String> entry : metadata(model).entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            int offset = writeTensor(json, "U", h, Weights.INPUTS, 0);
            offset = writeTensor(json, "W", h, h, offset);
            writeTensor(json, "V", 1, h, offset);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static int writeTensor(JsonGenerator json, String name, int rows, int columns, int offset)
            throws IOException {
        int end = offset + Double.BYTES * rows * columns;
        json.writeObjectFieldStart(name);
        json.writeStringField("dtype", "F64");
        json.writeFieldName("shape");
        json.writeArray(new int[] {rows, columns}, 0, 2);
        json.writeFieldName("data_offsets");
        json.writeArray(new int[] {offset, end}, 0, 2);
        json.writeEndObject();
        return end;
    }

    static Map<String, String> metadata(TrainedModel model) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", WeightsFile.FORMAT);
        metadata.put("version", String.valueOf(WeightsFile.VERSION));
        metadata.put("bits", String.valueOf(model.bits()));
        metadata.put("hiddenSize", String.valueOf(model.weights().hiddenSize()));
        model.provenance().fields().forEach((key, value) -> metadata.put(key, text(value)));
        model.evaluation().forEach((key, value) -> metadata.put(key, text(value)));
        return metadata;
    }

    /**
     * Returns a value as text. A double gets the shortest text that reads back the same; {@code Double.toString} is
     * avoided because it changed in JDK 19.
     */
    static String text(Object value) {
        return value instanceof Double number ? NumberOutput.toString(number, true) : String.valueOf(value);
    }
}
