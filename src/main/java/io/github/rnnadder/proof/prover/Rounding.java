package io.github.rnnadder.proof.prover;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Rounds numbers to six significant digits, which keeps a certificate small. Numbers are rounded before the proof, so
 * the file contains exactly what was proved.
 */
final class Rounding {

    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    /** The smallest number with more than six digits before the decimal point. */
    private static final double END_OF_SIX_DIGITS = 1e6;
    /** The smallest number that a power of ten up to 10²² scales to six digits. BigDecimal rounds smaller ones. */
    private static final double SMALLEST = 1e-16;

    private Rounding() {}

    /** Returns x rounded to six digits. Returns infinities and NaN unchanged; a metric with them is rejected later. */
    static double round(double x) {
        double size = Math.abs(x);
        if (size >= SMALLEST && size < END_OF_SIX_DIGITS) {
            // Powers of ten up to 10²² are exact doubles, and so is the integer. Therefore the quotient is correctly
            // rounded.
            double scale = 1;
            while (size * scale < END_OF_SIX_DIGITS / 10) {
                scale *= 10;
            }
            return Math.rint(x * scale) / scale;
        }
        return !Double.isFinite(x) || x == 0
                ? x
                : new BigDecimal(x).round(SIX_DIGITS).doubleValue();
    }

    static double[] round(double[] x) {
        return Arrays.stream(x).map(Rounding::round).toArray();
    }

    static double[][] round(double[][] x) {
        return Arrays.stream(x).map(Rounding::round).toArray(double[][]::new);
    }
}
