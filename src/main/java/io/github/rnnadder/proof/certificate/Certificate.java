package io.github.rnnadder.proof.certificate;

import io.github.rnnadder.base.numeric.Matrices;
import java.util.List;
import java.util.Optional;

/**
 * A claim that a set of hidden states is an inductive invariant. If the claim holds, the network adds correctly at
 * every width. {@link io.github.rnnadder.proof.checker.CertificateChecker} decides whether it holds.
 *
 * <p>This class is plain data. Its constructor checks only shapes. Constructors copy the given arrays and lists.
 * Accessors return the arrays themselves, which must not be modified.
 *
 * @param tensors SHA-256 of the network's weights as 64 hexadecimal digits: U, W and V in this order, row by row, as
 *     little-endian doubles
 * @param hiddenSize H, the number of hidden units
 * @param steps the maximum number of steps that the checker may take to propagate one ball or one slice of the tube
 * @param halvings how many times a set that fits into no ball may be split; 0 or more
 * @param metrics one metric for each tag that occurs, by ascending tag
 * @param balls the balls of the invariant
 * @param tube the cone of the invariant, which holds the states of a long run of zeros; empty if the balls suffice
 * @param tolerance an error bound: the proof covers programs that compute every h′ and o to within half of it at each
 *     step
 * @param covers the least precise arithmetic that the claim covers
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

    /** @throws IllegalArgumentException if a matrix or vector does not have the dimension {@code hiddenSize} */
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

    /** Returns a deep copy. */
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
     * The metric for the balls of one tag. The distance of the states h and h′ is ‖T(h − h′)‖₂.
     *
     * @param tag the tag; see {@link io.github.rnnadder.model.evaluation.FullAdder#tag}
     * @param t T, H×H
     */
    public record Metric(int tag, double[][] t) {
        public Metric {
            t = Matrices.copy(t);
        }
    }

    /**
     * The set of states h with one tag and ‖T(h − centre)‖₂ ≤ radius, where T is the metric of the tag.
     *
     * @param tag the tag; see {@link io.github.rnnadder.model.evaluation.FullAdder#tag}
     * @param radius the radius, above 0
     * @param centre the centre, H entries
     */
    public record Ball(int tag, double radius, double[] centre) {
        public Ball {
            centre = centre.clone();
        }
    }

    /**
     * The set of states s·v + y without a carry, where 0 &lt; s ≤ sMax, lᵀy = 0 and ‖T y‖₂ ≤ κs. It is a cone around v.
     * Along v, the state decays while both operands have only zeros left.
     *
     * @param v the axis of the cone, H entries
     * @param l the linear form that measures s, H entries; lᵀv = 1
     * @param t T, H×H
     * @param kappa κ, the width of the cone relative to s
     * @param sMax the maximum of s, which is the length of the cone
     */
    public record Tube(double[] v, double[] l, double[][] t, double kappa, double sMax) {
        public Tube {
            v = v.clone();
            l = l.clone();
            t = Matrices.copy(t);
        }
    }
}
