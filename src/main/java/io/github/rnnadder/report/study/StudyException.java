package io.github.rnnadder.report.study;

import io.github.rnnadder.base.text.UserErrorException;

/** A shard that cannot be used. The message is one sentence: which file, where, what was found, what is allowed. */
public final class StudyException extends UserErrorException {

    private static final long serialVersionUID = 1L;

    public StudyException(String message) {
        super(message);
    }
}
