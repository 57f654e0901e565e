package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.FileKind;
import io.github.rnnadder.base.text.UserMistakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A file that a build makes.
 *
 * @param place where it goes
 * @param content all of its bytes
 */
record Output(Place place, byte[] content) {

    /** What is looked at again: no output is larger, so what is, is none. */
    static final FileKind KIND = new FileKind("an output of train", 16 << 20);

    /** What stands in every output: the format of a file, or the Javadoc of a loader. */
    private static final String MARK = "rnn-adder";

    /** Says whether there is a file that is nothing which {@code train} made, now or before its records were lost. */
    static boolean isForeign(Path file) {
        if (FileKind.isAbsent(file)) {
            return false;
        }
        try {
            return !new String(KIND.read(file), StandardCharsets.ISO_8859_1).contains(MARK);
        } catch (UserMistakeException e) {
            return true;
        }
    }
}
