package io.github.rnnadder.proof.prover;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Rounds to six significant digits, which is what makes a certificate small. It is done before anything is proved, so
 * that what is proved is what is written.
 */
final class Rounding {

    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    /** Where six digits before the point end. */
    private static final double END_OF_SIX_DIGITS = 1e6;
    /** From here on 10²² makes six digits of it; below, and for large ones, decimal arithmetic does. */
    private static final double SMALLEST = 1e-16;

    private Rounding() {}

    /** Returns infinities and NaN as they are: they make a metric that is refused. */
    static double round(double x) {
        double size = Math.abs(x);
        if (size >= SMALLEST && size < END_OF_SIX_DIGITS) {
            // Powers of ten up to 10²² are exact, and so is the integer; so the quotient is the nearest double.
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
        double[] rounded = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            rounded[i] = round(x[i]);
        }
        return rounded;
    }

    static double[][] round(double[][] x) {
        double[][] rounded = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            rounded[i] = round(x[i]);
        }
        return rounded;
    }
}
