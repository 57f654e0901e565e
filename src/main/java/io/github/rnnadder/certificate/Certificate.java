package io.github.rnnadder.certificate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A claim about a set of hidden states that, if it holds, proves a network right at every width.
 *
 * <p>It says nothing by itself: {@link io.github.rnnadder.checker.CertificateChecker} decides whether it holds. It is
 * data and no more: the constructors see to shapes, and to nothing else. Immutable; arrays that it is given are copied,
 * those that it returns are the caller's own.
 *
 * @param tensors SHA-256 of the weights that it speaks of, 64 hexadecimal digits: of U, W and V in this order, row by
 *     row, as little-endian doubles
 * @param hiddenSize H
 * @param steps how many steps of sets it may take at most to follow all words from one ball, or from one slice of the
 *     tube: the work that it promises a checker, and the reason why a ball that is missing is missed
 * @param metrics one for each tag that occurs, by ascending tag
 * @param balls the sets that the hidden state moves between
 * @param tube where the hidden state decays during a long run of zeros; empty if the balls do without
 * @param tolerance what two programs may differ by in each step: one that computes every h′ and every o to within half
 *     of it adds right
 * @param covers the least precise arithmetic whose programs it speaks of
 */
public record Certificate(
        String tensors,
        int hiddenSize,
        int steps,
        List<Metric> metrics,
        List<Ball> balls,
        Optional<Tube> tube,
        double tolerance,
        Precision covers) {

    /** Makes the claim of a file that says nothing of tolerance or of what is covered. */
    public Certificate(
            String tensors, int hiddenSize, int steps, List<Metric> metrics, List<Ball> balls, Optional<Tube> tube) {
        this(tensors, hiddenSize, steps, metrics, balls, tube, Limits.TOLERANCES.get(0), Precision.DOUBLE);
    }

    /** Returns the same invariant, with another claim of what it bears. */
    public Certificate claiming(double newTolerance, Precision newCovers) {
        return new Certificate(tensors, hiddenSize, steps, metrics, balls, tube, newTolerance, newCovers);
    }

    /** Copies the lists and sees to it that all dimensions are H. */
    public Certificate {
        metrics = List.copyOf(metrics);
        balls = List.copyOf(balls);
        for (Metric metric : metrics) {
            requireSquare("the metric of tag " + metric.tag, metric.t, hiddenSize);
        }
        for (Ball ball : balls) {
            requireLength("the centre of a ball", ball.centre, hiddenSize);
        }
        tube.ifPresent(it -> {
            requireLength("v of the tube", it.v, hiddenSize);
            requireLength("l of the tube", it.l, hiddenSize);
            requireSquare("T of the tube", it.t, hiddenSize);
        });
    }

    /**
     * How distances are measured among states of one tag: ‖T(h − h′)‖₂.
     *
     * @param tag the carry and the last column, as {@link FullAdder#tag}
     * @param t T, H×H
     */
    public record Metric(int tag, double[][] t) {
        public Metric {
            t = copy(t);
        }

        @Override
        public double[][] t() {
            return copy(t);
        }
    }

    /**
     * The states h of one tag with ‖T(h − centre)‖₂ ≤ radius.
     *
     * @param tag the carry and the last column, as {@link FullAdder#tag}
     * @param radius above 0
     * @param centre H entries
     */
    public record Ball(int tag, double radius, double[] centre) {
        public Ball {
            centre = centre.clone();
        }

        @Override
        public double[] centre() {
            return centre.clone();
        }
    }

    /**
     * The states s·v + y with 0 &lt; s ≤ sMax, lᵀy = 0 and ‖T y‖₂ ≤ κs, all of them without carry: a cone around the
     * direction in which the state goes while both operands have only zeros left.
     *
     * @param v its direction, H entries
     * @param l the linear form that measures s, H entries, lᵀv = 1
     * @param t T, H×H
     * @param kappa κ, how wide the cone is
     * @param sMax how far it reaches
     */
    public record Tube(double[] v, double[] l, double[][] t, double kappa, double sMax) {
        public Tube {
            v = v.clone();
            l = l.clone();
            t = copy(t);
        }

        @Override
        public double[] v() {
            return v.clone();
        }

        @Override
        public double[] l() {
            return l.clone();
        }

        @Override
        public double[][] t() {
            return copy(t);
        }
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        Arrays.setAll(copy, i -> matrix[i].clone());
        return copy;
    }

    private static void requireSquare(String what, double[][] matrix, int size) {
        requireLength(what, matrix.length, size);
        for (double[] row : matrix) {
            requireLength("a row of " + what, row, size);
        }
    }

    private static void requireLength(String what, double[] vector, int size) {
        requireLength(what, vector.length, size);
    }

    private static void requireLength(String what, int length, int size) {
        if (length != size) {
            throw new IllegalArgumentException(what + " has " + length + " entries; expected " + size);
        }
    }
}
