package io.github.rnnadder.certificate;

import io.github.rnnadder.network.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What ties a certificate to its weights: the SHA-256 of U, W and V, in this order, row by row, as little-endian doubles. */
public final class TensorDigest {

    private TensorDigest() {}

    /** Returns the digest of {@code weights}, 64 lower-case hexadecimal digits. */
    public static String of(Weights weights) {
        int h = weights.hiddenSize();
        ByteBuffer tensors = ByteBuffer.allocate((h * Weights.INPUTS + h * h + h) * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < Weights.INPUTS; j++) {
                tensors.putDouble(weights.u(i, j));
            }
        }
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < h; j++) {
                tensors.putDouble(weights.w(i, j));
            }
        }
        for (int j = 0; j < h; j++) {
            tensors.putDouble(weights.v(j));
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(tensors.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
