package io.github.rnnadder.checker;

import io.github.rnnadder.certificate.Certificate.Tube;
import io.github.rnnadder.certificate.Limits;
import io.github.rnnadder.certificate.Precision;
import io.github.rnnadder.network.Cell;
import io.github.rnnadder.numeric.Matrices;

/**
 * The cone R = {s·v + y : 0 &lt; s ≤ s_max, lᵀy = 0, ‖T y‖₂ ≤ κs} in which the state moves while both operands have
 * only zeros left, and the proof that it never leaves it and that every bit on the way is 0.
 *
 * <p>Write Π = I − v lᵀ, so that s = lᵀh and y = Πh. In R, h = s·(v + ΠT⁻¹κξ) with ‖ξ‖₂ ≤ 1, and z = W h = s·(c + κAξ)
 * with c = Wv, A = WΠT⁻¹. Since tanh(z) = τ(z)·z with τ(z) = tanh(z)/z in (0, 1], even and falling in |z|, one step is
 * h′ = s·D(c + κAξ) with D diagonal and each entry in an interval that depends on how large s is. All bounds here are
 * relative to s, so they hold however small s becomes. See the package's documentation for what happens when s
 * underflows.
 */
public final class ZeroTube {

    /** What every relative bound is enlarged by at least; the relative rounding of doubles is below 1e-10. */
    private static final double SLACK = 1e-9;
    /** By what part of itself the output must stay below 0, beyond its uncertainty. */
    private static final double BIT_SLACK = 1e-6;
    /** Below this size the steps must either all shrink the state or all enlarge it, and nothing enters. */
    private static final double TINY = 1e-6;
    /** What the distance of the growth per step from 1 must be at least where the state is tiny. */
    private static final double DECIDED = 1e-6;
    /** The least growth per step anywhere: how far one step can lead towards the tip. */
    private static final double LEAST_GROWTH = 1e-3;
    /** What |lᵀv − 1| may be. */
    private static final double UNIT_SLACK = 1e-12;
    /** The slices of (0, s_max]. */
    public static final int SLICES = 24;

    private final double[] v;
    private final double[] l;
    private final double kappa;
    private final double sMax;
    /** What every relative bound is enlarged by. */
    private final double slack;
    /** κ, enlarged for what the computed T⁻¹ may lack. */
    private final double wide;
    /** c = Wv. */
    private final double[] wv;
    /** A = WΠT⁻¹. */
    private final double[][] a;
    /** ΠT⁻¹. */
    private final double[][] spread;
    /** TΠ. */
    private final double[][] deviation;
    /** |c| + κ·(row norms of A): the largest |z|/s. */
    private final double[] most;
    /** The smallest |z|/s. */
    private final double[] least;
    /** V v. */
    private final double outputAtV;
    /** κ‖VΠT⁻¹‖₂. */
    private final double outputSpread;
    /** The sum of the absolute values of the terms of V h/s. */
    private final double outputSize;

    /**
     * Computes all that follows from the tube and the weights.
     *
     * @param covered the arithmetic of the programs whose states must not leave it
     * @throws ArithmeticException if T has no usable inverse, or the numbers are beyond the limits
     */
    public ZeroTube(Cell cell, Tube tube, Precision covered) {
        this.v = tube.v();
        this.l = tube.l();
        this.kappa = tube.kappa();
        this.sMax = tube.sMax();
        this.wide = kappa * (1 + Norm.INVERSE_SLACK);
        int h = v.length;
        Norm norm = new Norm(tube.t());
        require(norm.condition() <= Limits.TUBE_CONDITION, "T of the tube is nearly singular");
        require(Math.abs(Matrices.dot(l, v) - 1) <= UNIT_SLACK, "lᵀv of the tube is not 1");
        require(Matrices.absoluteSum(l, 0, h) <= Limits.TUBE_FORM, "l of the tube is too large");
        require(kappa >= Limits.SMALLEST_KAPPA && kappa <= Limits.LARGEST_KAPPA, "kappa of the tube is out of range");
        // The first slice holds the whole tip.
        require(sMax >= SLICES * TINY && sMax <= Limits.LARGEST_S_MAX, "sMax of the tube is out of range");
        this.wv = Matrices.product(cell.w(), v);
        this.spread = project(norm.inverse());
        this.a = Matrices.product(cell.w(), spread);
        this.deviation = new double[h][h];
        for (int i = 0; i < h; i++) {
            double tv = Matrices.dot(norm.t()[i], v);
            for (int j = 0; j < h; j++) {
                deviation[i][j] = norm.t()[i][j] - tv * l[j];
            }
        }
        double[] reach = new double[h];
        double size = 0;
        for (int i = 0; i < h; i++) {
            reach[i] = Math.abs(v[i]) + wide * Matrices.norm(spread[i]);
            require(reach[i] <= Limits.TUBE_REACH, "the cone of the tube is too wide");
            size += Math.abs(cell.v()[i]) * reach[i];
        }
        this.slack = covered == Precision.DOUBLE ? SLACK : SLACK + SinglePrecision.relative(cell, reach);
        this.most = new double[h];
        this.least = new double[h];
        for (int i = 0; i < h; i++) {
            double reachOfZ = wide * Matrices.norm(a[i]) + slack;
            most[i] = Math.abs(wv[i]) + reachOfZ;
            least[i] = Math.max(0, Math.abs(wv[i]) - reachOfZ);
        }
        requireModest(cell, norm);
        this.outputAtV = Matrices.dot(cell.v(), v);
        this.outputSpread = wide * Matrices.norm(Matrices.product(cell.v(), spread));
        this.outputSize = size;
    }

