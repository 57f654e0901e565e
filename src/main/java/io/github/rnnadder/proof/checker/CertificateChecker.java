package io.github.rnnadder.proof.checker;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.FullAdder;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.certificate.Precision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether a certificate proves a network right at every width.
 *
 * <p>It creates nothing, takes only the balls, metrics and tube from the certificate, and computes all else from the
 * weights. A certificate that is no proof is refused, whoever made it; see the package's documentation for why what it
 * accepts is a proof.
 */
public final class CertificateChecker {

    /** Among how many balls of a tag it takes as long to look for one as a step of a set. */
    private static final int BALLS_A_STEP = 1000;

    private final double[] v;
    private final Certificate certificate;
    private final SetStep step;
    /** By tag. */
    private final Map<Integer, Norm> norms = new HashMap<>();
    /** By tag, the centres in the coordinates of its norm. */
    private final Map<Integer, List<Ball>> balls = new HashMap<>();

    private final Optional<ZeroTube> tube;
    /** How many steps and halves of sets may still be looked at. */
    private long workLeft;
    /** How many steps the set took whose words are being followed. */
    private int stepsOfSet;

    /**
     * Copies weights and certificate first, so that all is decided about the same numbers, whatever another thread does
     * to the arrays meanwhile.
     */
    CertificateChecker(Weights given, Certificate claim, long workLimit) {
        Weights weights = new Weights(given.u(), given.w(), given.v());
        this.certificate = claim.copy();
        requireLimits(weights, certificate);
        this.v = weights.v();
        this.step = new SetStep(weights, certificate.tolerance());
        this.workLeft = workLimit;
        List<Integer> tags = certificate.metrics().stream().map(Metric::tag).toList();
        require(tags.equals(FullAdder.OCCURRING), "its metrics are not those of the tags 0, 1, 2, 5, 6 and 7");
        certificate.metrics().forEach(it -> norms.put(it.tag(), new Norm(it.t())));
        tags.forEach(tag -> balls.put(tag, new ArrayList<>()));
        for (Ball ball : certificate.balls()) {
            require(tags.contains(ball.tag()), "no sum leads to tag " + ball.tag());
            boolean moderate = ball.radius() >= Limits.SMALLEST_RADIUS && ball.radius() <= Limits.LARGEST_RADIUS;
            require(moderate, "a radius is not between 0.000001 and 10");
            double[] coordinates = Matrices.product(norms.get(ball.tag()).t(), ball.centre());
            balls.get(ball.tag()).add(new Ball(ball.tag(), ball.radius(), coordinates));
        }
        this.tube = certificate.tube().map(it -> new ZeroTube(weights, it, certificate.covers()));
    }

    /**
     * Returns if and only if the certificate proves that the network predicts every bit of every sum right, at every
     * width.
     *
     * @throws InvalidCertificateException if it does not, with the first reason found
     */
    public static void check(Weights weights, Certificate certificate) throws InvalidCertificateException {
        try {
            new CertificateChecker(weights, certificate, workLimit(weights.hiddenSize())).check();
        } catch (IllegalArgumentException e) {
            throw new InvalidCertificateException(e.getMessage());
        }
    }

