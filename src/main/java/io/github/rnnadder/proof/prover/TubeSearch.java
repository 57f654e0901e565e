package io.github.rnnadder.proof.prover;

import io.github.rnnadder.base.numeric.Inverse;
import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.base.numeric.PowerIteration;
import io.github.rnnadder.model.network.Cell;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.certificate.Precision;
import io.github.rnnadder.proof.checker.DecayCone;
import java.util.Arrays;
import java.util.Optional;

/**
 * Searches for the decay cone, called tube in the certificate. The axis of the cone is the leading eigenvector of W.
 * Its metric is a Lyapunov metric of the rest of W.
 *
 * <p>In a Lyapunov metric of a matrix A, A x is shorter than g times x for every x ≠ 0 (Lyapunov, The general problem
 * of the stability of motion, 1892). Such a metric exists for every g above the spectral radius of A. It is ‖T·‖₂ with
 * TᵀT = P = Σ_k (Aᵏ/gᵏ)ᵀ(Aᵏ/gᵏ).
 */
final class TubeSearch {

    /** The number of power iterations, sufficient if the leading eigenvalue is 1 % above the next. */
    private static final int POWER_STEPS = 4000;
    /** Added to the diagonal of W for the power iteration, which then prefers positive eigenvalues. */
    private static final double SHIFT = 0.3;
    /** The upper bound on |W v − λ v|. Above it, the leading eigenvalue is not real or is too close to the next. */
    private static final double RESIDUAL = 1e-10;
    /** The position of g between the spectral radius (0) and λ (1). Near 0, the metric is ill-conditioned. */
    private static final double RATE_POSITION = 0.35;
    /** The number of terms of P. The first omitted term is below 1e-4 if the spectral radius is 0.94·g. */
    private static final int METRIC_TERMS = 80;
    /** The number of squarings that give A³², from which the spectral radius of A is estimated. */
    private static final int SQUARINGS = 5;
    /** The lengths s_max of the cone to try, longest first. States from elsewhere enter a long cone sooner. */
    private static final double[] LENGTHS = {0.8, 0.4, 0.2, 0.1};

    private final Weights weights;
    private final Cell cell;
    private final int h;
    private final double[] v;
    private final double[] l;
    /** The product W v. */
    private final double[] wv;
    /** The leading eigenvalue λ of W. */
    private final double growth;

    TubeSearch(Weights weights) {
        this.weights = weights;
        this.cell = new Cell(weights);
        this.h = cell.hiddenSize();
        double[] right = leading(cell.w());
        this.v = cell.output(right) > 0 ? Matrices.scaled(right, -1) : right;
        double[] left = leading(Matrices.transposed(cell.w()));
        // Dividing twice makes lᵀv equal to 1 to the last digit.
        double[] once = Matrices.scaled(left, 1 / Matrices.dot(left, v));
        this.l = Matrices.scaled(once, 1 / Matrices.dot(once, v));
        this.wv = Matrices.mult(cell.w(), v);
        this.growth = Matrices.dot(wv, v);
    }

    private double[] leading(double[][] a) {
        double[] start = new double[h];
        Arrays.setAll(start, i -> 1 + 0.1 * i);
        return PowerIteration.leading(a, SHIFT, start, POWER_STEPS);
    }

    /** Returns λ, the factor by which a zero input multiplies a small state in the long run. */
    double growth() {
        return growth;
    }

    /**
     * Returns the longest cone that keeps zeros in its first slice; empty if W has no suitable leading eigenvalue.
     *
     * @param width the width of the cone, relative to the widest; in the widest cone, some state has output 0
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
        double[][] t = Rounding.round(Cholesky.root(lyapunov(deflated, next + RATE_POSITION * (growth - next))));
        double kappa = Rounding.round(width * widest(t));
        for (double sMax : LENGTHS) {
            Tube tube = new Tube(v, l, t, kappa, sMax);
            try {
                if (new DecayCone(weights, tube, Precision.DOUBLE).keepsZeros(0)) {
                    return Optional.of(tube);
                }
            } catch (InvalidCertificateException e) {
                return Optional.empty(); // a limit of the checker is exceeded
            }
        }
        return Optional.empty();
    }

    /** Returns κ of the widest cone, for which −Vv = κ‖VΠT⁻¹‖. */
    private double widest(double[][] t) {
        double[][] inverse = Inverse.of(t);
        double[] spread = Matrices.multTransA(inverse, cell.v());
        double[] along = Matrices.multTransA(inverse, l);
        double vv = cell.output(v);
        for (int j = 0; j < h; j++) {
            spread[j] -= vv * along[j];
        }
        return -vv / Matrices.norm(spread);
    }

    /** Returns ‖A³²‖_F^{1/32}, which is slightly above the spectral radius of A. */
    private static double spectralRadius(double[][] a) {
        double[][] power = a;
        double norm = 1; // ‖A^(2^k)‖ = norm^(2^k), since the power itself is scaled to 1 before it is squared
        for (int k = 0; k <= SQUARINGS; k++) {
            double size = Matrices.frobenius(power);
            double root = size;
            for (int i = 0; i < k; i++) {
                root = Math.sqrt(root);
            }
            norm *= root;
            double[][] unit = Matrices.scaled(power, 1 / size);
            power = Matrices.mult(unit, unit);
        }
        return norm;
    }

    /** Returns P = Σ_k (Aᵏ/gᵏ)ᵀ(Aᵏ/gᵏ), truncated after {@link #METRIC_TERMS} terms. */
    private double[][] lyapunov(double[][] a, double g) {
        double[][] p = new double[h][h];
        double[][] power = ContractionMetric.identity(h);
        for (int k = 0; k < METRIC_TERMS; k++) {
            for (double[] row : power) {
                ContractionMetric.addOuter(p, row, 1);
            }
            power = Matrices.scaled(Matrices.mult(a, power), 1 / g);
        }
        return p;
    }
}
