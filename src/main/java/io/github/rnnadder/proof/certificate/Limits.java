package io.github.rnnadder.proof.certificate;

import java.util.List;

/**
 * Limits within which certificates, and the networks that they describe, must stay. Within them, the checker's error
 * bounds hold and its work is bounded. No useful certificate is known to exceed them.
 */
public final class Limits {

    /** The maximum number of hidden units, H. */
    public static final int MAX_HIDDEN_SIZE = 128;
    /** The maximum number of balls in a certificate. */
    public static final int MAX_BALLS = 20_000;
    /** The maximum number of steps to propagate one ball or one slice of the tube. */
    public static final int MAX_STEPS = 5000;
    /** The maximum number of times that a set that fits into no ball may be split. */
    public static final int MAX_HALVINGS = 3;
    /** The maximum number of steps from a ball or slice until every set must lie in a ball or in the tube. */
    public static final int MAX_DEPTH = 40;

    /** The tolerances that a certificate may claim, smallest first. */
    public static final List<Double> TOLERANCES = List.of(1e-6, 1e-5, 5e-5, 1e-4);

    /** The upper bound on ‖W‖∞, ‖U‖∞ and ‖V‖₁ of the network. */
    public static final double MAX_WEIGHT_SUM = 1e3;
    /** The upper bound on |h_i| for every state h in a set. The states that a network reaches have |h_i| ≤ 1. */
    public static final double MAX_COORDINATE = 10;
    /** The upper bound on ‖T‖∞ of a metric. */
    public static final double MAX_METRIC_NORM = 1e4;
    /** The upper bound on ‖T‖∞·‖T⁻¹‖∞ of a metric. */
    public static final double MAX_CONDITION = 1e5;

    /** The minimum radius of a ball. */
    public static final double MIN_RADIUS = 1e-6;
    /** The maximum radius of a ball. */
    public static final double MAX_RADIUS = 10;

    /** The upper bound on ‖l‖₁ of the tube. */
    public static final double MAX_TUBE_FORM = 50;
    /** The upper bound on how much the projection along the tube's v may amplify rounding (L11, L12). */
    public static final double MAX_TUBE_SKEW = 1e5;

    private Limits() {}
}
