package io.github.rnnadder.mojo;

import io.github.rnnadder.config.ConfigReader;
import io.github.rnnadder.text.Excerpt;
import io.github.rnnadder.text.ParameterException;
import io.github.rnnadder.text.Spelling;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * What the command line says to the plugin.
 *
 * @param properties all that it sets
 */
record CommandLine(Properties properties) {

    private static final String PREFIX = "rnn-adder.";

    /** Says whether it sets one of these parameters. */
    boolean sets(String... parameters) {
        return Stream.of(parameters).anyMatch(parameter -> properties.containsKey(PREFIX + parameter));
    }

    /**
     * Checks that no parameter is misspelt: it would be passed over, and with it the gate that it asks for.
     *
     * @throws ParameterException if one is
     */
    void requireSpelling(PluginDescriptor plugin) {
        Set<String> known = known(plugin);
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            String parameter = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
            if (ConfigReader.keys().contains(parameter) && !known.contains(name)) {
                throw new ParameterException("-D" + name + " is no parameter of the plugin: " + parameter
                        + " is a key of the config, the file that configFile names");
            }
            if (name.startsWith(PREFIX) && !known.contains(name)) {
                Spelling.nearest(
                                name.substring(PREFIX.length()),
                                known.stream()
                                        .map(it -> it.substring(PREFIX.length()))
                                        .toList())
                        .ifPresent(near -> {
                            throw new ParameterException("-D" + Excerpt.of(name)
                                    + " is no parameter of the plugin; did you mean -D" + PREFIX + near + "?");
                        });
            }
        }
    }

    private static Set<String> known(PluginDescriptor plugin) {
        Set<String> known = new TreeSet<>();
        for (MojoDescriptor mojo : plugin.getMojos()) {
            for (PlexusConfiguration parameter : mojo.getMojoConfiguration().getChildren()) {
                String property = parameter.getValue("").replaceAll("^\\$\\{|}$", "");
                if (property.startsWith(PREFIX)) {
                    known.add(property);
                }
            }
        }
        return known;
    }
}
