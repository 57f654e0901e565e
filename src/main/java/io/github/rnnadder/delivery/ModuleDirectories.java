package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.RelativePath;
import java.nio.file.Path;

/**
 * The directories of a module.
 *
 * @param basedir the directory of its POM
 * @param target its build directory
 * @param main the directories of the scope {@code main}
 * @param test the directories of the scope {@code test}
 */
public record ModuleDirectories(Path basedir, Path target, OutputDirectories main, OutputDirectories test) {

    /** Returns the directory for files that are never packaged: records, rejected weights, temporary files. */
    public Path work() {
        return target.resolve("rnn-adder");
    }

    /** Returns a path as messages show it: relative to the module if possible. */
    public String shown(Path path) {
        return RelativePath.shown(basedir, path);
    }
}
