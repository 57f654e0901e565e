package io.github.rnnadder.checker;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.certificate.Certificate.Ball;
import io.github.rnnadder.certificate.Certificate.Metric;
import io.github.rnnadder.certificate.FullAdder;
import io.github.rnnadder.certificate.InvalidCertificateException;
import io.github.rnnadder.certificate.Limits;
import io.github.rnnadder.certificate.Precision;
import io.github.rnnadder.network.TensorBytes;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.numeric.Matrices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a certificate proves a network right at every width.
 *
 * <p>It creates nothing, takes only the balls, metrics and tube from the certificate, and computes all else from the
 * weights. A certificate that is no proof is refused, whoever made it; see the package's documentation for why what it
 * accepts is a proof.
 */
public final class CertificateChecker {

    private final double[] v;
    private final Certificate certificate;
    private final SetStep step;
    private final Norm[] norms = new Norm[FullAdder.TAGS];
    /** By tag, the centres in the coordinates of its norm. */
    private final List<List<Ball>> balls = new ArrayList<>();

    private final Optional<ZeroTube> tube;
    /** How many steps all sets together may still take. */
    private long stepsLeft;
    /** How many steps the set took whose words are being followed. */
    private int steps;

    CertificateChecker(Weights weights, Certificate certificate, long workLimit) {
        this.v = weights.v();
        this.certificate = certificate;
        this.step = new SetStep(weights, certificate.tolerance());
        this.stepsLeft = workLimit;
        for (Metric metric : certificate.metrics()) {
            require(FullAdder.occurs(metric.tag()), "no sum leads to tag " + metric.tag());
            require(norms[metric.tag()] == null, "tag " + metric.tag() + " has two metrics");
            norms[metric.tag()] = new Norm(metric.t());
        }
        this.tube = certificate.tube().map(it -> new ZeroTube(weights, it, certificate.covers()));
        for (int tag = 0; tag < FullAdder.TAGS; tag++) {
            require(norms[tag] != null || !FullAdder.occurs(tag), "tag " + tag + " has no metric");
            balls.add(new ArrayList<>());
        }
        for (Ball ball : certificate.balls()) {
            int tag = ball.tag();
            double radius = ball.radius();
            require(FullAdder.occurs(tag), "no sum leads to tag " + tag);
            boolean moderate = radius >= Limits.SMALLEST_RADIUS && radius <= Limits.LARGEST_RADIUS;
            require(moderate, "a radius is not between 0.000001 and 10");
            require(Matrices.largest(ball.centre()) <= Limits.CENTRE, "a centre is not within ±2");
            balls.get(tag).add(new Ball(tag, radius, norms[tag].coordinates(ball.centre())));
        }
    }

    /**
     * Returns if and only if the certificate proves that the network predicts every bit of every sum right, at every
     * width.
     *
     * @throws InvalidCertificateException if it does not, with the first reason found
     */
    public static void check(Weights weights, Certificate certificate) throws InvalidCertificateException {
        check(weights, certificate, workLimit(weights.hiddenSize()));
    }

    static void check(Weights weights, Certificate claim, long workLimit) throws InvalidCertificateException {
        try {
            requireLimits(weights, claim);
            new CertificateChecker(weights, claim, workLimit).check();
        } catch (IllegalArgumentException e) {
            throw new InvalidCertificateException(e.getMessage());
        }
    }

    /** Refuses what is beyond the limits within which the bounds of rounding are argued and the work is bounded. */
    private static void requireLimits(Weights weights, Certificate claim) {
        int h = weights.hiddenSize();
        int steps = claim.steps();
        require(
                h <= Limits.MAX_HIDDEN_SIZE,
                "the network has " + h + " hidden units; at most " + Limits.MAX_HIDDEN_SIZE + " can be certified");
        require(claim.hiddenSize() == h, "it is about " + claim.hiddenSize() + " hidden units, the network has " + h);
        boolean same = claim.tensors().equals(TensorBytes.sha256(weights));
        require(same, "it is about other weights: its SHA-256 of the tensors is not theirs");
        require(
                steps <= Limits.MAX_STEPS,
                "it states " + steps + " steps for a set; at most " + Limits.MAX_STEPS + " are followed");
        require(claim.balls().size() <= Limits.MAX_BALLS, "it has more than " + Limits.MAX_BALLS + " balls");
        boolean known = Limits.TOLERANCES.contains(claim.tolerance());
        require(known, "its tolerance is not 0.000001, 0.00001, 0.00005 or 0.0001");
        double ofState = Math.max(Matrices.maxRowSum(weights.w()), Matrices.maxRowSum(weights.u()));
        boolean moderate = Math.max(ofState, Matrices.absoluteSum(weights.v())) <= Limits.WEIGHTS;
        require(moderate, "a row of U or W, or V, sums to more than 1000 in absolute values");
        boolean covered = claim.covers() == Precision.DOUBLE || SinglePrecision.isWithin(claim.tolerance(), weights);
        require(covered, "single precision may err by more than its tolerance allows");
    }

