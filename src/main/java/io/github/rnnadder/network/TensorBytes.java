package io.github.rnnadder.network;

import io.github.rnnadder.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The tensors as bytes: U, W, V in this order, each row by row, as little-endian doubles without gaps. */
public final class TensorBytes {

    private TensorBytes() {}

    /** Returns the 8·(2H + H² + H) bytes. */
    public static byte[] bytes(Weights weights) {
        int h = weights.hiddenSize();
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * weights.count()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < Weights.INPUTS; j++) {
                bytes.putDouble(weights.u(i, j));
            }
        }
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < h; j++) {
                bytes.putDouble(weights.w(i, j));
            }
        }
        for (int j = 0; j < h; j++) {
            bytes.putDouble(weights.v(j));
        }
        return bytes.array();
    }

    /** Returns the SHA-256 of {@link #bytes} in lower-case hexadecimal digits. */
    public static String sha256(Weights weights) {
        return Sha256.of(bytes(weights));
    }
}
