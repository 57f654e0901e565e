package io.github.rnnadder.loader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Adds two numbers with a recurrent neural network that was trained to add.
 *
 * <p>@EVIDENCE@
 *
 * <p>The rnn-adder-maven-plugin generates this class together with the weights. Do not edit it; the next build
 * overwrites it.
 *
 * <p>The network reads one bit of each operand per step, least significant first: h_t = tanh(W h_{t-1} + U x_t), h_0 =
 * 0. The predicted bit is 1 if p_t = sigma(V h_t) is above 0.5. Instances are immutable and may be shared between
 * threads.
 */
@PretrainedAdder.Generated("@FINGERPRINT@")
public final class PretrainedAdder {

    /**
     * Makes coverage tools ignore this class. The value is the SHA-256 of the generated source before the value was
     * inserted. The class file contains the value, too, and so shows which source it was compiled from.
     */
    @Retention(RetentionPolicy.CLASS)
    @interface Generated {
        String value();
    }

    private static final String RESOURCE = "@RESOURCE@";

    private static final String SHA256 = "@SHA256@";

    private static final int TENSORS_OFFSET = 0;

    private static final int BITS = 8;

    private static final int HIDDEN_SIZE = 16;

    private static final boolean CERTIFIED = false;

    /** The number of steps to compute at a time. */
    private static final int BLOCK = Long.SIZE;

    private static final double A1 = 0.008561827817377857;
    private static final double A2 = 1.518588349157402e-5;
    private static final double A3 = 6.834657201132144e-9;
    private static final double A4 = 4.1399226506488213e-13;
    private static final double B1 = 0.11758064460284473;
    private static final double B2 = 0.0004270069631922736;
    private static final double B3 = 3.867709805164546e-7;
    private static final double B4 = 7.641781278968231e-11;

    private final int bits;
    private final boolean certified;

    /** The products U x for the four inputs x = (0,0), (1,0), (0,1) and (1,1). */
    private final double[][] ux;

    /** The columns of W. All matrices and vectors are padded with zeros to a multiple of four. */
    private final double[][] w;

    private final double[] v;

    /** The working memory of each thread: h_t, the sum W h_{t-1} + U x_t, and p_t for each step of a block. */
    private final ThreadLocal<double[][]> vectors = new ThreadLocal<>();

    PretrainedAdder(int bits, int hiddenSize, boolean certified, ByteBuffer tensors) {
        int rows = (hiddenSize + 3) / 4 * 4;
        this.bits = bits;
        this.certified = certified;
        this.ux = new double[4][rows];
        this.w = new double[rows][rows];
        this.v = new double[rows];
        for (int i = 0; i < hiddenSize; i++) {
            ux[1][i] = tensors.getDouble();
            ux[2][i] = tensors.getDouble();
            ux[3][i] = ux[1][i] + ux[2][i];
        }
        for (int i = 0; i < hiddenSize; i++) {
            for (int j = 0; j < hiddenSize; j++) {
                w[j][i] = tensors.getDouble();
            }
        }
        for (int i = 0; i < hiddenSize; i++) {
            v[i] = tensors.getDouble();
        }
    }

    /**
     * Loads the weights from the class path.
     *
     * @return the adder
     * @throws IllegalStateException if the weights are missing, or are not those that this class was generated for
     */
    public static PretrainedAdder load() {
        byte[] file = resource();
        if (!SHA256.equals(sha256(file))) {
            throw new IllegalStateException("The weights in " + RESOURCE
                    + " are not those that this class was generated for: SHA-256 is " + sha256(file) + ", expected "
                    + SHA256 + "; they were loaded from " + PretrainedAdder.class.getResource("/" + RESOURCE));
        }
        ByteBuffer tensors = ByteBuffer.wrap(file, TENSORS_OFFSET, file.length - TENSORS_OFFSET);
        return new PretrainedAdder(BITS, HIDDEN_SIZE, CERTIFIED, tensors.order(ByteOrder.LITTLE_ENDIAN));
    }

