package io.github.rnnadder.weights;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a message in the <a href="https://protobuf.dev/programming-guides/encoding/">wire format of Protocol
 * Buffers</a>, one field per call.
 */
final class Protobuf {

    /** The wire types of a field. They determine how its value is encoded. */
    private static final int VARINT = 0;

    private static final int LENGTH_DELIMITED = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Writes an integer or an enum as a field. */
    Protobuf with(int field, long value) {
        tag(field, VARINT);
        varint(value);
        return this;
    }

    Protobuf with(int field, String value) {
        return with(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Protobuf with(int field, Protobuf message) {
        return with(field, message.toByteArray());
    }

    Protobuf with(int field, byte[] value) {
        tag(field, LENGTH_DELIMITED);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    private void tag(int field, int wireType) {
        varint((long) field << 3 | wireType);
    }

    /** Writes seven bits per byte, least significant first. The eighth bit of a byte is 1 if more bytes follow. */
    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
