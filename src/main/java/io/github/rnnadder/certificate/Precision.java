package io.github.rnnadder.certificate;

/** The arithmetics that programs compute a network in; what covers one covers those before it. */
public enum Precision {
    /** IEEE doubles, as the plugin and its loader have them. */
    DOUBLE("double", "double precision"),
    /** IEEE single precision, the weights rounded to it. */
    SINGLE("single", "double and single precision");

    private final String word;
    private final String covered;

    Precision(String word, String covered) {
        this.word = word;
        this.covered = covered;
    }

    /** Returns the name that files give it. */
    public String word() {
        return word;
    }

    /** Returns what a proof covers that covers this, for people. */
    public String covered() {
        return covered;
    }
}
