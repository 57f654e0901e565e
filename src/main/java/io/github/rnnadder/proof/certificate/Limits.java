package io.github.rnnadder.proof.certificate;

import java.util.List;

/**
 * Upper and lower limits for certificates and for the networks that they describe. Within them, the checker's error
 * bounds hold and its work is bounded. No useful certificate is known to exceed them.
 */
public final class Limits {

    /** The largest H. */
    public static final int MAX_HIDDEN_SIZE = 128;
    /** The number of balls. */
    public static final int MAX_BALLS = 20_000;
    /** The steps needed to propagate one ball, or one slice of the tube. */
    public static final int MAX_STEPS = 5000;
    /** How many times a set that fits into no ball may be split. */
    public static final int MAX_HALVINGS = 3;
    /** The steps from a ball or slice until every set must lie in a ball or in the tube. */
    public static final int MAX_DEPTH = 40;

    /** The tolerances that a certificate may claim, smallest first. */
    public static final List<Double> TOLERANCES = List.of(1e-6, 1e-5, 5e-5, 1e-4);

    /** ‖W‖∞, ‖U‖∞ and ‖V‖₁ of the network. */
    public static final double MAX_WEIGHT_SUM = 1e3;
    /** |h_i| of every state in a set. States that occur lie in ±1. */
    public static final double MAX_COORDINATE = 10;
    /** ‖T‖∞ of a metric. */
    public static final double MAX_METRIC_NORM = 1e4;
    /** ‖T‖∞·‖T⁻¹‖∞ of a metric. */
    public static final double MAX_CONDITION = 1e5;

    /** The least radius of a ball. */
    public static final double MIN_RADIUS = 1e-6;
    /** The greatest radius of a ball. */
    public static final double MAX_RADIUS = 10;

    /** ‖l‖₁ of the tube. */
    public static final double MAX_TUBE_FORM = 50;
    /** How much the projection along the tube's v may amplify rounding; see the lemmas L11 and L12. */
    public static final double MAX_TUBE_SKEW = 1e5;

    private Limits() {}
}