    /** Refuses what is beyond the limits within which the bounds of rounding are argued and the work is bounded. */
    private static void requireLimits(Weights weights, Certificate claim) {
        int h = weights.hiddenSize();
        require(h <= Limits.MAX_HIDDEN_SIZE, "it has " + h + " hidden units, more than " + Limits.MAX_HIDDEN_SIZE);
        require(claim.hiddenSize() == h, "it is about " + claim.hiddenSize() + " hidden units, the network has " + h);
        boolean same = claim.tensors().equals(TensorBytes.sha256(weights));
        require(same, "it is about other weights: its SHA-256 of the tensors is not theirs");
        require(claim.steps() <= Limits.MAX_STEPS, "it states more than " + Limits.MAX_STEPS + " steps for a set");
        require(claim.halvings() <= Limits.MAX_HALVINGS, "it halves sets more than " + Limits.MAX_HALVINGS + " times");
        require(claim.balls().size() <= Limits.MAX_BALLS, "it has more than " + Limits.MAX_BALLS + " balls");
        boolean known = Limits.TOLERANCES.contains(claim.tolerance());
        require(known, "its tolerance is not 0.000001, 0.00001, 0.00005 or 0.0001");
        double ofState = Math.max(Matrices.maxRowSum(weights.w()), Matrices.maxRowSum(weights.u()));
        boolean moderate = Math.max(ofState, Matrices.absoluteSum(weights.v())) <= Limits.WEIGHTS;
        require(moderate, "a row of U or W, or V, sums to more than 1000 in absolute values");
        boolean covered = claim.covers() == Precision.DOUBLE || SinglePrecision.isWithin(claim.tolerance(), weights);
        require(covered, "single precision may err by more than its tolerance allows");
    }

    /** Returns how many steps and halves of sets a check may take: none takes more than two minutes, at any size. */
    static long workLimit(int hiddenSize) {
        return 30_000_000L * 256 / Math.max(256, hiddenSize * hiddenSize) / Math.max(16, hiddenSize);
    }

    void check() {
        // From h₀ = 0, column 00 leads back to exactly 0 and bit 0, which is right. Any other must lead into a ball.
        follow(norms.get(0).ball(new double[v.length], 0), 1, 0, 1);
        if (tube.isPresent()) {
            require(tube.get().keepsZeros(0), "zeros may lead out of the tip of the tube");
            for (int k = 0; k < ZeroTube.SLICES; k++) {
                follow(tube.get().slice(k), Limits.MAX_DEPTH, 0, tube.get().keepsZeros(k) ? 1 : 0);
            }
        }
        for (Ball ball : certificate.balls()) {
            StateSet set = norms.get(ball.tag()).ball(ball.centre(), ball.radius());
            follow(set, Limits.MAX_DEPTH, FullAdder.carryOf(ball.tag()), 0);
        }
    }

    private void follow(StateSet set, int columns, int carry, int firstColumn) {
        stepsOfSet = 0;
        expand(set, columns, carry, firstColumn);
    }

    /**
     * Follows every word of columns from a set until each has led into a ball or the tube, with right bits on the way.
     *
     * @param columns how many a word may still have
     * @param firstColumn 0, or 1 where column 00 has been dealt with
     */
    private void expand(StateSet set, int columns, int carry, int firstColumn) {
        require(columns > 0, "a set lies in no ball after as many columns as a word may have");
        for (int x = firstColumn; x < FullAdder.COLUMNS; x++) {
            int most = certificate.steps();
            require(++stepsOfSet <= most, "a set takes more than the " + most + " steps that it states");
            int next = FullAdder.carry(x, carry);
            int tag = FullAdder.tag(next, x);
            StateSet to = step.apply(set, x, norms.get(tag));
            require(to.margin(v, FullAdder.sumBit(x, carry)) > certificate.tolerance(), "a bit may be wrong");
            if (!isHeld(to, tag, certificate.halvings())) {
                expand(to, columns - 1, next, 0);
            }
        }
    }

    /**
     * Says whether all of a set lies in a ball of its tag or in the tube, or both its halves do.
     *
     * @param halvings how often it may be cut in half
     */
    boolean isHeld(StateSet set, int tag, int halvings) {
        workLeft -= 1 + balls.get(tag).size() / BALLS_A_STEP;
        require(workLeft >= 0, "checking it takes too many steps");
        return isHeldWhole(set, tag)
                || halvings > 0
                        && set.halves(norms.get(tag).t()).stream().allMatch(it -> isHeld(it, tag, halvings - 1));
    }

    private boolean isHeldWhole(StateSet set, int tag) {
        if (tag == 0 && tube.isPresent() && tube.get().contains(set)) {
            return true;
        }
        StateSet y = set.image(norms.get(tag).t());
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
