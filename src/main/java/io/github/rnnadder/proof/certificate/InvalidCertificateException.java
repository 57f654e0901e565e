package io.github.rnnadder.proof.certificate;

import io.github.rnnadder.base.text.UserErrorException;

/** Thrown if a certificate cannot be read or does not prove its claim. The message is one sentence. */
public final class InvalidCertificateException extends UserErrorException {

    private static final long serialVersionUID = 1;

    public InvalidCertificateException(String reason) {
        super(reason);
    }
}
