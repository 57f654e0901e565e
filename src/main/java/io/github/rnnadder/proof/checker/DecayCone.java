package io.github.rnnadder.proof.checker;

import static io.github.rnnadder.proof.checker.CertificateChecker.require;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate.Tube;
import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.certificate.Precision;

/**
 * The cone R = {s·v + y : 0 &lt; s ≤ s_max, lᵀy = 0, ‖T y‖₂ ≤ κs}, where the states of a long run of zeros decay. Its
 * axis is v; the linear form l measures s, with lᵀv = 1. T is the metric of the deviation y, and κ the width relative
 * to s. This class checks that input 00 maps R into itself with bit 0. The certificate calls R the tube.
 *
 * <p>Let Π = I − v lᵀ. Then s = lᵀh and y = Πh. In R, h = s·(v + ΠT⁻¹κξ) with ‖ξ‖₂ ≤ 1, and z = W h = s·(c + κAξ) with
 * c = Wv and A = WΠT⁻¹. Let τ(z) = tanh(z)/z, which is in (0, 1], even, and falls with |z|. Then one step gives h′ =
 * s·D(c + κAξ), where D is diagonal. Each entry of D lies in an interval that depends on s. All bounds are relative to
 * s and hold for arbitrarily small s. Lemma L14 treats underflow.
 */
public final class DecayCone {

    /** The minimum relative slack of every bound in this class. Relative rounding is below 4e-9. */
    private static final double SLACK = 1e-8;
    /** The tip is where s is at most this. Zeros must shrink all states there or enlarge all; no set may enter. */
    private static final double TIP = 1e-6;
    /** The minimum difference between 1 and s′/s for one step in the tip. */
    private static final double GROWTH_MARGIN = 1e-6;
    /** The minimum of s′/s for one step anywhere. It bounds how far one step can lead towards the tip. */
    private static final double MIN_GROWTH = 1e-3;
    /** The upper bound on |lᵀv − 1|. */
    private static final double UNIT_SLACK = 1e-12;
    /** The number of slices of equal length that divide the interval (0, s_max] of s. */
    public static final int SLICES = 24;

    private final Tube tube;
    /** Encloses the states of the cone that have s = 1. */
    private final EllipsoidZonotope cone;
    /** Encloses z/s = c + κAξ. */
    private final EllipsoidZonotope affine;
    /** The matrix TΠ, which maps h to T y. */
    private final double[][] deviation;
    /** The relative slack of every bound; larger if single precision is covered. */
    private final double slack;

    /**
     * Checks the shape of the cone, the bits of its states, and its tip.
     *
     * @param tube the cone's parameters
     * @param covered the least precise arithmetic whose states must stay in the cone
     * @throws io.github.rnnadder.proof.certificate.InvalidCertificateException if T has no usable inverse, a limit is
     *     exceeded, or a bit may be wrong
     */
    public DecayCone(Weights weights, Tube tube, Precision covered) {
        this.tube = tube;
        double[] v = tube.v();
        double[] l = tube.l();
        require(Math.abs(Matrices.dot(l, v) - 1) <= UNIT_SLACK, "lᵀv of the tube is not 1");
        require(Matrices.absoluteSum(l) <= Limits.MAX_TUBE_FORM, "l of the tube is too large");
        require(tube.sMax() >= SLICES * TIP, "the tube is too short"); // its first slice holds the whole tip
        double[][] projection = Matrices.projection(v, l);
        EllipsoidZonotope ball = new InvertibleMetric(tube.t()).ball(new double[v.length], tube.kappa());
        this.cone = new EllipsoidZonotope(v, Matrices.mult(projection, ball.m()), ball.g()).bounded();
        this.affine = cone.image(weights.w());
        this.deviation = Matrices.mult(tube.t(), projection);
        double reach = cone.maxNorm();
        double ofBall = ball.maxNorm() * Math.max(1, Matrices.maxRowSum(weights.w()));
        double ofDeviation = Math.sqrt(v.length) * Matrices.maxRowSum(tube.t()) * Math.max(1, affine.maxNorm());
        double skew = Matrices.absoluteSum(l) * Math.max(1, reach) * Math.max(ofBall, ofDeviation);
        require(skew <= Limits.MAX_TUBE_SKEW, "the tube is too skew");
        this.slack = covered == Precision.DOUBLE ? SLACK : SLACK + SinglePrecision.relative(weights.w(), reach);
        double uncertain = slack * Matrices.absoluteSum(weights.v()) * reach;
        require(cone.margin(weights.v(), 0) > uncertain, "a bit may be wrong in the tube");
        Growth tiny = growth(0, TIP);
        boolean decided = tiny.most <= 1 - GROWTH_MARGIN || tiny.least >= 1 + GROWTH_MARGIN;
        require(decided, "zeros neither shrink nor enlarge all states near the tip of the tube");
    }