    /**
     * Returns the width in bits of the sums that the network was trained on.
     *
     * @return T, one more than the number of bits of an operand
     */
    public int bits() {
        return bits;
    }

    /**
     * Returns whether the network is proved to add numbers of any length correctly.
     *
     * @return whether {@code add} takes operands of more than {@code bits() - 1} bits
     */
    public boolean certified() {
        return certified;
    }

    /**
     * Adds two numbers.
     *
     * @param a the first operand, 0 or more
     * @param b the second operand, 0 or more
     * @return the sum that the network predicts
     * @throws IllegalArgumentException if an operand is negative, or longer than the operands for which the
     *     network was measured or proved
     * @throws ArithmeticException if the predicted sum does not fit into a {@code long}
     */
    public long add(long a, long b) {
        requireNatural(a >= 0 && b >= 0);
        int length = Long.SIZE - Long.numberOfLeadingZeros(a | b);
        requireKnown(length);
        int columns = columns(length);
        long sum = predicted(read(0, a, b, columns), columns);
        if (sum < 0) {
            throw new ArithmeticException("The predicted sum " + Long.toUnsignedString(sum) + " does not fit a long");
        }
        return sum;
    }

    /**
     * Adds two numbers.
     *
     * @param a the first operand, 0 or more
     * @param b the second operand, 0 or more
     * @return the sum that the network predicts
     * @throws IllegalArgumentException if an operand is negative, or longer than the operands for which the
     *     network was measured or proved
     */
    public BigInteger add(BigInteger a, BigInteger b) {
        requireNatural(a.signum() >= 0 && b.signum() >= 0);
        int length = Math.max(a.bitLength(), b.bitLength());
        requireKnown(length);
        int columns = columns(length);
        ByteBuffer sum = ByteBuffer.allocate((columns / BLOCK + 1) * Long.BYTES);
        for (int t = 0; t < columns; t += BLOCK) {
            int block = Math.min(BLOCK, columns - t);
            double[] p = read(t, word(a, t, block), word(b, t, block), block);
            sum.putLong(sum.limit() - Long.BYTES - t / Byte.SIZE, predicted(p, block));
        }
        return new BigInteger(1, sum.array());
    }

    /**
     * Returns the probabilities that the bits of the sum are 1, for numbers of any length.
     *
     * @param a the first operand, 0 or more
     * @param b the second operand, 0 or more
     * @return p_t, least significant first: {@code bits()} values, or one more than the longer operand has bits if that
     *     is more
     * @throws IllegalArgumentException if an operand is negative
     */
    public double[] probabilities(long a, long b) {
        return probabilities(BigInteger.valueOf(a), BigInteger.valueOf(b));
    }

    /**
     * Returns the probabilities that the bits of the sum are 1, for numbers of any length.
     *
     * @param a the first operand, 0 or more
     * @param b the second operand, 0 or more
     * @return p_t, least significant first: {@code bits()} values, or one more than the longer operand has bits if that
     *     is more
     * @throws IllegalArgumentException if an operand is negative
     */
    public double[] probabilities(BigInteger a, BigInteger b) {
        requireNatural(a.signum() >= 0 && b.signum() >= 0);
        double[] p = new double[columns(Math.max(a.bitLength(), b.bitLength()))];
        for (int t = 0; t < p.length; t += BLOCK) {
            int block = Math.min(BLOCK, p.length - t);
            System.arraycopy(read(t, word(a, t, block), word(b, t, block), block), 0, p, t, block);
        }
        return p;
    }

    private static void requireNatural(boolean natural) {
        if (!natural) {
            throw new IllegalArgumentException("An operand is negative; the network adds whole numbers, 0 and up");
        }
    }

    private void requireKnown(int length) {
        if (length >= bits && !certified) {
            throw new IllegalArgumentException("An operand has " + length + " bits, but this network was measured only"
                    + " on operands of up to " + (bits - 1) + " bits; a network trained with certify: true is proved to"
                    + " add numbers of any length");
        }
    }

