package io.github.rnnadder.proof.certificate;

import io.github.rnnadder.base.text.UserMistakeException;

/** Why a certificate cannot be read, or does not prove what it should: one sentence. */
public final class InvalidCertificateException extends UserMistakeException {

    private static final long serialVersionUID = 1;

    /** Says {@code reason}. */
    public InvalidCertificateException(String reason) {
        super(reason);
    }
}
