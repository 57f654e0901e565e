package io.github.rnnadder.proof.prover;

import io.github.rnnadder.base.numeric.Inverse;
import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.base.numeric.PowerIteration;
import io.github.rnnadder.model.network.Cell;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.proof.checker.ZeroTube;
import java.util.Arrays;
import java.util.Optional;

/**
 * Looks for a tube: the leading eigenvalue of W with its vectors, a Lyapunov norm of what remains of W without it, and
 * how wide and long it may be.
 *
 * <p>A Lyapunov norm of a matrix A (Lyapunov, The general problem of the stability of motion, 1892) is one in which A
 * shrinks every vector by a factor g, however long it may take in the Euclidean one. There is one for every g above the
 * spectral radius of A: ‖T·‖₂ with TᵀT = P = Σ_k (Aᵏ/gᵏ)ᵀ(Aᵏ/gᵏ).
 */
final class TubeSearch {

    /** Enough for an eigenvalue 1 % above the next; see {@link #RESIDUAL} for the others. */
    private static final int POWER_STEPS = 4000;
    /** Of the power iteration: prefers positive eigenvalues to negative and complex ones of the same size. */
    private static final double SHIFT = 0.3;
    /** What W v may differ from λ v: more, and the leading eigenvalue is not real, or too close to the next. */
    private static final double RESIDUAL = 1e-10;
    /**
     * How far g lies from the spectral radius of the remaining W towards λ: nearer to it the norm is worse conditioned.
     */
    private static final double BETWEEN = 0.35;
    /** The terms of the series for P: its next one is below 1e-4 where the spectral radius is 0.94·g. */
    private static final int METRIC_TERMS = 80;
    /** How often a power is squared to estimate the spectral radius: the 32nd power. */
    private static final int SQUARINGS = 5;
    /** The s_max to try, longest first: states reach it from elsewhere the sooner. */
    private static final double[] LENGTHS = {0.8, 0.4, 0.2, 0.1};

    private final Weights weights;
    private final Cell cell;
    private final int h;
    private final double[] v;
    private final double[] l;
    /** W v. */
    private final double[] wv;
    /** λ. */
    private final double growth;

    TubeSearch(Weights weights) {
        this.weights = weights;
        this.cell = new Cell(weights);
        this.h = cell.hiddenSize();
        double[] right = leading(cell.w());
        this.v = cell.output(right) > 0 ? Matrices.scaled(right, -1) : right;
        double[] left = leading(Matrices.transposed(cell.w()));
        // Twice, so that lᵀv = 1 to the last digit.
        double[] once = Matrices.scaled(left, 1 / Matrices.dot(left, v));
        this.l = Matrices.scaled(once, 1 / Matrices.dot(once, v));
        this.wv = Matrices.product(cell.w(), v);
        this.growth = Matrices.dot(wv, v);
    }

    private double[] leading(double[][] a) {
        double[] start = new double[h];
        Arrays.setAll(start, i -> 1 + 0.1 * i);
        return PowerIteration.leading(a, SHIFT, start, POWER_STEPS);
    }

    /** Returns λ, by which a small state grows with each zero column. */
    double growth() {
        return growth;
    }

    /**
     * Returns the longest tube whose tip holds, if the leading eigenvalue allows any.
     *
     * @param width a fraction of the widest, at which some state of the cone has output 0
     */
    Optional<Tube> find(double width) {
        for (int i = 0; i < h; i++) {
            if (!(Math.abs(wv[i] - growth * v[i]) <= RESIDUAL)) {
                return Optional.empty();
            }
        }
        double[][] deflated = new double[h][h];
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < h; j++) {
                deflated[i][j] = cell.w()[i][j] - wv[i] * l[j];
            }
        }
        double next = spectralRadius(deflated);
        if (!(next < growth)) {
            return Optional.empty();
        }
        double[][] t = Rounding.round(Cholesky.root(lyapunov(deflated, next + BETWEEN * (growth - next))));
        double kappa = Rounding.round(width * widest(t));
        for (double sMax : LENGTHS) {
            Tube tube = new Tube(v, l, t, kappa, sMax);
            try {
                if (new ZeroTube(weights, tube, Precision.DOUBLE).keepsZeros(0)) {
                    return Optional.of(tube);
                }
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // out of the checker's range
            }
        }
        return Optional.empty();
    }

    /** Returns the κ at which −Vv = κ‖VΠT⁻¹‖. */
    private double widest(double[][] t) {
        double[][] inverse = Inverse.of(t);
        double[] spread = Matrices.product(cell.v(), inverse);
        double[] along = Matrices.product(l, inverse);
        double vv = cell.output(v);
        for (int j = 0; j < h; j++) {
            spread[j] -= vv * along[j];
        }
        return -vv / Matrices.norm(spread);
    }

    /** Returns ‖A³²‖_F^{1/32}, a little above the spectral radius. */
    private static double spectralRadius(double[][] a) {
        double[][] power = a;
        double norm = 1; // of A^(2^k) is norm^(2^k), with the power itself scaled to 1
        for (int k = 0; k <= SQUARINGS; k++) {
            if (k > 0) {
                power = Matrices.product(power, power);
            }
            double squares = 0;
            for (double[] row : power) {
                squares += Matrices.dot(row, row);
            }
            double size = Math.sqrt(squares);
            double root = size;
            for (int i = 0; i < k; i++) {
                root = Math.sqrt(root);
            }
            norm *= root;
            power = Matrices.scaled(power, 1 / size);
        }
        return norm;
    }

    /** Returns P = Σ_k (Aᵏ/gᵏ)ᵀ(Aᵏ/gᵏ). */
    private double[][] lyapunov(double[][] a, double g) {
        double[][] p = new double[h][h];
        double[][] power = ContractionMetric.identity(h);
        for (int k = 0; k < METRIC_TERMS; k++) {
            for (double[] row : power) {
                for (int i = 0; i < h; i++) {
                    for (int j = 0; j < h; j++) {
                        p[i][j] += row[i] * row[j];
                    }
                }
            }
            power = Matrices.scaled(Matrices.product(a, power), 1 / g);
        }
        return p;
    }
}
