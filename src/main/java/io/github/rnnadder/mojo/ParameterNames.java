package io.github.rnnadder.mojo;

import io.github.rnnadder.base.text.Excerpt;
import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Spelling;
import io.github.rnnadder.model.config.ConfigKey;
import java.util.Collection;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * The names by which users set the parameters of the plugin. Maven passes over all others, and over the gate that they
 * ask for.
 */
final class ParameterNames {

    private static final String PREFIX = "rnn-adder.";

    /** How the value of a parameter begins that a property sets. */
    private static final String EXPRESSION = "${" + PREFIX;

    private final Set<String> parameters = new TreeSet<>();
    private final Set<String> properties = new TreeSet<>();

    ParameterNames(PluginDescriptor plugin) {
        for (MojoDescriptor goal : plugin.getMojos()) {
            for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
                String property = parameter.getValue("");
                parameters.add(parameter.getName());
                if (property.startsWith(EXPRESSION)) {
                    properties.add(property.substring(EXPRESSION.length(), property.length() - 1));
                }
            }
        }
    }

    /** Returns the property that sets a parameter. */
    static String property(String parameter) {
        return PREFIX + parameter;
    }

    /**
     * Checks that no property of the command line is a parameter's misspelt name, or a key of the config.
     *
     * @throws ParameterException if one is
     */
    void requireCommandLine(Properties set) {
        for (String name : ours(set)) {
            require(name, properties, "%s", "-D" + PREFIX + "%s", Spelling.nearest(name, properties));
        }
    }

    /**
     * Checks the same of the properties of a POM, some of which may be its own: it can refer to them.
     *
     * @throws ParameterException if one is
     */
    void requireProperties(Properties set) {
        for (String name : ours(set)) {
            require(name, properties, "The property %s", PREFIX + "%s", Spelling.meant(name, properties));
        }
    }

    private static Set<String> ours(Properties set) {
        return set.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Checks the same of what the POM says in a {@code <configuration>}.
     *
     * @throws ParameterException if a name is not one of a parameter
     */
    void requireConfigured(Collection<String> names) {
        for (String name : new TreeSet<>(names)) {
            require(name, parameters, "%s", "<%s>", Spelling.nearest(name, parameters));
        }
    }

    /**
     * Checks a name.
     *
     * @param subject begins the sentence about it
     * @param written how a name is written where this one was found
     */
    private static void require(
            String name, Set<String> known, String subject, String written, Optional<String> meant) {
        if (known.contains(name)) {
            return;
        }
        String found = subject.formatted(written.formatted(Excerpt.of(name))) + " is no parameter of the plugin";
        if (ConfigKey.names().contains(name)) {
            throw new ParameterException(
                    found + ": " + name + " is a key of the config, the file that configFile names");
        }
        meant.ifPresent(near -> {
            throw new ParameterException(found + "; did you mean " + written.formatted(near) + "?");
        });
    }
}
