package io.github.rnnadder.checker;

import io.github.rnnadder.certificate.Certificate.Tube;
import io.github.rnnadder.numeric.Matrices;

/**
 * The cone R = {s·v + y : 0 &lt; s ≤ s_max, lᵀy = 0, ‖T y‖₂ ≤ κs} in which the state moves while both operands have only zeros
 * left, and the proof that it never leaves it and that every bit on the way is 0.
 *
 * <p>Write Π = I − v lᵀ, so that s = lᵀh and y = Πh. In R, h = s·(v + ΠT⁻¹κξ) with ‖ξ‖₂ ≤ 1, and z = W h = s·(c + κAξ) with
 * c = Wv, A = WΠT⁻¹. Since tanh(z) = τ(z)·z with τ(z) = tanh(z)/z in (0, 1], even and falling in |z|, one step is
 * h′ = s·D(c + κAξ) with D diagonal and each entry in an interval that depends on how large s is. All bounds here are relative to s,
 * so they hold however small s becomes. See the package's documentation for what happens when s underflows.
 */
public final class ZeroTube {

    /** What every relative bound is enlarged by; relative rounding is below 1e-11. */
    private static final double SLACK = 1e-9;
    /** Below this size the steps must either all shrink the state or all enlarge it, and nothing enters. */
    private static final double TINY = 1e-6;
    /** What the distance of the growth per step from 1 must be at least where the state is tiny. */
    private static final double DECIDED = 1e-6;
    /** The slices of (0, s_max]. */
    public static final int SLICES = 24;

    private final double[] v;
    private final double[] l;
    private final double kappa;
    /** κ, enlarged for what the computed T⁻¹ may lack. */
    private final double wide;

    private final double sMax;
    /** c = Wv. */
    private final double[] wv;
    /** A = WΠT⁻¹. */
    private final double[][] a;
    /** ΠT⁻¹. */
    private final double[][] spread;
    /** TΠ. */
    private final double[][] deviation;
    /** |c| + κ·(row norms of A), the largest |z|/s, and its smallest. */
    private final double[] most;

    private final double[] least;
    private final double outputAtV;
    private final double outputSpread;
    private final double outputSize;

    /**
     * Computes all that follows from the tube and the weights.
     *
     * @throws ArithmeticException if T has no usable inverse, or the numbers are beyond the limits
     */
    public ZeroTube(Tensors tensors, Tube tube) {
        this.v = tube.v();
        this.l = tube.l();
        this.kappa = tube.kappa();
        this.wide = kappa * Limits.INVERSE;
        this.sMax = tube.sMax();
        int h = v.length;
        Norm norm = new Norm(tube.t());
        if (!(Math.abs(Matrices.dot(l, v) - 1) <= 1e-12
                && Matrices.absoluteSum(l, 0, h) <= 1e3
                && Matrices.absoluteSum(v, 0, h) <= 1e3
                && sMax > TINY
                && sMax <= 10
                && kappa >= 1e-6
                && kappa <= 1e3)) {
            throw new ArithmeticException("the tube's v, l, kappa or sMax is out of range");
        }
        this.wv = Matrices.product(tensors.w(), v);
        this.spread = project(norm.inverse());
        this.a = Matrices.product(tensors.w(), spread);
        this.deviation = new double[h][h];
        for (int i = 0; i < h; i++) {
            double tv = Matrices.dot(norm.t()[i], v);
            for (int j = 0; j < h; j++) {
                deviation[i][j] = norm.t()[i][j] - tv * l[j];
            }
        }
        this.most = new double[h];
        this.least = new double[h];
        double size = 0;
        for (int i = 0; i < h; i++) {
            double reach = wide * Matrices.norm(a[i]) + SLACK;
            most[i] = Math.abs(wv[i]) + reach;
            least[i] = Math.max(0, Math.abs(wv[i]) - reach);
            size += Math.abs(tensors.v()[i]) * (Math.abs(v[i]) + wide * Matrices.norm(spread[i]));
        }
        this.outputAtV = Matrices.dot(tensors.v(), v);
        this.outputSpread = wide * Matrices.norm(Matrices.product(tensors.v(), spread));
        this.outputSize = size;
    }