    private int columns(int length) {
        return Math.max(bits, Math.addExact(length, 1));
    }

    /** Returns {@code block} bits of a number, starting with bit t. */
    private static long word(BigInteger number, int t, int block) {
        long word = 0;
        for (int i = 0; i < block; i++) {
            word |= number.testBit(t + i) ? 1L << i : 0;
        }
        return word;
    }

    /**
     * Computes {@code block} steps, starting with step t. The blocks of an addition must be computed in order. Returns
     * an array that begins with p_t for these steps; the next call reuses it.
     */
    private double[] read(int t, long a, long b, int block) {
        double[][] vectors = vectors();
        double[] h = vectors[0];
        double[] p = vectors[2];
        if (t == 0) {
            Arrays.fill(h, 0);
        }
        for (int i = 0; i < block; i++) {
            p[i] = step((int) (a >>> i & 1 | (b >>> i & 1) << 1), h, vectors[1]);
        }
        for (int i = 0; i < block; i++) {
            p[i] = 0.5 + 0.5 * tanh(0.5 * p[i]); // sigma, which is exactly 0.5 at 0
        }
        return p;
    }

    private double[][] vectors() {
        double[][] own = vectors.get();
        if (own == null) {
            own = new double[][] {new double[v.length], new double[v.length], new double[BLOCK]};
            vectors.set(own);
        }
        return own;
    }

    private static long predicted(double[] p, int block) {
        long bits = 0;
        for (int i = 0; i < block; i++) {
            bits |= p[i] > 0.5 ? 1L << i : 0;
        }
        return bits;
    }

    /** Replaces h_{t-1} in {@code h} by h_t, and returns V h_t. */
    private double step(int x, double[] h, double[] z) {
        double[] sum = ux[x];
        for (int j = 0; j < w.length; j += 4) {
            combine(z, sum, w[j], w[j + 1], w[j + 2], w[j + 3], h[j], h[j + 1], h[j + 2], h[j + 3]);
            sum = z;
        }
        for (int i = 0; i < h.length; i++) {
            h[i] = tanh(z[i]);
        }
        double o = 0;
        for (int i = 0; i < h.length; i++) {
            o += v[i] * h[i];
        }
        return o;
    }

    /** Computes out = in + c0 w0 + c1 w1 + c2 w2 + c3 w3 in a loop that the JIT compiler can vectorize. */
    private static void combine(
            double[] out,
            double[] in,
            double[] w0,
            double[] w1,
            double[] w2,
            double[] w3,
            double c0,
            double c1,
            double c2,
            double c3) {
        for (int i = 0; i < out.length; i++) {
            out[i] = in[i] + (c0 * w0[i] + c1 * w1[i] + c2 * w2[i] + c3 * w3[i]);
        }
    }

    /**
     * Returns tanh(x), computed as in training: a quotient a/b for tanh(x/4) is doubled twice by 2(a/b) / (1 +
     * (a/b)^2). Only + - * / are used, so the result is the same on every machine. The error is at most 4e-16 for |x|
     * up to 2^34, which allowed weights cannot exceed.
     */
    private static double tanh(double x) {
        double z = x * x;
        double a = x * (1 + z * (A1 + z * (A2 + z * (A3 + z * A4))));
        double b = 4 + z * (B1 + z * (B2 + z * (B3 + z * B4)));
        // Computing a^2 + b^2 as 2|a|b + (b - |a|)^2 keeps rounding from lifting the quotient above 1.
        // Also, max(0, d) = (d + |d|)/2.
        double d = b - Math.abs(a);
        double twice = d + Math.abs(d);
        double square = 0.125 * (twice * twice);
        a = a * b;
        b = Math.abs(a) + square;
        a = a * b;
        return a / (Math.abs(a) + 0.5 * (square * square));
    }

    private static byte[] resource() {
        // The path is absolute. META-INF is not a package, so this also works in named modules.
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
