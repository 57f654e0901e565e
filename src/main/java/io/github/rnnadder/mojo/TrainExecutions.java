package io.github.rnnadder.mojo;

import io.github.rnnadder.base.text.ParameterException;
import io.github.rnnadder.model.config.ConfigSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The executions of {@code train} in the POM of a module, as the running goal sees them. A goal on the command line
 * gets the plugin's configuration, but not the configuration inside an execution.
 */
final class TrainExecutions {

    static final String GOAL = "train";

    /** The phases with which a POM switches an execution off. */
    private static final Set<String> UNBOUND = Set.of("none", "");

    /** The id that Maven gives to a goal on the command line. */
    private static final String COMMAND_LINE = "default-cli";

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution running;

    TrainExecutions(MavenSession session, MavenProject project, MojoExecution running) {
        this.session = session;
        this.project = project;
        this.running = running;
    }

    /** Returns the executions that are bound to a phase, in the order of the POM. */
    List<PluginExecution> bound() {
        return bound(GOAL).toList();
    }

    private Stream<PluginExecution> bound(String goal) {
        return executions()
                .filter(execution -> execution.getGoals().contains(goal))
                .filter(execution -> !UNBOUND.contains(
                        String.valueOf(execution.getPhase()).strip().toLowerCase(Locale.ROOT)));
    }

    private Stream<PluginExecution> executions() {
        return declared(project).map(Plugin::getExecutions).orElse(List.of()).stream();
    }

    /**
     * Returns the phase to which the POM binds the running execution; empty if the POM names no phase, or on the
     * command line. Reads the POM, because Maven 4 renames phases in the execution.
     */
    Optional<String> phase() {
        return running.getSource() == MojoExecution.Source.CLI
                ? Optional.empty()
                : own().map(PluginExecution::getPhase);
    }

    /** Returns the elements of a {@code <configuration>}, by name. */
    static Map<String, Xpp3Dom> parameters(Object configuration) {
        return configuration instanceof Xpp3Dom dom
                ? Arrays.stream(dom.getChildren())
                        .collect(Collectors.toMap(Xpp3Dom::getName, Function.identity(), (first, last) -> last))
                : Map.of();
    }

    /** Returns whether the goal runs on the command line, but as no POM execution of this goal or of {@code train}. */
    private boolean isCommandLine() {
        return running.getSource() == MojoExecution.Source.CLI
                && (COMMAND_LINE.equals(running.getExecutionId())
                        || executions()
                                .filter(it -> it.getId().equals(running.getExecutionId()))
                                .noneMatch(it -> it.getGoals().contains(GOAL)
                                        || !running.getGoal().equals(GOAL)
                                                && it.getGoals().contains(running.getGoal())));
    }

    /**
     * Checks that a goal on the command line sees the whole configuration of the module's adders and of itself.
     *
     * @throws ParameterException if part of it is inside an execution; the message contains the commands to use instead
     */
    void requireSeen() {
        List<PluginExecution> others = Stream.concat(bound(running.getGoal()), bound(GOAL))
                .filter(execution -> !COMMAND_LINE.equals(execution.getId()))
                .distinct()
                .toList();
        if (isCommandLine() && others.stream().anyMatch(it -> !isSeen(it))) {
            throw new ParameterException("rnn-adder:" + running.getGoal()
                    + " on the command line ignores the configuration inside an execution; run "
                    + others.stream()
                            .map(it -> "mvn rnn-adder:" + running.getGoal() + "@" + it.getId())
                            .collect(Collectors.joining(" and "))
                    + ", or move the configuration to the plugin itself");
        }
    }

    private boolean isSeen(PluginExecution execution) {
        return parameters(execution.getConfiguration()).equals(seen());
    }

    /** Returns the configuration that the running goal sees, by parameter. */
    Map<String, Xpp3Dom> seen() {
        return own().map(it -> parameters(it.getConfiguration())).orElseGet(this::ofPlugin);
    }

    private Optional<PluginExecution> own() {
        return executions()
                .filter(it -> it.getId().equals(running.getExecutionId()))
                .findFirst();
    }

    private Map<String, Xpp3Dom> ofPlugin() {
        return declared(project)
                .map(plugin -> parameters(plugin.getConfiguration()))
                .orElse(Map.of());
    }

    /**
     * Checks that every parameter in the POM exists. The plugin's configuration may set parameters of any goal. The
     * running execution's configuration may set only those of its own goals. Maven has merged the former into the
     * latter.
     *
     * @throws ParameterException if the POM sets any other parameter
     */
    void requireParameters(ParameterNames names) {
        names.requireConfigured(ofPlugin().keySet(), List.of());
        own().ifPresent(execution -> {
            Map<String, Xpp3Dom> inside = new HashMap<>(parameters(execution.getConfiguration()));
            inside.entrySet().removeAll(ofPlugin().entrySet());
            names.requireConfigured(
                    inside.keySet(),
                    execution.getGoals().isEmpty() ? List.of(running.getGoal()) : execution.getGoals());
        });
    }

    /** Returns the id of the running execution; on the command line, of the first execution bound to a phase. */
    String id() {
        return isCommandLine()
                ? bound().stream().map(PluginExecution::getId).findFirst().orElse(running.getExecutionId())
                : running.getExecutionId();
    }

    /** Returns the ids of all executions that make adders in this module, including the id of the running execution. */
    Set<String> ids() {
        return Stream.concat(bound().stream().map(PluginExecution::getId), Stream.of(id()))
                .collect(Collectors.toSet());
    }

    /**
     * Returns the configuration of the execution that makes a given adder, by parameter. If no execution makes it,
     * returns the configuration of the plugin.
     *
     * @param makes tests whether an execution with this configuration makes the adder
     */
    Map<String, Xpp3Dom> making(Predicate<Map<String, Xpp3Dom>> makes) {
        return bound().stream()
                .map(execution -> parameters(execution.getConfiguration()))
                .filter(makes)
                .findFirst()
                .orElseGet(this::ofPlugin);
    }

    private MavenProject notTheTopAlone(MavenProject other) {
        if (!running.getMojoDescriptor().isProjectRequired()) {
            throw new ParameterException("Maven runs " + running.getGoal() + " only in " + project.getArtifactId()
                    + ", which neither declares the plugin nor has a config; run it with -pl :"
                    + other.getArtifactId());
        }
        return other;
    }

    /**
     * Returns the other module that a goal on the command line is meant for.
     *
     * @return the module; empty if the current module has an adder, or if no module has one
     * @throws ParameterException if there is such a module, but Maven runs the goal only in the top module
     */
    Optional<MavenProject> meantFor() {
        List<MavenProject> all = session.getAllProjects();
        return !isCommandLine() || hasAdder(project) || all == null
                ? Optional.empty()
                : all.stream().filter(this::hasAdder).findFirst().map(this::notTheTopAlone);
    }

    private boolean hasAdder(MavenProject module) {
        return declared(module).isPresent()
                || (module.getBasedir() != null
                        && ConfigSource.find(module.getBasedir().toPath()).isPresent());
    }

    private Optional<Plugin> declared(MavenProject module) {
        String key = Plugin.constructKey(running.getGroupId(), running.getArtifactId());
        return Optional.ofNullable(module.getPlugin(key));
    }
}
