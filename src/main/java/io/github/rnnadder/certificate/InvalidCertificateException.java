package io.github.rnnadder.certificate;

/** Why a certificate cannot be read, or does not prove what it should: one sentence. */
public final class InvalidCertificateException extends Exception {

    private static final long serialVersionUID = 1;

    /** Says {@code reason}. */
    public InvalidCertificateException(String reason) {
        super(reason);
    }
}
