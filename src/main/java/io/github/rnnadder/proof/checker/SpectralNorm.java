package io.github.rnnadder.proof.checker;

import io.github.rnnadder.base.numeric.Matrices;
import java.util.Arrays;

/** Bounds the spectral norm ‖A‖₂, the largest factor by which A stretches a vector. */
final class SpectralNorm {

    /** The maximum number of times that AᵀA is squared. */
    private static final int SQUARINGS = 3;
    /** How far below its upper bound a norm must stay, relative to the bound. */
    private static final double SLACK = 1e-9;

    private SpectralNorm() {}

    /**
     * Returns whether a square matrix surely has ‖A‖₂ ≤ {@code most}. A result of true is always right. For a norm
     * between most/n^{1/32} and most, where n is the number of rows, the result may be false. It is false if ‖A‖₂ is
     * not finite or {@code most} is not above 0.
     */
    static boolean isAtMost(double most, double[][] a) {
        // After division by `most`, an overflow means that the norm is too large, and an underflow is negligible.
        return most > 0 && stretchesNothing(Matrices.scaled(a, 1 / most), SQUARINGS + 1);
    }

    /**
     * Returns whether surely ‖A‖₂ ≤ 1. Uses ‖A‖_F/√n ≤ ‖A‖₂ ≤ ‖A‖_F and ‖A‖₂² = ‖AᵀA‖₂. Each squaring brings these two
     * bounds on ‖A‖₂ closer together.
     */
    private static boolean stretchesNothing(double[][] a, int squarings) {
        double frobenius =
                Matrices.norm(Arrays.stream(a).mapToDouble(Matrices::norm).toArray());
        boolean open = squarings > 0 && frobenius <= Math.sqrt(a.length);
        return frobenius <= 1 - SLACK
                || open && stretchesNothing(Matrices.mult(Matrices.transposed(a), a), squarings - 1);
    }
}
