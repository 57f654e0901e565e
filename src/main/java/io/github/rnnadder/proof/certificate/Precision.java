package io.github.rnnadder.proof.certificate;

/** The arithmetics that programs compute a network in; what covers one covers those before it. */
public enum Precision {
    /** IEEE doubles, as the plugin and its loader have them. */
    DOUBLE,
    /** IEEE single precision, the weights rounded to it. */
    SINGLE
}
