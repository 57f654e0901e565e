package io.github.rnnadder.proof.certificate;

import io.github.rnnadder.base.numeric.Matrices;
import java.util.List;
import java.util.Optional;

/**
 * A claim about a set of hidden states that, if it holds, proves a network right at every width.
 *
 * <p>It says nothing by itself: {@link io.github.rnnadder.proof.checker.CertificateChecker} decides whether it holds. It is
 * data and no more: the constructor sees to shapes, and to nothing else. The arrays that are given are copied; those
 * that are returned are not: whoever reads them leaves them as they are, and the checker makes a {@link #copy()}.
 *
 * @param tensors SHA-256 of the weights that it speaks of, 64 hexadecimal digits: of U, W and V in this order, row by
 *     row, as little-endian doubles
 * @param hiddenSize H
 * @param steps how many steps of sets it may take at most to follow all words from one ball, or from one slice of the
 *     tube: the work that it promises a checker, and the reason why a ball that is missing is missed
 * @param halvings how often a set that lies in no ball may be cut in half, for each half to lie in one
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
        int halvings,
        List<Metric> metrics,
        List<Ball> balls,
        Optional<Tube> tube,
        double tolerance,
        Precision covers) {

    /** Copies the lists and sees to it that all dimensions are H. */
    public Certificate {
        metrics = List.copyOf(metrics);
        balls = List.copyOf(balls);
        metrics.forEach(it -> Matrices.requireShape("T", it.t, hiddenSize, hiddenSize));
        balls.forEach(it -> Matrices.requireShape("a centre", new double[][] {it.centre}, 1, hiddenSize));
        tube.ifPresent(it -> {
            Matrices.requireShape("v and l of the tube", new double[][] {it.v, it.l}, 2, hiddenSize);
            Matrices.requireShape("T of the tube", it.t, hiddenSize, hiddenSize);
        });
    }

    /** Returns the same, in arrays that nobody else has. */
    public Certificate copy() {
        return new Certificate(
                tensors,
                hiddenSize,
                steps,
                halvings,
                metrics.stream().map(it -> new Metric(it.tag, it.t)).toList(),
                balls.stream().map(it -> new Ball(it.tag, it.radius, it.centre)).toList(),
                tube.map(it -> new Tube(it.v, it.l, it.t, it.kappa, it.sMax)),
                tolerance,
                covers);
    }

    /**
     * How distances are measured among states of one tag: ‖T(h − h′)‖₂.
     *
     * @param tag the carry and the last column, as {@link FullAdder#tag}
     * @param t T, H×H
     */
    public record Metric(int tag, double[][] t) {
        /** Copies the array. */
        public Metric {
            t = Matrices.copy(t);
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
        /** Copies the array. */
        public Ball {
            centre = centre.clone();
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
        /** Copies the arrays. */
        public Tube {
            v = v.clone();
            l = l.clone();
            t = Matrices.copy(t);
        }
    }
}
