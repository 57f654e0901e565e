package io.github.rnnadder.proof.checker;

import io.github.rnnadder.base.numeric.Matrices;
import io.github.rnnadder.model.evaluation.FullAdder;
import io.github.rnnadder.model.network.TensorBytes;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.proof.certificate.Certificate;
import io.github.rnnadder.proof.certificate.Certificate.Ball;
import io.github.rnnadder.proof.certificate.Certificate.Metric;
import io.github.rnnadder.proof.certificate.InvalidCertificateException;
import io.github.rnnadder.proof.certificate.Limits;
import io.github.rnnadder.proof.certificate.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a certificate proves that a network adds correctly at every width. The balls, metrics and cone come
 * from the certificate. Everything else is computed from the weights. The package documentation explains why the
 * checker can be trusted.
 */
public final class CertificateChecker {

    /** How many balls of one tag can be searched in the time of one step. */
    private static final int BALLS_PER_STEP = 1000;

    private final double[] v;
    private final Certificate certificate;
    private final AbstractTransformer step;
    /** The metrics by tag. */
    private final InvertibleMetric[] metrics = new InvertibleMetric[FullAdder.TAGS];
    /** The balls by tag. In place of its centre c, each ball holds T·c, where T is the metric of the tag. */
    private final List<List<Ball>> balls = new ArrayList<>();

    private final Optional<DecayCone> tube;
    /** The steps and containment tests that are left in the budget. */
    private long workLeft;
    /** The steps taken so far from the ball or slice that is being propagated. */
    private int stepsOfSet;

    /** Copies the weights and the claim first, so later writes to the given arrays do not affect the check. */
    CertificateChecker(Weights given, Certificate claim, long workLimit) {
        Weights weights = new Weights(given.u(), given.w(), given.v());
        this.certificate = claim.copy();
        requireLimits(weights, certificate);
        this.v = weights.v();
        this.step = new AbstractTransformer(weights, certificate.tolerance());
        this.workLeft = workLimit;
        List<Integer> tags = certificate.metrics().stream().map(Metric::tag).toList();
        require(tags.equals(FullAdder.OCCURRING), "its metrics are not for the tags 0, 1, 2, 5, 6 and 7");
        certificate.metrics().forEach(it -> metrics[it.tag()] = new InvertibleMetric(it.t()));
        while (balls.size() < FullAdder.TAGS) {
            balls.add(new ArrayList<>());
        }
        for (Ball ball : certificate.balls()) {
            require(tags.contains(ball.tag()), "no sum leads to tag " + ball.tag());
            boolean moderate = ball.radius() >= Limits.MIN_RADIUS && ball.radius() <= Limits.MAX_RADIUS;
            require(moderate, "a radius is not between 0.000001 and 10");
            double[] coordinates = Matrices.mult(metrics[ball.tag()].t(), ball.centre());
            balls.get(ball.tag()).add(new Ball(ball.tag(), ball.radius(), coordinates));
        }
        this.tube = certificate.tube().map(it -> new DecayCone(weights, it, certificate.covers()));
    }

    /**
     * Checks a certificate. Returns normally if and only if the certificate proves that the network predicts every bit
     * of every sum right, at every width.
     *
     * @throws InvalidCertificateException if the certificate is not such a proof; the message is the first reason found
     */
    public static void check(Weights weights, Certificate certificate) throws InvalidCertificateException {
        new CertificateChecker(weights, certificate, workLimit(weights.hiddenSize())).check();
    }

    /** Requires that weights and claim keep {@link Limits}, where the error bounds hold and the work is bounded. */
    private static void requireLimits(Weights weights, Certificate claim) {
        int h = weights.hiddenSize();
        require(
                h <= Limits.MAX_HIDDEN_SIZE,
                "the network has " + h + " hidden units, more than " + Limits.MAX_HIDDEN_SIZE);
        require(claim.hiddenSize() == h, "it is about " + claim.hiddenSize() + " hidden units, the network has " + h);
        boolean same = claim.tensors().equals(TensorBytes.sha256(weights));
        require(same, "it is about other weights: its SHA-256 differs from that of the tensors");
        require(claim.steps() <= Limits.MAX_STEPS, "it claims more than " + Limits.MAX_STEPS + " steps for a set");
        require(claim.halvings() <= Limits.MAX_HALVINGS, "it halves sets more than " + Limits.MAX_HALVINGS + " times");
        require(claim.balls().size() <= Limits.MAX_BALLS, "it has more than " + Limits.MAX_BALLS + " balls");
        boolean known = Limits.TOLERANCES.contains(claim.tolerance());
        require(known, "its tolerance is not 0.000001, 0.00001, 0.00005 or 0.0001");
        double ofState = Math.max(Matrices.maxRowSum(weights.w()), Matrices.maxRowSum(weights.u()));
        boolean moderate = Math.max(ofState, Matrices.absoluteSum(weights.v())) <= Limits.MAX_WEIGHT_SUM;
        require(moderate, "a row of U or W, or V, sums to more than 1000 in absolute values");
        boolean covered = claim.covers() == Precision.DOUBLE || SinglePrecision.isWithin(claim.tolerance(), weights);
        require(covered, "single precision may err by more than its tolerance allows");
    }

