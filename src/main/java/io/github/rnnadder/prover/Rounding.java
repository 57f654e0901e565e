package io.github.rnnadder.prover;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Rounds to six significant digits, which is what makes a certificate small. It is done before anything is proved, so
 * that what is proved is what is written.
 */
final class Rounding {

    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private Rounding() {}

    /** Returns infinities and NaN as they are: they make a metric that is refused. */
    static double round(double x) {
        return !Double.isFinite(x) ? x : new BigDecimal(x).round(SIX_DIGITS).doubleValue();
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
