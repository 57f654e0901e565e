package io.github.rnnadder.proof.certificate;

/** The arithmetic of a program that runs a network. A proof for single precision covers doubles, too. */
public enum Precision {
    /** IEEE doubles, which the plugin and its loader use. */
    DOUBLE,
    /** IEEE single precision, with weights rounded to it. */
    SINGLE
}
