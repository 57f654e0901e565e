package io.github.rnnadder.checker;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.certificate.Certificate.Ball;
import io.github.rnnadder.certificate.Certificate.Metric;
import io.github.rnnadder.certificate.Column;
import io.github.rnnadder.certificate.InvalidCertificateException;
import io.github.rnnadder.network.TensorBytes;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.numeric.Matrices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a certificate proves a network right at every width. The one part of this package that has to be trusted.
 *
 * <p>It creates nothing, takes only the balls, metrics and tube from the certificate, and computes all else from the weights. A
 * certificate that is no proof is refused, whoever made it; see the package's documentation for why what it accepts is a proof.
 */
public final class CertificateChecker {

    /** The largest network that a certificate may speak of. */
    public static final int MAX_HIDDEN_SIZE = 64;
    /** How many steps a set may take before it lies in a ball or in the tube. */
    public static final int MAX_DEPTH = 40;
    /** How many steps of sets may be needed to follow all words from one ball, or from one slice of the tube. */
    public static final int MAX_STEPS = 5000;
    /** How many balls a certificate may have. */
    public static final int MAX_BALLS = 20_000;
    /** What the distance of an output from a tie must exceed. */
    public static final double BIT_SLACK = 1e-6;

    private final Tensors tensors;
    private final SetStep step;
    private final Norm[] norms = new Norm[Column.TAGS];
    private final List<List<PlacedBall>> balls = new ArrayList<>();
    private final Optional<ZeroTube> tube;
    private final StateSet[] stack = new StateSet[MAX_DEPTH + 1];
    private final int stepLimit;
    /** How many steps the set took whose words are being followed, and how many all before it. */
    private int steps;

    private long stepsBefore;

    /** A ball and its centre in the coordinates of its norm. */
    private record PlacedBall(double radius, double[] coordinates) {}

    private CertificateChecker(Weights weights, Certificate certificate) throws InvalidCertificateException {
        this.tensors = Tensors.of(weights);
        this.step = new SetStep(tensors);
        this.stepLimit = certificate.steps();
        require(tensors.areModerate(), "a row of U or W, or V, sums to more than 1000 in absolute values");
        try {
            for (Metric metric : certificate.metrics()) {
                require(Column.occurs(metric.tag()), "no sum leads to tag " + metric.tag());
                require(norms[metric.tag()] == null, "tag " + metric.tag() + " has two metrics");
                norms[metric.tag()] = new Norm(metric.t());
            }
            this.tube = certificate.tube().map(it -> new ZeroTube(tensors, it));
        } catch (ArithmeticException e) {
            throw new InvalidCertificateException(e.getMessage());
        }
        for (int tag = 0; tag < Column.TAGS; tag++) {
            require(norms[tag] != null || !Column.occurs(tag), "tag " + tag + " has no metric");
            balls.add(new ArrayList<>());
        }
        for (Ball ball : certificate.balls()) {
            require(Column.occurs(ball.tag()), "no sum leads to tag " + ball.tag());
            require(ball.radius() >= 1e-6 && ball.radius() <= 10, "a radius is not between 0.000001 and 10");
            double[] centre = ball.centre();
            for (double c : centre) {
                require(Math.abs(c) <= 2, "a centre is not within ±2");
            }
            balls.get(ball.tag()).add(new PlacedBall(ball.radius(), norms[ball.tag()].coordinates(centre)));
        }
        for (int depth = 0; depth < stack.length; depth++) {
            stack[depth] = new StateSet(tensors.hiddenSize());
        }
    }

    /**
     * Returns if and only if the certificate proves that the network predicts every bit of every sum right, at every width.
     *
     * @throws InvalidCertificateException if it does not, with the first reason found
     */
    public static void check(Weights weights, Certificate certificate) throws InvalidCertificateException {
        require(
                weights.hiddenSize() <= MAX_HIDDEN_SIZE,
                "the network has " + weights.hiddenSize() + " hidden units; at most " + MAX_HIDDEN_SIZE
                        + " can be certified");
        require(
                certificate.hiddenSize() == weights.hiddenSize(),
                "it is about " + certificate.hiddenSize() + " hidden units, the network has " + weights.hiddenSize());
        require(
                certificate.tensors().equals(TensorBytes.sha256(weights)),
                "it is about other weights: its SHA-256 of the tensors is not theirs");
        require(
                certificate.steps() <= MAX_STEPS,
                "it states " + certificate.steps() + " steps for a set; at most " + MAX_STEPS + " are followed");
        require(certificate.balls().size() <= MAX_BALLS, "it has more than " + MAX_BALLS + " balls");
        new CertificateChecker(weights, certificate).check(certificate.balls());
    }

