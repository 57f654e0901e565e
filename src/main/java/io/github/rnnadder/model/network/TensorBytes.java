package io.github.rnnadder.model.network;

import io.github.rnnadder.base.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.List;

/** Converts weights to bytes: U, W and V in this order, each row by row, as little-endian doubles without gaps. */
public final class TensorBytes {

    private TensorBytes() {}

    /** Returns the weights as 8·(2H + H² + H) bytes. */
    public static byte[] bytes(Weights weights) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * weights.count()).order(ByteOrder.LITTLE_ENDIAN);
        DoubleBuffer tensors = bytes.asDoubleBuffer();
        List.of(weights.u()).forEach(tensors::put);
        List.of(weights.w()).forEach(tensors::put);
        tensors.put(weights.v());
        return bytes.array();
    }

    /** Returns the SHA-256 of {@link #bytes} as 64 lower-case hexadecimal digits. */
    public static String sha256(Weights weights) {
        return Sha256.of(bytes(weights));
    }
}
