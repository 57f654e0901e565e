package io.github.rnnadder.prover;

import io.github.rnnadder.certificate.Certificate.Tube;
import io.github.rnnadder.checker.Tensors;
import io.github.rnnadder.checker.ZeroTube;
import io.github.rnnadder.numeric.Matrices;
import java.util.Arrays;
import java.util.Optional;

/** Looks for a tube: the leading eigenvalue of W, its vectors, a norm in which the rest of W contracts faster, and how wide and long it may be. */
final class TubeSearch {

    private static final int POWER_STEPS = 4000;
    private static final int METRIC_TERMS = 80;
    private static final double[] LENGTHS = {0.8, 0.4, 0.2, 0.1};

    private final Tensors tensors;
    private final int h;
    private final double[] v;
    private final double[] l;
    /** W v. */
    private final double[] wv;

    private final double growth;

    TubeSearch(Tensors tensors) {
        this.tensors = tensors;
        this.h = tensors.hiddenSize();
        double[] right = leading(tensors.w());
        this.v = Matrices.dot(tensors.v(), right) > 0 ? scaled(right, -1) : right;
        double[] left = leading(Matrices.transposed(tensors.w()));
        // Twice, so that lᵀv = 1 to the last digit.
        double[] once = scaled(left, 1 / Matrices.dot(left, v));
        this.l = scaled(once, 1 / Matrices.dot(once, v));
        this.wv = Matrices.product(tensors.w(), v);
        this.growth = Matrices.dot(wv, v);
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
            if (!(Math.abs(wv[i] - growth * v[i]) <= 1e-10)) {
                return Optional.empty(); // not real, or too close to the next
            }
        }
        double[][] deflated = new double[h][h];
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < h; j++) {
                deflated[i][j] = tensors.w()[i][j] - wv[i] * l[j];
            }
        }
        double next = spectralRadius(deflated);
        if (!(next < growth)) {
            return Optional.empty();
        }
        double[][] t = Rounding.round(SquareRoot.of(lyapunov(deflated, next + 0.35 * (growth - next))));
        double kappa = Rounding.round(width * widest(t));
        for (double sMax : LENGTHS) {
            Tube tube = new Tube(v, l, t, kappa, sMax);
            try {
                if (new ZeroTube(tensors, tube).holdsAtTip()) {
                    return Optional.of(tube);
                }
            } catch (ArithmeticException e) {
                return Optional.empty(); // out of the checker's range
            }
        }
        return Optional.empty();
    }

    /** Returns the κ at which −Vv = κ‖VΠT⁻¹‖. */
    private double widest(double[][] t) {
        double[][] inverse = Matrices.inverse(t);
        double[] spread = Matrices.product(tensors.v(), inverse);
        double[] along = Matrices.product(l, inverse);
        double vv = Matrices.dot(tensors.v(), v);
        for (int j = 0; j < h; j++) {
            spread[j] -= vv * along[j];
        }
        return -vv / Matrices.norm(spread);
    }

    /** Returns the eigenvector of the eigenvalue with the largest real part, more or less, by power iteration; ‖·‖₂ = 1. */
    private double[] leading(double[][] a) {
        double[] x = new double[h];
        Arrays.setAll(x, i -> 1 + 0.1 * i);
        for (int k = 0; k < POWER_STEPS; k++) {
            double[] y = Matrices.product(a, x);
            for (int i = 0; i < h; i++) {
                y[i] += 0.3 * x[i]; // prefers positive eigenvalues to negative and complex ones of the same size
            }
            x = scaled(y, 1 / Matrices.norm(y));
        }
        return x;
    }

    /** Returns ‖A³²‖_F^{1/32}, a little above the spectral radius. */
    private static double spectralRadius(double[][] a) {
        double[][] power = a;
        double norm = 1; // of A^(2^k) is norm^(2^k), with the power itself scaled to 1
        for (int k = 0; k <= 5; k++) {
            if (k > 0) {
                power = Matrices.product(power, power);
            }
            double squares = 0;
            for (double[] row : power) {
                squares += Matrices.squareSum(row, row.length);
            }
            double size = Math.sqrt(squares);
            double root = size;
            for (int i = 0; i < k; i++) {
                root = Math.sqrt(root);
            }
            norm *= root;
            double[][] unit = new double[power.length][];
            for (int i = 0; i < unit.length; i++) {
                unit[i] = scaled(power[i], 1 / size);
            }
            power = unit;
        }
        return norm;
    }

    /** Returns P = Σ_k (Aᵏ/gᵏ)ᵀ(Aᵏ/gᵏ): in its norm, A shrinks everything by at least g. */
    private double[][] lyapunov(double[][] a, double g) {
        double[][] p = new double[h][h];
        double[][] power = Matrices.identity(h);
        for (int k = 0; k < METRIC_TERMS; k++) {
            for (double[] row : power) {
                for (int i = 0; i < h; i++) {
                    for (int j = 0; j < h; j++) {
                        p[i][j] += row[i] * row[j];
                    }
                }
            }
            power = Matrices.product(a, power);
            for (int i = 0; i < h; i++) {
                power[i] = scaled(power[i], 1 / g);
            }
        }
        return p;
    }

    private static double[] scaled(double[] x, double factor) {
        double[] y = new double[x.length];
        Arrays.setAll(y, i -> x[i] * factor);
        return y;
    }
}
