package io.github.rnnadder.mojo;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.base.text.Sanitized;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Checks and evaluates parameter values. Maven replaces an empty one by the default, which could switch a gate off. */
final class ParameterValues {

    private final PluginParameterExpressionEvaluator evaluator;

    ParameterValues(MavenSession session, MojoExecution execution) {
        this.evaluator = new PluginParameterExpressionEvaluator(session, execution);
    }

    /**
     * Checks that every element of a {@code <configuration>} has a value.
     *
     * @throws ParameterException if an element is empty or an undefined expression
     */
    void requireConfigured(Iterable<Xpp3Dom> elements) {
        for (Xpp3Dom element : elements) {
            requireValue(element.getName(), element);
        }
    }

    private void requireValue(String parameter, Xpp3Dom element) {
        for (Xpp3Dom child : element.getChildren()) {
            requireValue(parameter, child);
        }
        if (element.getChildCount() == 0) {
            requireValue("<" + parameter + ">", element.getValue());
        }
    }

    /**
     * Checks that every property that sets a parameter has a value.
     *
     * @param names the properties that set parameters
     * @throws ParameterException if such a property is empty or an undefined expression
     */
    void requireProperties(Set<String> names, Properties set) {
        for (String name : names) {
            if (set.getProperty(name) != null) {
                requireValue(name, set.getProperty(name));
            }
        }
    }

    private void requireValue(String parameter, @Nullable String written) {
        if (evaluated(written).filter(it -> !it.isBlank() && !it.contains("${")).isEmpty()) {
            throw new ParameterException(parameter + " is set to '"
                    + (written == null ? "" : Sanitized.of(written))
                    + "', which evaluates to nothing; give it a value, or leave it out");
        }
    }

    /**
     * Returns the value of another goal's parameter as Maven determines it: from configuration, property or default.
     *
     * @param goal the parameters of the goal in the plugin descriptor
     * @param configured the elements of the goal's configuration, by name
     */
    Optional<String> value(PlexusConfiguration goal, Map<String, Xpp3Dom> configured, String parameter) {
        PlexusConfiguration declared = goal.getChild(parameter);
        return Optional.ofNullable(configured.get(parameter))
                .flatMap(it -> evaluated(it.getValue()))
                .or(() -> evaluated(declared.getValue()))
                .or(() -> evaluated(declared.getAttribute("default-value")));
    }

    private Optional<String> evaluated(@Nullable String expression) {
        try {
            Object value = expression == null ? null : evaluator.evaluate(expression);
            return Optional.ofNullable(value).map(Object::toString);
        } catch (ExpressionEvaluationException e) {
            throw new IllegalStateException("Maven cannot evaluate " + expression, e);
        }
    }
}
