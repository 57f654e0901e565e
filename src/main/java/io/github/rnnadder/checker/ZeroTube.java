package io.github.rnnadder.checker;

import static io.github.rnnadder.checker.CertificateChecker.require;

import io.github.rnnadder.certificate.Certificate.Tube;
import io.github.rnnadder.certificate.Limits;
import io.github.rnnadder.certificate.Precision;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.numeric.Matrices;
import java.util.Arrays;

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

    /** What every relative bound is enlarged by at least; the relative rounding of doubles is below 4e-10. */
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

    private final Tube tube;
    /** R at s = 1, where h = v + κΠT⁻¹ξ, enlarged for what the computed T⁻¹ may lack. */
    private final StateSet cone;
    /** z/s = c + κAξ. */
    private final StateSet affine;
    /** TΠ. */
    private final double[][] deviation;
    /** What every relative bound is enlarged by. */
    private final double slack;

    /** Whether V h is negative in all of R. */
    final boolean givesZeroBits;

    /**
     * Computes all that follows from the tube and the weights.
     *
     * @param covered the arithmetic of the programs whose states must not leave it
     * @throws IllegalArgumentException if T has no usable inverse, or the numbers are beyond the limits
     */
    public ZeroTube(Weights weights, Tube tube, Precision covered) {
        this.tube = tube;
        double[] v = tube.v();
        double[] l = tube.l();
        double[][] t = tube.t();
        double kappa = tube.kappa();
        double[][] inverse = new Norm(t, Limits.TUBE_CONDITION).inverse;
        require(Math.abs(Matrices.dot(l, v) - 1) <= UNIT_SLACK, "lᵀv of the tube is not 1");
        require(Matrices.absoluteSum(l) <= Limits.TUBE_FORM, "l of the tube is too large");
        boolean moderate = kappa >= Limits.SMALLEST_KAPPA && kappa <= Limits.LARGEST_KAPPA;
        require(moderate, "kappa of the tube is out of range");
        boolean inRange = tube.sMax() >= SLICES * TINY && tube.sMax() <= Limits.LARGEST_S_MAX;
        require(inRange, "sMax of the tube is out of range"); // at least: the first slice holds the whole tip
        double[][] projected = lessOuter(inverse, v, Matrices.product(l, inverse));
        double[][] spread = Matrices.scaled(projected, kappa * (1 + Norm.INVERSE_SLACK));
        this.cone = new StateSet(v, spread, new double[v.length][0]);
        this.affine = cone.image(weights.w());
        this.deviation = lessOuter(t, Matrices.product(t, v), l);
        double[] reach = sizes(cone);
        require(Matrices.largest(reach) <= Limits.TUBE_REACH, "the cone of the tube is too wide");
        this.slack = covered == Precision.DOUBLE ? SLACK : SLACK + SinglePrecision.relative(weights.w(), reach);
        // What ΠT⁻¹ and TΠ, differences that may cancel, lose to rounding: in z/s, and in ‖TΠh‖/s.
        double ofSpread = kappa
                * Matrices.norm(Matrices.sizes(Matrices.transposed(inverse), l))
                * Math.max(1, Matrices.largest(Matrices.sizes(weights.w(), v)));
        double ofDeviation = Matrices.norm(Matrices.sizes(t, v))
                * Matrices.absoluteSum(l)
                * Math.max(1, Matrices.largest(sizes(affine)) + slack);
        require(Math.max(ofSpread, ofDeviation) <= Limits.TUBE_SKEW, "the cone of the tube is too skew");
        double[][] output = {weights.v()};
        StateSet o = cone.image(output);
        double uncertain = o.reach(0) * (1 + BIT_SLACK) + slack * Matrices.sizes(output, reach)[0];
        this.givesZeroBits = -o.centre()[0] > uncertain;
    }

    /** Returns B − x yᵀ: what a projection along v takes away. */
    private static double[][] lessOuter(double[][] b, double[] x, double[] y) {
        double[][] less = new double[x.length][y.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                less[i][j] = b[i][j] - x[i] * y[j];
            }
        }
        return less;
    }

    /** Returns max |h_i| over a set. */
    private static double[] sizes(StateSet set) {
        double[] sizes = new double[set.centre().length];
        Arrays.setAll(sizes, i -> Math.abs(set.centre()[i]) + set.reach(i));
        return sizes;
    }

    /**
     * Says whether zeros give bits 0 in all of R, and keep the states near its tip within R.
     *
     * <p>Of the other slices, those for which {@link #keepsZeros} says no are expanded for column 00 like any other
     * set.
     */
    public boolean holdsAtTip() {
        return givesZeroBits && isDecidedAtTip() && keepsZeros(0);
    }

    /** Says whether zeros make every tiny state smaller, or every tiny state larger. */
    boolean isDecidedAtTip() {
        Growth tiny = growth(0, TINY);
        return tiny.most <= 1 - DECIDED || tiny.least >= 1 + DECIDED;
    }

    /** Says whether column 00 leads from slice {@code k} back into R. */
    public boolean keepsZeros(int k) {
        double to = sliceStart(k + 1);
        Growth growth = growth(sliceStart(k), to);
        return growth.keepsShape && growth.least >= LEAST_GROWTH && to * growth.most <= tube.sMax() * (1 - slack);
    }

    private double sliceStart(int k) {
        return k == SLICES ? tube.sMax() : tube.sMax() * k / SLICES;
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
        int h = tube.v().length;
        double[] c = new double[h];
        double[][] m = new double[h][];
        double[][] g = new double[h][h];
        for (int i = 0; i < h; i++) {
            double size = Math.abs(affine.centre()[i]);
            double most = size + (affine.reach(i) + slack);
            double low = tau(to * most) - slack;
            double high = Math.min(1, tau(from * Math.max(0, 2 * size - most)) + slack);
            double d = (low + high) / 2;
            c[i] = d * affine.centre()[i];
            m[i] = Matrices.scaled(affine.m()[i], d);
            // Whatever D is, its entry differs from d by at most this, and then acts on at most |z|/s.
            g[i][i] = ((high - low) / 2 + slack) * most + slack;
        }
        StateSet next = new StateSet(c, m, g);
        StateSet s = next.image(new double[][] {tube.l()});
        double least = s.centre()[0] - s.reach(0) - slack;
        StateSet y = next.image(deviation);
        double room = tube.kappa() * least * (1 - slack) - Matrices.norm(y.centre()) - slack;
        return new Growth(least, s.centre()[0] + s.reach(0) + slack, y.isWithin(room));
    }

    /** Returns tanh(z)/z for z ≥ 0. */
    private static double tau(double z) {
        return z < 1e-5 ? 1 - z * z / 3 : StrictMath.tanh(z) / z;
    }

    /** Returns the states of one slice of R, 0…{@link #SLICES} − 1. */
    public StateSet slice(int k) {
        double from = sliceStart(k);
        double to = sliceStart(k + 1);
        double[][] axis = {Matrices.scaled(tube.v(), (to - from) / 2 * (1 + 1e-9))};
        double[] centre = Matrices.scaled(tube.v(), (from + to) / 2);
        return new StateSet(centre, Matrices.scaled(cone.m(), to), Matrices.transposed(axis));
    }

    /** Says whether all of a set lies in R, and well away from its tip. */
    public boolean contains(StateSet set) {
        StateSet s = set.image(new double[][] {tube.l()});
        double least = s.centre()[0] - s.reach(0) - Norm.SLACK;
        double most = s.centre()[0] + s.reach(0) + Norm.SLACK;
        if (!(least > TINY && most <= tube.sMax())) {
            return false;
        }
        StateSet y = set.image(deviation);
        return y.isWithin(tube.kappa() * least - Matrices.norm(y.centre()) - 2 * Norm.SLACK);
    }
}
