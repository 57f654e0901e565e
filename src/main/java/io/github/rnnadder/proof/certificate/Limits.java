package io.github.rnnadder.proof.certificate;

import java.util.List;

/**
 * What a certificate, and the network that it speaks of, may be at most. Within these limits the checker's bounds of
 * rounding are argued and its work is bounded; outside of them lies nothing useful.
 */
public final class Limits {

    /** H of the largest network that a certificate may speak of. */
    public static final int MAX_HIDDEN_SIZE = 128;
    /** How many balls there may be. */
    public static final int MAX_BALLS = 20_000;
    /** How many steps of sets may be needed to follow all words from one ball, or from one slice of the tube. */
    public static final int MAX_STEPS = 5000;
    /** How often a set may be cut in half where it lies in no ball. */
    public static final int MAX_HALVINGS = 3;
    /** How many columns a word may have before its states lie in a ball or in the tube. */
    public static final int MAX_DEPTH = 40;

    /** What a certificate may claim to tolerate, smallest first. */
    public static final List<Double> TOLERANCES = List.of(1e-6, 1e-5, 5e-5, 1e-4);

    /** ‖W‖∞, ‖U‖∞ and ‖V‖₁ of the network. */
    public static final double WEIGHTS = 1e3;
    /** Each coordinate of the states of a set, in absolute value. Those that occur lie in ±1. */
    public static final double REACH = 10;
    /** ‖T‖∞ of a metric. */
    public static final double METRIC = 1e4;
    /** ‖T‖∞·‖T⁻¹‖∞ of a metric. */
    public static final double CONDITION = 1e5;

    /** The radius of a ball, at least. */
    public static final double SMALLEST_RADIUS = 1e-6;
    /** The radius of a ball, at most. */
    public static final double LARGEST_RADIUS = 10;

    /** ‖l‖₁ of the tube. */
    public static final double TUBE_FORM = 50;
    /** What the projection along the tube's v may enlarge rounding by, as the lemmas L11 and L12 bound it. */
    public static final double TUBE_SKEW = 1e5;

    private Limits() {}
}
