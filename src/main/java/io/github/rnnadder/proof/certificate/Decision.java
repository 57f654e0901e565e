package io.github.rnnadder.proof.certificate;

/** What is known of a network at every width, by the word that files have for it. */
public enum Decision {
    /** It is proved to add right at every width. */
    CERTIFIED,
    /** It gets a sum wrong. */
    COUNTEREXAMPLE,
    /** Neither was found. */
    UNKNOWN
}
