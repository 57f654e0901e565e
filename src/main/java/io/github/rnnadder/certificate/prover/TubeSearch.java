package io.github.rnnadder.certificate.prover;

import io.github.rnnadder.certificate.Certificate.Tube;
import io.github.rnnadder.certificate.checker.Matrices;
import io.github.rnnadder.certificate.checker.Tensors;
import io.github.rnnadder.certificate.checker.ZeroTube;
import java.util.Arrays;
import java.util.Optional;

/** Looks for a tube: the leading eigenvalue of W, its vectors, a norm in which the rest of W contracts faster, and how wide and long it may be. */
final class TubeSearch {

    private static final int POWER_STEPS = 4000;
    private static final int METRIC_TERMS = 80;
    private static final double WIDTH = Double.parseDouble(System.getProperty("kf", ".6"));
    private static final double[] LENGTHS = {Double.parseDouble(System.getProperty("sm", ".8")), 0.1};

    private final Tensors tensors;
    private final int h;

    private TubeSearch(Tensors tensors) {
        this.tensors = tensors;
        this.h = tensors.hiddenSize();
    }

    /**
     * Returns the longest tube whose tip holds.
     *
     * @param width 1 for as wide as the output allows, less for a fraction of it
     */
    static Optional<Tube> find(Tensors tensors, double width) {
        return new TubeSearch(tensors).find(width);
    }

    private Optional<Tube> find(double width) {
        double[][] w = tensors.w();
        double[][] transposed = new double[h][h];
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < h; j++) {
                transposed[i][j] = w[j][i];
            }
        }
        double[] v = leading(w);
        if (Matrices.dot(tensors.v(), v) > 0) {
            v = scaled(v, -1);
        }
        double[] l = leading(transposed);
        double[] wv = Matrices.product(w, v);
        double lambda = Matrices.dot(wv, v);
        for (int i = 0; i < h; i++) {
            if (!(Math.abs(wv[i] - lambda * v[i]) <= 1e-10)) {
                return Optional.empty(); // the leading eigenvalue is not real, or too close to the next
            }
        }
        if (lambda <= 0) {
            return Optional.empty();
        }
        l = scaled(l, 1 / Matrices.dot(l, v));
        l = scaled(l, 1 / Matrices.dot(l, v));

        double[][] deflated = new double[h][h];
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < h; j++) {
                deflated[i][j] = w[i][j] - wv[i] * l[j];
            }
        }
        double next = spectralRadius(deflated);
        if (!(next < lambda)) {
            return Optional.empty();
        }
        double[][] t = Rounding.round(SquareRoot.of(lyapunov(deflated, next + 0.35 * (lambda - next))));
        return fit(v, l, t, width);
    }

    private Optional<Tube> fit(double[] v, double[] l, double[][] t, double width) {
        // Where κ = widest, some state of the cone has output 0.
        double[][] inverse = Matrices.inverse(t);
        double[] vt = Matrices.product(tensors.v(), inverse);
        double vv = Matrices.dot(tensors.v(), v);
        double[] lt = Matrices.product(l, inverse);
        for (int j = 0; j < h; j++) {
            vt[j] -= vv * lt[j];
        }
        double widest = -vv / Matrices.norm(vt);
        double kappa = Rounding.round(widest * WIDTH * width);
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
