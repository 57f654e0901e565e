package io.github.rnnadder.delivery;

import java.nio.file.Path;
import java.util.List;

/**
 * The directories of one scope of a module: the two that belong to the plugin, and those that Maven copies and compiles
 * them to.
 *
 * @param resources {@code target/generated-resources/rnn-adder}; everything in it is made by {@code train}
 * @param sources {@code target/generated-sources/rnn-adder}, likewise
 * @param classes the classes directory, and a war's exploded one
 */
public record OutputDirectories(Path resources, Path sources, List<Path> classes) {}
