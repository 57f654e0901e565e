package io.github.rnnadder.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the wire format of Protocol Buffers, written from its specification, independently of the writer. */
final class ProtobufReader {

    private final Map<Integer, List<Object>> fields = new TreeMap<>();

    ProtobufReader(byte[] message) {
        ByteBuffer bytes = ByteBuffer.wrap(message);
        while (bytes.hasRemaining()) {
            long tag = varint(bytes);
            Object value;
            if ((tag & 7) == 0) {
                value = varint(bytes);
            } else if ((tag & 7) == 2) {
                byte[] content = new byte[Math.toIntExact(varint(bytes))];
                bytes.get(content);
                value = content;
            } else {
                throw new IllegalArgumentException("wire type " + (tag & 7) + " at byte " + bytes.position());
            }
            fields.computeIfAbsent((int) (tag >>> 3), it -> new ArrayList<>()).add(value);
        }
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes.get();
            value += (next & 127L) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    Set<Integer> numbers() {
        return fields.keySet();
    }

    List<Long> integers(int field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(Long.class::cast)
                .toList();
    }

    List<String> texts(int field) {
        return bytes(field).stream()
                .map(it -> new String(it, StandardCharsets.UTF_8))
                .toList();
    }

    List<ProtobufReader> messages(int field) {
        return bytes(field).stream().map(ProtobufReader::new).toList();
    }

    ProtobufReader message(int field) {
        return only(messages(field));
    }

    long integer(int field) {
        return only(integers(field));
    }

    String text(int field) {
        return only(texts(field));
    }

    double[] doubles(int field) {
        DoubleBuffer content = content(field).asDoubleBuffer();
        double[] doubles = new double[content.remaining()];
        content.get(doubles);
        return doubles;
    }

    float[] floats(int field) {
        FloatBuffer content = content(field).asFloatBuffer();
        float[] floats = new float[content.remaining()];
        content.get(floats);
        return floats;
    }

    long[] longs(int field) {
        LongBuffer content = content(field).asLongBuffer();
        long[] longs = new long[content.remaining()];
        content.get(longs);
        return longs;
    }

    private ByteBuffer content(int field) {
        return ByteBuffer.wrap(only(bytes(field))).order(ByteOrder.LITTLE_ENDIAN);
    }

    private List<byte[]> bytes(int field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(byte[].class::cast)
                .toList();
    }

    private static <T> T only(List<T> values) {
        if (values.size() != 1) {
            throw new IllegalArgumentException(values.size() + " values; expected one");
        }
        return values.get(0);
    }
}
