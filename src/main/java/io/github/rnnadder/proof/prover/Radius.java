package io.github.rnnadder.proof.prover;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.proof.checker.EllipsoidZonotope;

/** Computes the radius of a set as a number. The checker, in contrast, only decides whether a set lies in a ball. */
final class Radius {

    /** A little more than the checker's slack, {@code InvertibleMetric.SLACK}. */
    private static final double SLACK = 1.001e-6;
    /** How many times AᵀA is squared, as in the checker. */
    private static final int SQUARINGS = 4;

    private Radius() {}

    /**
     * Returns an upper bound on ‖T(h − c)‖₂ over all h in a set with the centre c.
     *
     * @param t T, H×H
     * @param enough a bound up to this value is good enough, even if a lower one exists
     * @param useless a bound above this value may be replaced with infinity
     */
    static double of(EllipsoidZonotope set, double[][] t, double enough, double useless) {
        double zonotope = Matrices.norm(Matrices.rowSums(Matrices.mult(t, set.g()))) + SLACK;
        if (zonotope > useless) {
            return Double.POSITIVE_INFINITY;
        }
        double[][] ellipsoid = Matrices.mult(t, set.m());
        double frobenius = Matrices.frobenius(ellipsoid);
        if (zonotope + frobenius <= enough) {
            return zonotope + frobenius;
        }
        return zonotope + spectral(ellipsoid, frobenius, useless - zonotope, SQUARINGS);
    }

    /**
     * Returns an upper bound on ‖A‖₂, or infinity if ‖A‖₂ is above {@code useless}. With four squarings, the bound is
     * ‖(AᵀA)⁸‖_F^{1/16}. Uses ‖A‖₂² = ‖AᵀA‖₂ and ‖A‖_F/√H ≤ ‖A‖₂ ≤ ‖A‖_F.
     */
    private static double spectral(double[][] a, double size, double useless, int squarings) {
        if (size / Math.sqrt(a.length) > useless) {
            return Double.POSITIVE_INFINITY;
        }
        if (squarings == 0 || size == 0) {
            return size;
        }
        double[][] unit = Matrices.scaled(a, 1 / size);
        double[][] square = Matrices.mult(Matrices.transposed(unit), unit);
        double uselessSquare = useless / size * (useless / size);
        return size * Math.sqrt(spectral(square, Matrices.frobenius(square), uselessSquare, squarings - 1));
    }
}
