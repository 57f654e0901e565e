package io.github.rnnadder.proof.checker;

import static io.github.rnnadder.proof.checker.CertificateChecker.require;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.certificate.Precision;

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

    /** What every relative bound is enlarged by at least; the relative rounding of doubles is below 4e-9. */
    private static final double SLACK = 1e-8;
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
        require(Math.abs(Matrices.dot(l, v) - 1) <= UNIT_SLACK, "lᵀv of the tube is not 1");
        require(Matrices.absoluteSum(l) <= Limits.TUBE_FORM, "l of the tube is too large");
        require(tube.sMax() >= SLICES * TINY, "the tube is too short"); // its first slice holds the whole tip
        double[][] projection = Matrices.projection(v, l);
        StateSet ball = new Norm(tube.t()).ball(new double[v.length], tube.kappa());
        this.cone = new StateSet(v, Matrices.product(projection, ball.m()), ball.g()).bounded();
        this.affine = cone.image(weights.w());
        this.deviation = Matrices.product(tube.t(), projection);
        double reach = cone.size();
        double ofBall = ball.size() * Math.max(1, Matrices.maxRowSum(weights.w()));
        double ofDeviation = Math.sqrt(v.length) * Matrices.maxRowSum(tube.t()) * Math.max(1, affine.size());
        double skew = Matrices.absoluteSum(l) * Math.max(1, reach) * Math.max(ofBall, ofDeviation);
        require(skew <= Limits.TUBE_SKEW, "the tube is too skew");
        this.slack = covered == Precision.DOUBLE ? SLACK : SLACK + SinglePrecision.relative(weights.w(), reach);
        double uncertain = slack * Matrices.absoluteSum(weights.v()) * reach;
        require(cone.margin(weights.v(), 0) > uncertain, "a bit may be wrong in the tube");
        Growth tiny = growth(0, TINY);
        boolean decided = tiny.most <= 1 - DECIDED || tiny.least >= 1 + DECIDED;
        require(decided, "zeros neither shrink nor enlarge all states near the tip of the tube");
    }

    /** Says whether column 00 leads from slice {@code k} back into R. */
    public boolean keepsZeros(int k) {
        double to = sliceStart(k + 1);
        Growth growth = growth(sliceStart(k), to);
        return growth.keepsShape && growth.least >= LEAST_GROWTH && to * growth.most <= tube.sMax() * (1 - slack);
    }

    private double sliceStart(int k) {
        return tube.sMax() * k / SLICES;
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
        return new StateSet(centre, Matrices.scaled(cone.m(), to), Matrices.transposed(axis)).bounded();
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
