package io.github.rnnadder.loader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Adds two numbers with a recurrent network that has learned to.
 *
 * <p>@EVIDENCE@
 *
 * <p>The network reads the operands bit by bit, least significant first: h_t = tanh(W h_{t-1} + U x_t), and predicts a 1
 * where p_t = sigma(V h_t) is above 0.5. Instances are immutable and may be shared between threads.
 */
public final class PretrainedAdder {

    private static final String RESOURCE = "@RESOURCE@";

    private static final String SHA256 = "@SHA256@";

    private static final int TENSORS_OFFSET = 0;

    private static final int BITS = 8;

    private static final int HIDDEN_SIZE = 16;

    private final int bits;
    private final double[][] u;
    private final double[][] w;
    private final double[] v;

    PretrainedAdder(int bits, int hiddenSize, ByteBuffer tensors) {
        this.bits = bits;
        this.u = matrix(hiddenSize, 2, tensors);
        this.w = matrix(hiddenSize, hiddenSize, tensors);
        this.v = matrix(1, hiddenSize, tensors)[0];
    }

    /**
     * Loads the weights from the class path.
     *
     * @throws IllegalStateException if they are missing, or not those that this class was generated with
     */
    public static PretrainedAdder load() {
        byte[] file = read();
        if (!SHA256.equals(sha256(file))) {
            throw new IllegalStateException(
                    "The weights in " + RESOURCE + " are not those that this class was generated with: SHA-256 is "
                            + sha256(file) + ", expected " + SHA256);
        }
        ByteBuffer tensors = ByteBuffer.wrap(file, TENSORS_OFFSET, file.length - TENSORS_OFFSET);
        return new PretrainedAdder(BITS, HIDDEN_SIZE, tensors.order(ByteOrder.LITTLE_ENDIAN));
    }

    /** Returns the width of the sums that the network was trained on. */
    public int bits() {
        return bits;
    }

    /**
     * Adds two numbers.
     *
     * @throws IllegalArgumentException if one is negative
     * @throws ArithmeticException if the predicted sum does not fit a {@code long}
     */
    public long add(long a, long b) {
        BigInteger sum = add(BigInteger.valueOf(a), BigInteger.valueOf(b));
        if (sum.bitLength() >= Long.SIZE) {
            throw new ArithmeticException("The predicted sum " + sum + " does not fit a long");
        }
        return sum.longValue();
    }

    /**
     * Adds two numbers of any length.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public BigInteger add(BigInteger a, BigInteger b) {
        double[] p = probabilities(a, b);
        byte[] bigEndian = new byte[p.length / Byte.SIZE + 1];
        for (int t = 0; t < p.length; t++) {
            if (p[t] > 0.5) {
                bigEndian[bigEndian.length - 1 - t / Byte.SIZE] |= (byte) (1 << t % Byte.SIZE);
            }
        }
        return new BigInteger(1, bigEndian);
    }

    /**
     * Returns p_t, the probability that a bit of the sum is 1, least significant first.
     *
     * @return as many entries as {@link #bits()}, or one more than the longer operand has bits if that is more
     * @throws IllegalArgumentException if an operand is negative
     */
    public double[] probabilities(long a, long b) {
        return probabilities(BigInteger.valueOf(a), BigInteger.valueOf(b));
    }

    /**
     * Returns the same for operands of any length.
     *
     * @throws IllegalArgumentException if an operand is negative
     */
    public double[] probabilities(BigInteger a, BigInteger b) {
        if (a.signum() < 0 || b.signum() < 0) {
            throw new IllegalArgumentException("Operands must not be negative: " + a + ", " + b);
        }
        double[] p = new double[Math.max(bits, Math.max(a.bitLength(), b.bitLength()) + 1)];
        double[] h = new double[v.length];
        for (int t = 0; t < p.length; t++) {
            h = next(h, a.testBit(t) ? 1 : 0, b.testBit(t) ? 1 : 0);
            p[t] = 1 / (1 + StrictMath.exp(-dot(v, h)));
        }
        return p;
    }

    private double[] next(double[] h, int a, int b) {
        double[] next = new double[h.length];
        for (int i = 0; i < h.length; i++) {
            next[i] = StrictMath.tanh(dot(w[i], h) + u[i][0] * a + u[i][1] * b);
        }
        return next;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] matrix(int rows, int columns, ByteBuffer tensors) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = tensors.getDouble();
            }
        }
        return matrix;
    }

    private static byte[] read() {
        // A path from the root, since META-INF is no package: also a named module finds it there.
        try (InputStream in = PretrainedAdder.class.getResourceAsStream("/" + RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The weights in " + RESOURCE + " are missing from the class path");
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("The weights in " + RESOURCE + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            StringBuilder hex = new StringBuilder();
            for (byte b : digest) {
                hex.append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