    /** Returns the budget of a check, in steps and containment tests. It keeps every check below two minutes. */
    static long workLimit(int hiddenSize) {
        return 30_000_000L * 256 / Math.max(256, hiddenSize * hiddenSize) / Math.max(16, hiddenSize);
    }

    void check() {
        // From h₀ = 0, input 00 leads back to exactly 0 with the right bit, 0. Every other input must lead into a ball.
        follow(metrics[0].ball(new double[v.length], 0), 1, 0, 1);
        if (tube.isPresent()) {
            require(tube.get().keepsZeros(0), "zeros may lead out of the tip of the tube");
            for (int k = 0; k < DecayCone.SLICES; k++) {
                follow(tube.get().slice(k), Limits.MAX_DEPTH, 0, tube.get().keepsZeros(k) ? 1 : 0);
            }
        }
        for (Ball ball : certificate.balls()) {
            EllipsoidZonotope set = metrics[ball.tag()].ball(ball.centre(), ball.radius());
            follow(set, Limits.MAX_DEPTH, FullAdder.carryOf(ball.tag()), 0);
        }
    }

    private void follow(EllipsoidZonotope set, int stepsLeft, int carry, int firstInput) {
        stepsOfSet = 0;
        expand(set, stepsLeft, carry, firstInput);
    }

    /**
     * Propagates a set through every sequence of inputs until each resulting set lies in a ball or in the cone.
     * Requires that every bit on the way is right. If {@code firstInput} is 1, input 00 is skipped at the first step.
     */
    private void expand(EllipsoidZonotope set, int stepsLeft, int carry, int firstInput) {
        require(stepsLeft > 0, "a set lies in no ball after " + Limits.MAX_DEPTH + " steps");
        for (int x = firstInput; x < FullAdder.INPUT_VALUES; x++) {
            int most = certificate.steps();
            require(++stepsOfSet <= most, "a set takes more than the " + most + " steps that it claims");
            int next = FullAdder.carry(x, carry);
            int tag = FullAdder.tag(next, x);
            EllipsoidZonotope to = step.apply(set, x, metrics[tag]);
            require(to.margin(v, FullAdder.sumBit(x, carry)) > certificate.tolerance(), "a bit may be wrong");
            if (!isContained(to, tag, certificate.halvings())) {
                expand(to, stepsLeft - 1, next, 0);
            }
        }
    }

    /** Returns whether a set lies in one ball of its tag or in the cone, or can be split into parts that do. */
    boolean isContained(EllipsoidZonotope set, int tag, int halvings) {
        workLeft -= 1 + balls.get(tag).size() / BALLS_PER_STEP;
        require(workLeft >= 0, "checking it takes too many steps");
        return isContainedWhole(set, tag)
                || halvings > 0
                        && set.split(metrics[tag].t()).stream().allMatch(it -> isContained(it, tag, halvings - 1));
    }

    private boolean isContainedWhole(EllipsoidZonotope set, int tag) {
        if (tag == 0 && tube.isPresent() && tube.get().contains(set)) {
            return true;
        }
        EllipsoidZonotope y = set.image(metrics[tag].t());
        double room = 0;
        for (Ball ball : balls.get(tag)) {
            room = Math.max(room, ball.radius() - Matrices.distance(y.centre(), ball.centre()));
        }
        return y.isWithin(room - certificate.tolerance() - InvertibleMetric.SLACK);
    }

    /** Throws an {@link InvalidCertificateException} if a condition is false. No other method here rejects a claim. */
    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new InvalidCertificateException(otherwise);
        }
    }
}
