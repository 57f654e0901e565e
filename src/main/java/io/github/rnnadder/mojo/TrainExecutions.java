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
 * The executions of the goal {@code train} that the POM of a module has, beside the goal that runs. Maven gives a goal
 * from the command line what the POM says at plugin level, and nothing that it says in an execution.
 */
final class TrainExecutions {

    static final String GOAL = "train";

    /** What takes an execution out of the build: this phase, or an empty one. */
    private static final Set<String> UNBOUND = Set.of("none", "");

    /** What Maven calls the execution of a goal from the command line. */
    private static final String COMMAND_LINE = "default-cli";

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution running;

    TrainExecutions(MavenSession session, MavenProject project, MojoExecution running) {
        this.session = session;
        this.project = project;
        this.running = running;
    }

    /** Returns those that are bound to a phase, in the order of the POM. */
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
     * Returns the phase that the POM binds the execution which runs to; null where that is the goal's own, or on the
     * command line. Not from the execution itself: there Maven 4 has names of its own.
     */
    String phase() {
        return running.getSource() == MojoExecution.Source.CLI
                ? null
                : own().map(PluginExecution::getPhase).orElse(null);
    }

    /** Returns what an execution sets, by parameter. */
    static Map<String, Xpp3Dom> parameters(Object configuration) {
        return configuration instanceof Xpp3Dom dom
                ? Arrays.stream(dom.getChildren())
                        .collect(Collectors.toMap(Xpp3Dom::getName, Function.identity(), (first, last) -> last))
                : Map.of();
    }

    /**
     * Returns whether the goal was called from the command line, and not by the id of an execution that the POM has of it,
     * or of the adder that it works on.
     */
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
     * Checks that a goal from the command line sees what the POM says of the module's adders, and of the goal itself.
     *
     * @throws ParameterException if it does not; the sentence has the commands that do
     */
    void requireSeen() {
        List<PluginExecution> others = Stream.concat(bound(running.getGoal()), bound(GOAL))
                .filter(execution -> !COMMAND_LINE.equals(execution.getId()))
                .distinct()
                .toList();
        if (isCommandLine() && others.stream().anyMatch(it -> !isSeen(it))) {
            throw new ParameterException("rnn-adder:" + running.getGoal()
                    + " does not see what the POM says inside of an execution; run "
                    + others.stream()
                            .map(it -> "mvn rnn-adder:" + running.getGoal() + "@" + it.getId())
                            .collect(Collectors.joining(" and "))
                    + ", or move the configuration to the plugin itself, beside its executions");
        }
    }

    private boolean isSeen(PluginExecution execution) {
        return parameters(execution.getConfiguration()).equals(seen());
    }

    /** Returns what the POM sets for the execution which runs, by parameter. */
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
     * Checks that the POM sets parameters for the execution which runs, and nothing else: at plugin level those of any
     * goal, and in the execution those of its goals. Maven has merged the first into the second.
     *
     * @throws ParameterException if it sets something else
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

    /** Returns the id of the execution that the goal runs for: from the command line, of one that sees the same. */
    String id() {
        return isCommandLine()
                ? bound().stream().map(PluginExecution::getId).findFirst().orElse(running.getExecutionId())
                : running.getExecutionId();
    }

    /** Returns the ids of all executions that make adders in this module, that of the running one included. */
    Set<String> ids() {
        return Stream.concat(bound().stream().map(PluginExecution::getId), Stream.of(id()))
                .collect(Collectors.toSet());
    }

    /**
     * Returns what the POM sets for the execution that makes an adder, by parameter; what it sets at plugin level where
     * there is none.
     *
     * @param makes whether an execution makes it, by what the POM sets for it
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
            throw new ParameterException("Maven runs " + running.getGoal() + " in " + project.getArtifactId()
                    + " alone, which neither declares the plugin nor has a config; run it with -pl :"
                    + other.getArtifactId());
        }
        return other;
    }

    /**
     * Finds another module that a goal from the command line is meant for, where it runs in every module of a build.
     *
     * @return empty if this module has to do with an adder, or no other has
     * @throws ParameterException if there is one, but Maven runs the goal in the top module of the build alone
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
