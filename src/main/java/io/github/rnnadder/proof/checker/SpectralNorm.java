package io.github.rnnadder.proof.checker;

import io.github.rnnadder.base.numeric.Matrices;
import java.util.Arrays;

/** Bounds the spectral norm ‖A‖₂, the largest factor by which A stretches a vector. */
final class SpectralNorm {

    /** How many times AᵀA is squared. */
    private static final int SQUARINGS = 3;
    /** How far below its limit a norm must stay, relative to the limit. */
    private static final double SLACK = 1e-9;

    private SpectralNorm() {}

    /**
     * Returns whether a square matrix surely has ‖A‖₂ ≤ {@code most}. True is always right. The answer may be false for
     * a norm between most/n^{1/32} and most, n being the number of rows; it is false if ‖A‖₂ is not finite or the limit
     * is not above 0.
     */
    static boolean isAtMost(double most, double[][] a) {
        // A divided by its limit: an overflow means that A exceeds it, an underflow is negligible.
        return most > 0 && stretchesNothing(Matrices.scaled(a, 1 / most), SQUARINGS + 1);
    }

    /**
     * Returns whether surely ‖A‖₂ ≤ 1. Uses ‖A‖_F/√n ≤ ‖A‖₂ ≤ ‖A‖_F and ‖A‖₂² = ‖AᵀA‖₂: each squaring brings the two
     * bounds closer together.
     */
    private static boolean stretchesNothing(double[][] a, int squarings) {
        double frobenius =
                Matrices.norm(Arrays.stream(a).mapToDouble(Matrices::norm).toArray());
        boolean open = squarings > 0 && frobenius <= Math.sqrt(a.length);
        return frobenius <= 1 - SLACK
                || open && stretchesNothing(Matrices.mult(Matrices.transposed(a), a), squarings - 1);
    }
}
