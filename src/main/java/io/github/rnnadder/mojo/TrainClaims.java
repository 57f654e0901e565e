package io.github.rnnadder.mojo;

import io.github.rnnadder.delivery.Claim;
import io.github.rnnadder.delivery.ResourceName;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Reads what executions of {@code train} make, each with the parameters that it has when its turn comes. */
final class TrainClaims {

    /** The parameters of the goal: the property and the default of each. */
    private final PlexusConfiguration parameters;

    private final PluginParameterExpressionEvaluator evaluator;

    TrainClaims(MavenSession session, MojoExecution running) {
        this.parameters = running.getMojoDescriptor()
                .getPluginDescriptor()
                .getMojo(TrainExecutions.GOAL)
                .getMojoConfiguration();
        this.evaluator = new PluginParameterExpressionEvaluator(session, running);
    }

    List<Claim> of(List<PluginExecution> executions) {
        return executions.stream().map(this::claim).toList();
    }

    private Claim claim(PluginExecution execution) {
        boolean attaches =
                isOn(execution, "attach") && Scope.of(value(execution, "scope").orElseThrow()) == Scope.MAIN;
        return new Claim(
                execution.getId(),
                isOn(execution, "skip"),
                new ResourceName(value(execution, "resourceName").orElseThrow()),
                value(execution, "loaderClass"),
                attaches ? value(execution, "classifier") : Optional.empty());
    }

    private boolean isOn(PluginExecution execution, String parameter) {
        return AbstractRnnAdderMojo.isOn(parameter, value(execution, parameter).orElseThrow());
    }

    /**
     * Finds the value of a parameter where Maven does: in the execution, in the parameter's property, in its default.
     */
    private Optional<String> value(PluginExecution execution, String parameter) {
        Xpp3Dom configured =
                TrainExecutions.parameters(execution.getConfiguration()).get(parameter);
        PlexusConfiguration declared = parameters.getChild(parameter);
        return evaluated(configured == null ? null : configured.getValue())
                .or(() -> evaluated(declared.getValue()))
                .or(() -> evaluated(declared.getAttribute("default-value")));
    }

    private Optional<String> evaluated(String expression) {
        try {
            Object value = expression == null ? null : evaluator.evaluate(expression);
            return Optional.ofNullable(value).map(Object::toString);
        } catch (ExpressionEvaluationException e) {
            throw new IllegalStateException("Maven cannot evaluate " + expression, e);
        }
    }
}