    /** Bounds what ΠT⁻¹ and TΠ, differences that may cancel, lose to rounding: in z/s, and in ‖TΠh‖/s. */
    private void requireModest(Cell cell, Norm norm) {
        double ofSpread = kappa
                * Matrices.norm(Matrices.sizes(Matrices.transposed(norm.inverse()), l))
                * Matrices.largestFromOne(Matrices.sizes(cell.w(), v));
        double ofDeviation = Matrices.norm(Matrices.sizes(norm.t(), v))
                * Matrices.absoluteSum(l, 0, l.length)
                * Matrices.largestFromOne(most);
        require(ofSpread <= Limits.TUBE_SKEW && ofDeviation <= Limits.TUBE_SKEW, "the cone of the tube is too skew");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ArithmeticException(otherwise);
        }
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
     * <p>Of the other slices, those for which {@link #keepsZeros} says no are expanded for column 00 like any other
     * set.
     */
    public boolean holdsAtTip() {
        return givesZeroBits() && isDecidedAtTip() && keepsZeros(0);
    }

    /** Says whether V h is negative in all of R. */
    boolean givesZeroBits() {
        return -outputAtV > outputSpread * (1 + BIT_SLACK) + slack * outputSize;
    }

    /** Says whether zeros make every tiny state smaller, or every tiny state larger. */
    boolean isDecidedAtTip() {
        Growth tiny = growth(0, TINY);
        return tiny.most <= 1 - DECIDED || tiny.least >= 1 + DECIDED;
    }

    /** Says whether column 00 leads from slice {@code k} back into R. */
    public boolean keepsZeros(int k) {
        Growth growth = growth(sliceStart(k), sliceStart(k + 1));
        return growth.keepsShape
                && growth.least >= LEAST_GROWTH
                && sliceStart(k + 1) * growth.most <= sMax * (1 - slack);
    }

    private double sliceStart(int k) {
        return k == SLICES ? sMax : sMax * k / SLICES;
    }

    /**
     * What one step makes of the states with a certain s.
     *
     * @param least the smallest s′/s
     * @param most the largest s′/s
     * @param keepsShape whether ‖T y′‖ ≤ κs′ afterwards
     */
    private record Growth(double least, double most, boolean keepsShape) {}

    /** Bounds one step from the states with {@code from} &lt; s ≤ {@code to}. */
    private Growth growth(double from, double to) {
        int h = v.length;
        double[] image = new double[h];
        double[][] da = new double[h][h];
        double[] error = new double[h];
        double growth = 0;
        double uncertain = slack;
        for (int i = 0; i < h; i++) {
            double low = tau(to * most[i]) - slack;
            double high = Math.min(1, tau(from * least[i]) + slack);
            double d = (low + high) / 2;
            // Whatever D is, its entry differs from d by at most this, and then acts on at most |z|/s.
            error[i] = ((high - low) / 2 + slack) * most[i] + slack;
            image[i] = d * wv[i];
            for (int j = 0; j < h; j++) {
                da[i][j] = d * a[i][j];
            }
            growth += l[i] * image[i];
            uncertain += Math.abs(l[i]) * error[i];
        }
        double reach = uncertain + wide * Matrices.norm(Matrices.product(l, da));
        double errorSquares = 0;
        for (double[] row : deviation) {
            double sum = 0;
            for (int j = 0; j < h; j++) {
                sum += Math.abs(row[j]) * error[j];
            }
            errorSquares += sum * sum;
        }
        double width = Matrices.norm(Matrices.product(deviation, image))
                + wide * SpectralNorm.bound(Matrices.product(deviation, da))
                + Math.sqrt(errorSquares)
                + slack;
        double least = growth - reach;
        return new Growth(least, growth + reach, width <= kappa * least * (1 - slack));
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
