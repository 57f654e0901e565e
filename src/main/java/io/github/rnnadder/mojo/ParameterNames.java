package io.github.rnnadder.mojo;

import io.github.rnnadder.base.text.DidYouMean;
import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Sanitized;
import io.github.rnnadder.model.config.ConfigKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Checks that users set only existing parameters. Maven ignores unknown names, so a misspelt gate would do nothing. */
final class ParameterNames {

    private static final String PREFIX = "rnn-adder.";

    /** The start of the expression that names a parameter's user property, for example {@code ${rnn-adder.skip}}. */
    private static final String EXPRESSION = "${" + PREFIX;

    private final Map<String, Set<String>> byGoal = new HashMap<>();
    private final Set<String> all = new TreeSet<>();
    private final Set<String> properties = new TreeSet<>();

    ParameterNames(PluginDescriptor plugin) {
        for (MojoDescriptor goal : plugin.getMojos()) {
            Set<String> parameters = new TreeSet<>();
            for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
                String property = parameter.getValue("");
                parameters.add(parameter.getName());
                if (property.startsWith(EXPRESSION)) {
                    properties.add(property.substring(EXPRESSION.length(), property.length() - 1));
                }
            }
            byGoal.put(goal.getGoal(), parameters);
            all.addAll(parameters);
        }
    }

    /** Returns the user property that sets a parameter. */
    static String property(String parameter) {
        return PREFIX + parameter;
    }

    /** Returns the names of all user properties that set a parameter of some goal. */
    Set<String> properties() {
        return properties.stream().map(ParameterNames::property).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Checks that no property of the command line or the JVM is a misspelt parameter or a key of the config.
     *
     * @throws ParameterException if there is such a property
     */
    void requireCommandLine(Properties set) {
        for (String name : ours(set)) {
            require(name, "%s", "-D" + PREFIX + "%s", DidYouMean.nearest(name, properties));
        }
    }

    /**
     * Checks a POM's properties in the same way, but less strictly, because a POM may define properties of its own.
     *
     * @throws ParameterException if a property is almost certainly a misspelt parameter, or is a key of the config
     */
    void requireProperties(Properties set) {
        for (String name : ours(set)) {
            require(name, "The property %s", PREFIX + "%s", DidYouMean.meant(name, properties));
        }
    }

    private static Set<String> ours(Properties set) {
        return set.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void require(String name, String subject, String written, Optional<String> meant) {
        if (properties.contains(name)) {
            return;
        }
        String found = subject.formatted(written.formatted(Sanitized.of(name))) + " is not a parameter of the plugin";
        requireNoKey(name, found);
        meant.ifPresent(near -> {
            throw new ParameterException(found + "; did you mean " + written.formatted(near) + "?");
        });
    }

    /**
     * Checks that the elements of a {@code <configuration>} are parameters.
     *
     * @param names the names of the elements
     * @param goals the goals whose parameters are allowed; empty for any goal
     * @throws ParameterException if an element is not a parameter
     */
    void requireConfigured(Collection<String> names, Collection<String> goals) {
        Set<String> known = goals.isEmpty() ? all : new TreeSet<>();
        goals.forEach(goal -> known.addAll(byGoal.getOrDefault(goal, Set.of())));
        for (String name : new TreeSet<>(names)) {
            if (!known.contains(name)) {
                String found = "<" + Sanitized.of(name) + "> is not a parameter of "
                        + (goals.isEmpty() ? "the plugin" : String.join(" or ", goals));
                requireNoKey(name, found);
                throw new ParameterException(found
                        + DidYouMean.meant(name, known)
                                .map(near -> "; did you mean <" + near + ">?")
                                .orElse("; mvn rnn-adder:help -Ddetail lists all parameters"));
            }
        }
    }

    private static void requireNoKey(String name, String found) {
        if (ConfigKey.names().contains(name)) {
            throw new ParameterException(
                    found + ": " + name + " is a key of the config, the file that configFile names");
        }
    }
}
