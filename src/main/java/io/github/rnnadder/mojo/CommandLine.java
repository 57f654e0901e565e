package io.github.rnnadder.mojo;

import java.util.Properties;
import java.util.stream.Stream;

/**
 * What the command line says to the plugin.
 *
 * @param properties all that it sets
 */
record CommandLine(Properties properties) {

    /** Says whether it sets one of these parameters. */
    boolean sets(String... parameters) {
        return Stream.of(parameters).anyMatch(parameter -> properties.containsKey(ParameterNames.property(parameter)));
    }
}
