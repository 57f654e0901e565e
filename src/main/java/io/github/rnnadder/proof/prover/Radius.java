package io.github.rnnadder.proof.prover;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.proof.checker.StateSet;

/** How far a set reaches from its centre, as a number; the checker only says whether it lies in a ball. */
final class Radius {

    /** What the checker will want for its slack, and a little more. */
    private static final double SLACK = 1.001e-6;
    /** As sharp as the checker. */
    private static final int SQUARINGS = 4;

    private Radius() {}

    /**
     * Returns an upper bound of ‖T(h − c)‖ over a set, no sharper than a decision needs.
     *
     * @param enough a bound below this need not be the best
     * @param useless above this, infinity will do
     */
    static double of(StateSet set, double[][] t, double enough, double useless) {
        double zonotope = Matrices.norm(Matrices.rowSums(Matrices.product(t, set.g()))) + SLACK;
        if (zonotope > useless) {
            return Double.POSITIVE_INFINITY;
        }
        double[][] ellipsoid = Matrices.product(t, set.m());
        double frobenius = frobenius(ellipsoid);
        if (zonotope + frobenius <= enough) {
            return zonotope + frobenius;
        }
        return zonotope + spectral(ellipsoid, frobenius, useless - zonotope, SQUARINGS);
    }

    /**
     * Returns ‖(AᵀA)⁸‖_F^{1/16} for four squarings, or infinity once it is known to be useless; ‖A‖₂² = ‖AᵀA‖₂, and
     * ‖A‖_F / √H ≤ ‖A‖₂ ≤ ‖A‖_F.
     */
    private static double spectral(double[][] a, double size, double useless, int squarings) {
        if (size / Math.sqrt(a.length) > useless) {
            return Double.POSITIVE_INFINITY;
        }
        if (squarings == 0 || size == 0) {
            return size;
        }
        double[][] unit = Matrices.scaled(a, 1 / size);
        double[][] square = Matrices.product(Matrices.transposed(unit), unit);
        double uselessSquare = useless / size * (useless / size);
        return size * Math.sqrt(spectral(square, frobenius(square), uselessSquare, squarings - 1));
    }

    private static double frobenius(double[][] a) {
        double squares = 0;
        for (double[] row : a) {
            squares += Matrices.dot(row, row);
        }
        return Math.sqrt(squares);
    }
}
