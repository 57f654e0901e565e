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

    /**
     * Returns the weights of the bytes.
     *
     * @throws IllegalArgumentException if a network cannot have them
     */
    public static Weights weights(byte[] bytes) {
        int count = bytes.length / Double.BYTES;
        int h = (int) Math.round(Math.sqrt(count + 2.25) - 1.5); // solves H² + 3H = count
        double[][] u = new double[h][Weights.INPUTS];
        double[][] w = new double[h][h];
        double[] v = new double[h];
        if (bytes.length != Double.BYTES * h * (h + 3)) {
            throw new IllegalArgumentException("No network has weights of " + bytes.length + " bytes");
        }
        DoubleBuffer tensors =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        List.of(u).forEach(tensors::get);
        List.of(w).forEach(tensors::get);
        tensors.get(v);
        return new Weights(u, w, v);
    }

    /** Returns the SHA-256 of {@link #bytes} as 64 lower-case hexadecimal digits. */
    public static String sha256(Weights weights) {
        return Sha256.of(bytes(weights));
    }
}
