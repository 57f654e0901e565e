package io.github.rnnadder.loader;

import io.github.rnnadder.base.text.Digits;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * A sum as a network computes it.
 *
 * @param a the first operand, 0 or more
 * @param b the second operand, 0 or more
 * @param probabilities p_t, the probability that bit t of the sum is 1; least significant bit first
 * @param predicted the sum that the network predicts
 */
public record Addition(BigInteger a, BigInteger b, double[] probabilities, BigInteger predicted) {

    private static final int BLOCK = 16;

    private static final int MAX_COLUMNS = 64;

    /** Adds two numbers of any length, even beyond the length for which the network was measured or proved. */
    public static Addition of(PretrainedAdder adder, BigInteger a, BigInteger b) {
        double[] p = adder.probabilities(a, b);
        return new Addition(a, b, p, predicted(p));
    }

    private static BigInteger predicted(double[] p) {
        byte[] bigEndian = new byte[p.length / Byte.SIZE + 1];
        for (int t = 0; t < p.length; t++) {
            if (p[t] > 0.5) {
                bigEndian[bigEndian.length - 1 - t / Byte.SIZE] |= (byte) (1 << t % Byte.SIZE);
            }
        }
        return new BigInteger(1, bigEndian);
    }

    /** Returns the number of bits of the longer operand. */
    public int length() {
        return Math.max(a.bitLength(), b.bitLength());
    }

    /**
     * Draws the addition in columns, as on paper, most significant bit first, in blocks of 16 columns. If there are
     * more than 64 columns, shows 64 of them, around the first wrong bit if there is one, or else the least
     * significant. A last line explains a tie if there is one.
     */
    public List<String> drawing() {
        List<String> lines = new ArrayList<>();
        BigInteger carries = a.xor(b).xor(a.add(b));
        int width = probabilities.length;
        int end = Math.max(0, Math.min(width - MAX_COLUMNS, firstWrong() - MAX_COLUMNS / 2));
        int start = Math.min(width, end + MAX_COLUMNS);
        if (width > MAX_COLUMNS) {
            lines.add("columns " + start + " to " + (end + 1) + " of " + width + "; " + (width - MAX_COLUMNS)
                    + " are left out");
        }
        for (int high = start; high > end; high -= BLOCK) {
            int low = Math.max(end, high - BLOCK);
            lines.add(row("column", high, low, t -> String.valueOf(t + 1)));
            lines.add(row("carry", high, low, t -> bit(carries, t)));
            lines.add(row("a", high, low, t -> bit(a, t)));
            lines.add(row("b", high, low, t -> bit(b, t)));
            lines.add(row("p", high, low, t -> String.format(Locale.ROOT, "%.3f", probabilities[t])));
            lines.add(row("sum", high, low, t -> bit(predicted, t)));
        }
        if (Arrays.stream(probabilities, end, start).anyMatch(p -> p == 0.5)) {
            lines.add("p = 0.500 is a tie, and a tie is a 0");
        }
        return lines;
    }

    private static String bit(BigInteger number, int t) {
        return number.testBit(t) ? "1" : "0";
    }

    private static String row(String name, int high, int low, IntFunction<String> cell) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-6s", name));
        for (int t = high - 1; t >= low; t--) {
            row.append(String.format(Locale.ROOT, " %5s", cell.apply(t)));
        }
        return row.toString();
    }

    /** Returns the index of the first wrong bit, counted from 0; −1 if every bit is right. */
    private int firstWrong() {
        return a.add(b).xor(predicted).getLowestSetBit();
    }

    /** Returns whether every bit of the predicted sum is right. */
    public boolean isRight() {
        return firstWrong() < 0;
    }

    /** Returns a sentence with the correct sum, the predicted sum, and whether the prediction is right. */
    public String verdict() {
        String sum = Digits.of(a) + " + " + Digits.of(b) + " = " + Digits.of(a.add(b));
        return isRight()
                ? sum + ", predicted right"
                : sum + ", predicted " + Digits.of(predicted) + ": wrong, first in column " + (firstWrong() + 1);
    }
}
