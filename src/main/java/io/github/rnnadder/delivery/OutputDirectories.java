package io.github.rnnadder.delivery;

import java.nio.file.Path;
import java.util.List;

/**
 * The directories of one scope of a module: the plugin's two, and those to which Maven copies and compiles their files.
 *
 * @param resources {@code target/generated-resources/rnn-adder}; only {@code train} writes into it
 * @param sources {@code target/generated-sources/rnn-adder}; only {@code train} writes into it
 * @param classes the classes directory, followed by the classes directory of an exploded war
 */
public record OutputDirectories(Path resources, Path sources, List<Path> classes) {}
