package io.github.rnnadder.delivery;

import io.github.rnnadder.files.FileKind;

/**
 * A file that a build makes.
 *
 * @param place where it goes
 * @param content all of its bytes
 */
record Output(Place place, byte[] content) {

    /** What is looked at again: no output is larger, so what is, is none. */
    static final FileKind KIND = new FileKind("an output of train", 16 << 20);
}
