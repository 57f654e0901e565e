package io.github.rnnadder.certificate;

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
    /** How many columns a word may have before its states lie in a ball or in the tube. */
    public static final int MAX_DEPTH = 40;

    /** What a certificate may claim to tolerate, smallest first. */
    public static final List<Double> TOLERANCES = List.of(1e-6, 1e-5, 5e-5, 1e-4);

    /** ‖W‖∞, ‖U‖∞ and ‖V‖₁ of the network. */
    public static final double WEIGHTS = 1e3;
    /** Every pre-activation on the way, in absolute value. */
    public static final double PRE_ACTIVATION = 1e3;
    /** How far a set may reach from its centre in one coordinate. The states themselves lie in ±1. */
    public static final double REACH = 10;
    /** ‖T‖∞ and ‖T⁻¹‖∞ of a metric. */
    public static final double METRIC = 1e4;
    /** ‖T‖∞·‖T⁻¹‖∞ of a metric. */
    public static final double CONDITION = 1e5;

    /** The radius of a ball, at least. */
    public static final double SMALLEST_RADIUS = 1e-6;
    /** The radius of a ball, at most. */
    public static final double LARGEST_RADIUS = 10;
    /** Each coordinate of a ball's centre, in absolute value. */
    public static final double CENTRE = 2;

    /** ‖l‖₁ of the tube. */
    public static final double TUBE_FORM = 100;
    /** How far the cone of the tube may reach in one coordinate, as a multiple of s. */
    public static final double TUBE_REACH = 10;
    /** ‖T‖∞·‖T⁻¹‖∞ of the tube's T. */
    public static final double TUBE_CONDITION = 1e3;
    /** κ‖|l||T⁻¹|‖₂·‖|W||v|‖∞ of the tube, and ‖|T||v|‖₂·‖l‖₁·max|z|/s, each maximum at least 1. */
    public static final double TUBE_SKEW = 1e3;
    /** κ of the tube, at least. */
    public static final double SMALLEST_KAPPA = 1e-6;
    /** κ of the tube, at most. */
    public static final double LARGEST_KAPPA = 1e3;
    /** s_max of the tube, at most. */
    public static final double LARGEST_S_MAX = 10;

    private Limits() {}
}
