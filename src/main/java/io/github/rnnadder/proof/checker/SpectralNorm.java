package io.github.rnnadder.proof.checker;

import io.github.rnnadder.base.numeric.Matrices;
import java.util.Arrays;

/** Whether the spectral norm ‖A‖₂, the largest factor by which A stretches a vector, keeps a limit. */
final class SpectralNorm {

    /** How often AᵀA is squared. */
    private static final int SQUARINGS = 3;

    /** By what part of itself a norm must stay below its limit. */
    private static final double SLACK = 1e-9;

    private SpectralNorm() {}

    /**
     * Returns true only if ‖A‖₂ ≤ {@code most} for a square matrix A; false also where ‖A‖₂ is above {@code most} /
     * n^{1/32}, or not finite.
     *
     * <p>A is divided by its limit first. So what overflows is above it, and what underflows is too small to count.
     */
    static boolean isAtMost(double most, double[][] a) {
        return most > 0 && stretchesNothing(Matrices.scaled(a, 1 / most), SQUARINGS + 1);
    }

    /** ‖A‖_F/√n ≤ ‖A‖₂ ≤ ‖A‖_F and ‖A‖₂² = ‖AᵀA‖₂: the larger the power, the nearer to each other its bounds. */
    private static boolean stretchesNothing(double[][] a, int squarings) {
        double frobenius =
                Matrices.norm(Arrays.stream(a).mapToDouble(Matrices::norm).toArray());
        boolean open = squarings > 0 && frobenius <= Math.sqrt(a.length);
        return frobenius <= 1 - SLACK
                || open && stretchesNothing(Matrices.product(Matrices.transposed(a), a), squarings - 1);
    }
}
