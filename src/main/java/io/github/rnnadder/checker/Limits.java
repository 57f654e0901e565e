package io.github.rnnadder.checker;

/** What the checker accepts. Outside of these limits its bounds of the rounding are not argued, and nothing useful lies there. */
final class Limits {

    /** ‖W‖∞, ‖U‖∞ and ‖V‖₁ of the network. */
    static final double WEIGHTS = 1e3;
    /** Every pre-activation on the way, in absolute value. */
    static final double PRE_ACTIVATION = 1e3;
    /** How far a set may reach from its centre in one coordinate. The states themselves lie in ±1. */
    static final double REACH = 10;
    /** ‖T‖∞ and ‖T⁻¹‖∞ of a metric. */
    static final double METRIC = 1e4;
    /** ‖T‖∞·‖T⁻¹‖∞ of a metric. */
    static final double CONDITION = 1e5;
    /** By how much T⁻¹ may stretch a vector more than the inverse that was computed, as a factor. */
    static final double INVERSE = 1 + 1e-8;

    private Limits() {}
}
