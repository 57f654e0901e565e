package io.github.rnnadder.proof.certificate;

/** What is known about a network at every width, as files name it. */
public enum Decision {
    /** A proof shows that it adds right at every width. */
    CERTIFIED,
    /** A sum is known that it gets wrong. */
    COUNTEREXAMPLE,
    /** Neither a proof nor a wrong sum was found. */
    UNKNOWN
}
