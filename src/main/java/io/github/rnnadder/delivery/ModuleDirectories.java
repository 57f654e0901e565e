package io.github.rnnadder.delivery;

import io.github.rnnadder.base.files.RelativePath;
import java.nio.file.Path;

/**
 * The directories of a module.
 *
 * @param basedir the module's own
 * @param target where everything goes that a build makes
 * @param main those of the module's classes
 * @param test those of its tests
 */
public record ModuleDirectories(Path basedir, Path target, OutputDirectories main, OutputDirectories test) {

    /** Returns where the plugin keeps what is never packaged: records, rejected weights, temporary files. */
    public Path work() {
        return target.resolve("rnn-adder");
    }

    /** Returns a path as a user writes it in this module. */
    public String shown(Path path) {
        return path.startsWith(basedir) ? RelativePath.of(basedir, path) : path.toString();
    }
}