    /** Returns how many steps of sets a check may take: none takes more than two minutes, at any size. */
    static long workLimit(int hiddenSize) {
        return 30_000_000L * 256 / Math.max(256, hiddenSize * hiddenSize) / Math.max(16, hiddenSize);
    }

    private void check() {
        checkFirstColumns();
        if (tube.isPresent()) {
            ZeroTube cone = tube.get();
            require(cone.holdsAtTip(), "zeros may lead out of the tip of the tube, or give a wrong bit in the tube");
            for (int k = 0; k < ZeroTube.SLICES; k++) {
                require(cone.slice(k).isBounded(), "the tube is too wide");
                steps = 0;
                expand(cone.slice(k), 0, 0, cone.keepsZeros(k) ? 1 : 0);
            }
        }
        for (Ball ball : certificate.balls()) {
            StateSet set = norms[ball.tag()].ball(ball.centre(), ball.radius());
            require(set.isBounded(), "a ball is too wide");
            steps = 0;
            expand(set, 0, FullAdder.carryOf(ball.tag()), 0);
        }
    }

    /** From h₀ = 0, column 00 leads back to exactly 0 and bit 0, which is right. Any other must lead into a ball. */
    private void checkFirstColumns() {
        int h = v.length;
        StateSet start = new StateSet(new double[h], new double[h][h], new double[h][0]);
        for (int x = 1; x < FullAdder.COLUMNS; x++) {
            String otherwise = "the first bit is wrong after column " + FullAdder.first(x) + FullAdder.second(x);
            boolean held = isHeld(advance(start, x, 0, otherwise), FullAdder.tag(FullAdder.carry(x, 0), x));
            require(held, "no ball holds the state after the first column");
        }
    }

    /**
     * Follows every word of columns from a set until each has led into a ball or the tube, with right bits on the way.
     *
     * @param depth how many columns have led there
     * @param firstColumn 0, or 1 where column 00 has been dealt with
     */
    private void expand(StateSet set, int depth, int carry, int firstColumn) {
        require(depth < Limits.MAX_DEPTH, "a set lies in no ball after " + Limits.MAX_DEPTH + " columns");
        for (int x = firstColumn; x < FullAdder.COLUMNS; x++) {
            int most = certificate.steps();
            require(++steps <= most, "a set takes more than the " + most + " steps that it states");
            require(--stepsLeft >= 0, "checking it takes too many steps");
            int next = FullAdder.carry(x, carry);
            StateSet to = advance(set, x, carry, "a bit may be wrong");
            if (!isHeld(to, FullAdder.tag(next, x))) {
                expand(to, depth + 1, next, 0);
            }
        }
    }

    /** Returns a step from a set, all states of which must give the right bit. */
    private StateSet advance(StateSet from, int x, int carry, String otherwise) {
        Optional<StateSet> to = step.apply(from, x, norms[FullAdder.tag(FullAdder.carry(x, carry), x)]);
        require(to.isPresent(), "the bounds of a step are too wide");
        require(to.get().margin(v, FullAdder.sumBit(x, carry)) > certificate.tolerance(), otherwise);
        return to.get();
    }

    /** Says whether all of a set lies in a ball of its tag, or in the tube. */
    boolean isHeld(StateSet set, int tag) {
        if (tag == 0 && tube.isPresent() && tube.get().contains(set)) {
            return true;
        }
        StateSet y = set.image(norms[tag].t());
        double room = 0;
        for (Ball ball : balls.get(tag)) {
            room = Math.max(room, ball.radius() - Matrices.distance(y.centre(), ball.centre()));
        }
        return y.isWithin(room - certificate.tolerance() - Norm.SLACK);
    }

    /** Every reason to refuse a claim is thrown here, in the prover's use of these classes too. */
    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
