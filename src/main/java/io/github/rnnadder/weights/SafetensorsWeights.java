package io.github.rnnadder.weights;

import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a network as <a href="https://github.com/huggingface/safetensors">safetensors</a>: the length of the header in
 * eight bytes, the header as JSON, and the tensors.
 */
public final class SafetensorsWeights {

    /** The tensors begin at a multiple of this number of bytes, which lets readers map them into memory. */
    private static final int ALIGNMENT = 8;

    private SafetensorsWeights() {}

    /** Returns a network as the bytes of a safetensors file. */
    public static byte[] write(TrainedModel model) {
        byte[] header = header(model).getBytes(StandardCharsets.US_ASCII);
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

    /** Returns the byte position of the first tensor in a file that {@link #write} returned. */
    public static int tensorsOffset(byte[] file) {
        return Long.BYTES
                + (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static String header(TrainedModel model) {
        int h = model.weights().hiddenSize();
        int w = Double.BYTES * h * Weights.INPUTS;
        int v = w + Double.BYTES * h * h;
        String metadata = metadata(model).entrySet().stream()
                .map(entry -> JsonText.json(entry.getKey()) + ":" + JsonText.json(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        return "{\"__metadata__\":" + metadata + tensor("U", h, Weights.INPUTS, 0) + tensor("W", h, h, w)
                + tensor("V", 1, h, v) + "}";
    }

    private static String tensor(String name, int rows, int columns, int offset) {
        int end = offset + Double.BYTES * rows * columns;
        return ",\"" + name + "\":{\"dtype\":\"F64\",\"shape\":[" + rows + "," + columns + "],\"data_offsets\":["
                + offset + "," + end + "]}";
    }

    static Map<String, String> metadata(TrainedModel model) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", WeightsFile.FORMAT);
        metadata.put("version", String.valueOf(WeightsFile.VERSION));
        metadata.put("bits", String.valueOf(model.bits()));
        metadata.put("hiddenSize", String.valueOf(model.weights().hiddenSize()));
        model.provenance().fields().forEach((key, value) -> metadata.put(key, JsonText.text(value)));
        model.evaluation().forEach((key, value) -> metadata.put(key, JsonText.text(value)));
        return metadata;
    }
}
