package io.github.rnnadder.checker;

import io.github.rnnadder.certificate.Certificate;
import io.github.rnnadder.certificate.Certificate.Ball;
import io.github.rnnadder.certificate.Certificate.Metric;
import io.github.rnnadder.certificate.FullAdder;
import io.github.rnnadder.certificate.InvalidCertificateException;
import io.github.rnnadder.certificate.Limits;
import io.github.rnnadder.certificate.Precision;
import io.github.rnnadder.network.Cell;
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

    private final Cell cell;
    /** What each step is allowed for, and what is asked of the room of an inclusion and the margin of a bit. */
    private final double tolerance;

    private final SetStep step;
    private final Norm[] norms = new Norm[FullAdder.TAGS];
    private final List<List<PlacedBall>> balls = new ArrayList<>();
    private final Optional<ZeroTube> tube;
    private final StateSet[] stack = new StateSet[Limits.MAX_DEPTH + 1];
    /** How many steps a set may take until all its words have ended. */
    private final int stepLimit;
    /** How many all sets together may take. */
    private final long workLimit;
    /** How many steps the set took whose words are being followed. */
    private int steps;
    /** How many all sets before it took. */
    private long stepsBefore;

    /** A ball and its centre in the coordinates of its norm. */
    private record PlacedBall(double radius, double[] coordinates) {}

    CertificateChecker(Cell cell, Certificate certificate, long workLimit) throws InvalidCertificateException {
        this.cell = cell;
        this.tolerance = certificate.tolerance();
        this.step = new SetStep(cell, tolerance);
        this.stepLimit = certificate.steps();
        this.workLimit = workLimit;
        try {
            for (Metric metric : certificate.metrics()) {
                require(FullAdder.occurs(metric.tag()), "no sum leads to tag " + metric.tag());
                require(norms[metric.tag()] == null, "tag " + metric.tag() + " has two metrics");
                norms[metric.tag()] = new Norm(metric.t());
            }
            this.tube = certificate.tube().map(it -> new ZeroTube(cell, it, certificate.covers()));
        } catch (ArithmeticException e) {
            throw new InvalidCertificateException(e.getMessage());
        }
        for (int tag = 0; tag < FullAdder.TAGS; tag++) {
            require(norms[tag] != null || !FullAdder.occurs(tag), "tag " + tag + " has no metric");
            balls.add(new ArrayList<>());
        }
        for (Ball ball : certificate.balls()) {
            require(FullAdder.occurs(ball.tag()), "no sum leads to tag " + ball.tag());
            require(
                    ball.radius() >= Limits.SMALLEST_RADIUS && ball.radius() <= Limits.LARGEST_RADIUS,
                    "a radius is not between 0.000001 and 10");
            double[] centre = ball.centre();
            for (double c : centre) {
                require(Math.abs(c) <= Limits.CENTRE, "a centre is not within ±2");
            }
            balls.get(ball.tag()).add(new PlacedBall(ball.radius(), norms[ball.tag()].coordinates(centre)));
        }
        for (int depth = 0; depth < stack.length; depth++) {
            stack[depth] = new StateSet(cell.hiddenSize());
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

    static void check(Weights weights, Certificate certificate, long workLimit) throws InvalidCertificateException {
        require(
                weights.hiddenSize() <= Limits.MAX_HIDDEN_SIZE,
                "the network has " + weights.hiddenSize() + " hidden units; at most " + Limits.MAX_HIDDEN_SIZE
                        + " can be certified");
        require(
                certificate.hiddenSize() == weights.hiddenSize(),
                "it is about " + certificate.hiddenSize() + " hidden units, the network has " + weights.hiddenSize());
        require(
                certificate.tensors().equals(TensorBytes.sha256(weights)),
                "it is about other weights: its SHA-256 of the tensors is not theirs");
        require(
                certificate.steps() <= Limits.MAX_STEPS,
                "it states " + certificate.steps() + " steps for a set; at most " + Limits.MAX_STEPS + " are followed");
        require(certificate.balls().size() <= Limits.MAX_BALLS, "it has more than " + Limits.MAX_BALLS + " balls");
        require(
                Limits.TOLERANCES.contains(certificate.tolerance()),
                "its tolerance is not 0.000001, 0.00001, 0.00005 or 0.0001");
        Cell cell = new Cell(weights);
        requireModerate(cell);
        require(
                certificate.covers() == Precision.DOUBLE || SinglePrecision.isWithin(certificate.tolerance(), cell),
                "single precision may err by more than its tolerance allows");
        new CertificateChecker(cell, certificate, workLimit).check(certificate.balls());
    }

    /** Returns how many steps of sets a check may take: none takes more than two minutes, at any size. */
    static long workLimit(int hiddenSize) {
        return 30_000_000L * 256 / Math.max(256, hiddenSize * hiddenSize) / Math.max(16, hiddenSize);
    }

    private static void requireModerate(Cell cell) throws InvalidCertificateException {
        require(
                Matrices.maxRowSum(cell.w()) <= Limits.WEIGHTS
                        && SinglePrecision.inputSize(cell) <= Limits.WEIGHTS
                        && Matrices.absoluteSum(cell.v(), 0, cell.hiddenSize()) <= Limits.WEIGHTS,
                "a row of U or W, or V, sums to more than 1000 in absolute values");
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
            expandAll(FullAdder.carryOf(ball.tag()), 0);
        }
    }

    /** From h₀ = 0, column 00 leads back to exactly 0 and bit 0, which is right. Any other must lead into a ball. */
    private void checkFirstColumns() throws InvalidCertificateException {
        int h = cell.hiddenSize();
        stack[0].setBall(new double[h], new double[h][h]);
        for (int x = 1; x < FullAdder.COLUMNS; x++) {
            int tag = FullAdder.tag(FullAdder.carry(x, 0), x);
            advance(0, x, 0, "the first bit is wrong after column " + FullAdder.first(x) + FullAdder.second(x));
            require(isHeld(stack[1], tag), "no ball holds the state after the first column");
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
     * Follows every word of columns from {@code stack[depth]} until each has led into a ball or the tube, with right
     * bits on the way.
     *
     * @param firstColumn 0, or 1 where column 00 has been dealt with
     */
    private void expand(int depth, int carry, int firstColumn) throws InvalidCertificateException {
        require(depth < Limits.MAX_DEPTH, "a set lies in no ball after " + Limits.MAX_DEPTH + " columns");
        for (int x = firstColumn; x < FullAdder.COLUMNS; x++) {
            require(++steps <= stepLimit, "a set takes more than the " + stepLimit + " steps that it states");
            require(stepsBefore + steps <= workLimit, "checking it takes too many steps");
            int next = FullAdder.carry(x, carry);
            advance(depth, x, carry, "a bit may be wrong");
            if (!isHeld(stack[depth + 1], FullAdder.tag(next, x))) {
                expand(depth + 1, next, 0);
            }
        }
    }

    /** Steps from {@code stack[depth]} to {@code stack[depth + 1]}, all states of which must give the right bit. */
    private void advance(int depth, int x, int carry, String otherwise) throws InvalidCertificateException {
        StateSet to = stack[depth + 1];
        Norm metric = norms[FullAdder.tag(FullAdder.carry(x, carry), x)];
        require(step.apply(stack[depth], x, metric, to), "the bounds of a step are too wide");
        double o = Matrices.dot(cell.v(), to.centre());
        double margin = (FullAdder.sumBit(x, carry) == 1 ? o : -o) - to.reach(cell.v());
        require(margin > tolerance, otherwise);
    }

    /** Says whether all of a set lies in a ball of its tag, or in the tube. */
    boolean isHeld(StateSet set, int tag) {
        if (tag == 0 && tube.isPresent() && tube.get().contains(set)) {
            return true;
        }
        double room = room(norms[tag].coordinates(set.centre()), tag) - tolerance;
        return room > 0 && norms[tag].radius(set, room, room) <= room;
    }

    /**
     * Returns the largest radius of a ball around {@code y} that lies in a ball of the certificate; not above 0 if none
     * does.
     */
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