    /** Returns whether input 00 maps every state of slice {@code k} back into the cone. */
    public boolean keepsZeros(int k) {
        double to = sliceStart(k + 1);
        Growth growth = growth(sliceStart(k), to);
        return growth.keepsShape && growth.least >= MIN_GROWTH && to * growth.most <= tube.sMax() * (1 - slack);
    }

    private double sliceStart(int k) {
        return tube.sMax() * k / SLICES;
    }

    /** The effect of one step with input 00: bounds on s′/s, and whether ‖T y′‖ ≤ κs′ holds after the step. */
    private record Growth(double least, double most, boolean keepsShape) {}

    /** Bounds the effect of one step with input 00 on the states of the cone with {@code from} &lt; s ≤ {@code to}. */
    private Growth growth(double from, double to) {
        int h = tube.v().length;
        double[] c = new double[h];
        double[][] m = new double[h][];
        double[][] g = new double[h][h];
        for (int i = 0; i < h; i++) {
            double size = Math.abs(affine.centre()[i]);
            double most = size + (affine.halfWidth(i) + slack);
            double low = tau(to * most) - slack;
            double high = Math.min(1, tau(from * Math.max(0, 2 * size - most)) + slack);
            double d = (low + high) / 2;
            c[i] = d * affine.centre()[i];
            m[i] = Matrices.scaled(affine.m()[i], d);
            // Each entry of D differs from d by at most (high − low)/2. It multiplies a number of at most |z|/s.
            g[i][i] = ((high - low) / 2 + slack) * most + slack;
        }
        EllipsoidZonotope next = new EllipsoidZonotope(c, m, g);
        EllipsoidZonotope s = next.image(new double[][] {tube.l()});
        double least = s.centre()[0] - s.halfWidth(0) - slack;
        EllipsoidZonotope y = next.image(deviation);
        double room = tube.kappa() * least * (1 - slack) - Matrices.norm(y.centre()) - slack;
        return new Growth(least, s.centre()[0] + s.halfWidth(0) + slack, y.isWithin(room));
    }

    /** Returns τ(z) = tanh(z)/z for z ≥ 0, computed from its series near 0. */
    private static double tau(double z) {
        return z < 1e-5 ? 1 - z * z / 3 : StrictMath.tanh(z) / z;
    }

    /** Returns a set that encloses slice {@code k} of the cone, with k from 0 to {@link #SLICES} − 1. */
    public EllipsoidZonotope slice(int k) {
        double from = sliceStart(k);
        double to = sliceStart(k + 1);
        double[][] axis = {Matrices.scaled(tube.v(), (to - from) / 2 * (1 + 1e-9))};
        double[] centre = Matrices.scaled(tube.v(), (from + to) / 2);
        return new EllipsoidZonotope(centre, Matrices.scaled(cone.m(), to), Matrices.transposed(axis)).bounded();
    }

    /** Returns whether a set lies in the cone and outside its tip. */
    public boolean contains(EllipsoidZonotope set) {
        EllipsoidZonotope s = set.image(new double[][] {tube.l()});
        double least = s.centre()[0] - s.halfWidth(0) - InvertibleMetric.SLACK;
        double most = s.centre()[0] + s.halfWidth(0) + InvertibleMetric.SLACK;
        if (!(least > TIP && most <= tube.sMax())) {
            return false;
        }
        EllipsoidZonotope y = set.image(deviation);
        return y.isWithin(tube.kappa() * least - Matrices.norm(y.centre()) - 2 * InvertibleMetric.SLACK);
    }
}