    /** Returns how many steps of sets a check may take: none takes more than two minutes, at any size. */
    public static long workLimit(int hiddenSize) {
        return 30_000_000L * 256 / Math.max(256, hiddenSize * hiddenSize) / Math.max(16, hiddenSize);
    }

    private void check(List<Ball> all) throws InvalidCertificateException {
        checkFirstColumns();
        if (tube.isPresent()) {
            require(
                    tube.get().holdsAtTip(),
                    "zeros may lead out of the tip of the tube, or give a wrong bit in the tube");
            for (int k = 0; k < ZeroTube.SLICES; k++) {
                tube.get().slice(k, stack[0]);
                require(stack[0].isBounded(), "the tube is too wide");
                expandAll(0, tube.get().keepsZeros(k) ? 1 : 0);
            }
        }
        for (Ball ball : all) {
            stack[0].setBall(ball.centre(), norms[ball.tag()].ball(ball.radius()));
            require(stack[0].isBounded(), "a ball is too wide");
            expandAll(Column.carryOf(ball.tag()), 0);
        }
    }

    /** From h₀ = 0, column 00 leads back to exactly 0 and bit 0, which is right. Any other must lead into a ball. */
    private void checkFirstColumns() throws InvalidCertificateException {
        for (int x = 1; x < Column.COUNT; x++) {
            double[] h = new double[tensors.hiddenSize()];
            for (int i = 0; i < h.length; i++) {
                h[i] = StrictMath.tanh(tensors.input()[x][i]);
            }
            double o = Matrices.dot(tensors.v(), h);
            require(
                    (Column.sumBit(x, 0) == 1 ? o : -o) > BIT_SLACK,
                    "the first bit is wrong after column " + Column.first(x) + Column.second(x));
            int tag = Column.tag(Column.carry(x, 0), x);
            double[] y = norms[tag].coordinates(h);
            require(room(y, tag) > Norm.SLACK, "no ball holds the state after the first column");
        }
    }

    /**
     * Follows every word of columns from {@code stack[0]}.
     *
     * @param firstColumn 0, or 1 where column 00 has been dealt with
     */
    private void expandAll(int carry, int firstColumn) throws InvalidCertificateException {
        stepsBefore += steps;
        steps = 0;
        expand(0, carry, firstColumn);
    }

    /**
     * Follows every word of columns from {@code stack[depth]} until each has led into a ball or the tube, with right bits on the way.
     *
     * @param firstColumn 0, or 1 where column 00 has been dealt with
     */
    private void expand(int depth, int carry, int firstColumn) throws InvalidCertificateException {
        require(depth < MAX_DEPTH, "a set lies in no ball after " + MAX_DEPTH + " columns");
        StateSet to = stack[depth + 1];
        for (int x = firstColumn; x < Column.COUNT; x++) {
            require(++steps <= stepLimit, "a set takes more than the " + stepLimit + " steps that it states");
            require(stepsBefore + steps <= workLimit(tensors.hiddenSize()), "checking it takes too many steps");
            int next = Column.carry(x, carry);
            int tag = Column.tag(next, x);
            require(step.apply(stack[depth], x, norms[tag], to), "the bounds of a step are too wide");
            double o = Matrices.dot(tensors.v(), to.centre());
            double margin = (Column.sumBit(x, carry) == 1 ? o : -o) - to.reach(tensors.v());
            require(margin > BIT_SLACK, "a bit may be wrong");
            if (!isHeld(to, tag)) {
                expand(depth + 1, next, 0);
            }
        }
    }

    private boolean isHeld(StateSet set, int tag) {
        if (tag == 0 && tube.isPresent() && tube.get().contains(set)) {
            return true;
        }
        double room = room(norms[tag].coordinates(set.centre()), tag) - Norm.SLACK;
        return room > 0 && norms[tag].radius(set, room, room) <= room;
    }

    /** Returns the largest radius of a ball around {@code y} that lies in a ball of the certificate; not above 0 if none does. */
    private double room(double[] y, int tag) {
        double most = 0;
        for (PlacedBall ball : balls.get(tag)) {
            most = Math.max(most, ball.radius - Matrices.distance(y, ball.coordinates, ball.radius - most));
        }
        return most;
    }

    private static void require(boolean condition, String otherwise) throws InvalidCertificateException {
        if (!condition) {
            throw new InvalidCertificateException(otherwise);
        }
    }
}