    /** Returns ΠB = B − v(lᵀB). */
    private double[][] project(double[][] b) {
        double[] lb = Matrices.product(l, b);
        double[][] projected = new double[b.length][b.length];
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < b.length; j++) {
                projected[i][j] = b[i][j] - v[i] * lb[j];
            }
        }
        return projected;
    }

    /**
     * Says whether zeros give bits 0 in all of R, and keep the states near its tip within R.
     *
     * <p>Of the other slices, those for which {@link #keepsZeros} says no are expanded for column 00 like any other set.
     */
    public boolean holdsAtTip() {
        if (!(-outputAtV > outputSpread * (1 + 1e-6) + SLACK * outputSize)) {
            return false;
        }
        Growth tiny = growth(0, TINY);
        return tiny.keepsShape && (tiny.most <= 1 - DECIDED || tiny.least >= 1 + DECIDED) && keepsZeros(0);
    }

    /** Says whether column 00 leads from slice {@code k} back into R. */
    public boolean keepsZeros(int k) {
        Growth growth = growth(sliceStart(k), sliceStart(k + 1));
        return growth.keepsShape && growth.least >= 1e-3 && sliceStart(k + 1) * growth.most <= sMax * (1 - SLACK);
    }

    private double sliceStart(int k) {
        return k == SLICES ? sMax : sMax * k / SLICES;
    }

    /**
     * What one step makes of the states with a certain s.
     *
     * @param least the smallest s′/s
     * @param most the largest s′/s
     * @param keepsShape whether ‖T y′‖ ≤ κs′ afterwards, with s′ &gt; 0
     */
    private record Growth(double least, double most, boolean keepsShape) {}

    /** Bounds one step from the states with {@code from} &lt; s ≤ {@code to}. */
    private Growth growth(double from, double to) {
        int h = v.length;
        double[] image = new double[h];
        double[][] da = new double[h][h];
        double[] error = new double[h];
        double growth = 0;
        double slack = SLACK;
        for (int i = 0; i < h; i++) {
            double low = tau(to * most[i]) - SLACK;
            double high = Math.min(1, tau(from * least[i]) + SLACK);
            double d = (low + high) / 2;
            // Whatever D is, its entry differs from d by at most this, and then acts on at most |z|/s.
            error[i] = ((high - low) / 2 + SLACK) * most[i] + SLACK;
            image[i] = d * wv[i];
            for (int j = 0; j < h; j++) {
                da[i][j] = d * a[i][j];
            }
            growth += l[i] * image[i];
            slack += Math.abs(l[i]) * error[i];
        }
        double reach = slack + wide * Matrices.norm(Matrices.product(l, da));
        double errorSquares = 0;
        for (double[] row : deviation) {
            double sum = 0;
            for (int j = 0; j < h; j++) {
                sum += Math.abs(row[j]) * error[j];
            }
            errorSquares += sum * sum;
        }
        double width = Matrices.norm(Matrices.product(deviation, image))
                + wide * Matrices.spectralNorm(Matrices.product(deviation, da))
                + Math.sqrt(errorSquares)
                + SLACK;
        double least = growth - reach;
        return new Growth(least, growth + reach, least > 0 && width <= kappa * least * (1 - SLACK));
    }

    /** Returns tanh(z)/z for z ≥ 0. */
    private static double tau(double z) {
        return z < 1e-5 ? 1 - z * z / 3 : StrictMath.tanh(z) / z;
    }

    /** Becomes the states of one slice of R, 0…{@link #SLICES} − 1. */
    public void slice(int k, StateSet set) {
        int h = v.length;
        double from = sliceStart(k);
        double to = sliceStart(k + 1);
        double[] centre = new double[h];
        double[] axis = new double[h];
        double[][] m = new double[h][h];
        for (int i = 0; i < h; i++) {
            centre[i] = (from + to) / 2 * v[i];
            axis[i] = (to - from) / 2 * v[i] * (1 + 1e-9);
            for (int j = 0; j < h; j++) {
                m[i][j] = spread[i][j] * wide * to;
            }
        }
        set.setCylinder(centre, m, axis);
    }

    /** Says whether all of a set lies in R, and well away from its tip. */
    public boolean contains(StateSet set) {
        double s = Matrices.dot(l, set.centre());
        double reach = set.reach(l) + Norm.SLACK;
        if (!(s - reach > TINY && s + reach <= sMax)) {
            return false;
        }
        double room = kappa * (s - reach) - Norm.SLACK - Matrices.norm(Matrices.product(deviation, set.centre()));
        return room > 0 && Norm.radius(set, deviation, room, room) <= room;
    }
}
