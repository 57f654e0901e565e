package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.ParameterException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a goal from the command line is told of a POM that has two trainings, each with a configuration of its own. */
class TrainExecutionsTest {

    @TempDir
    Path directory;

    private final MavenProject model = project("model");
    private final MavenProject app = project("app");
    private final Plugin plugin = declare(model);

    TrainExecutionsTest() {
        declare("default", null, "first", "train", "check");
        declare("other", null, "other", "train");
        declare("never", "none", "never", "train");
        declare("nowhere", "", "nowhere", "train");
        declare("no-training", null, "no-training", "help");
    }

    private static MavenProject project(String name) {
        MavenProject project = new MavenProject();
        project.setArtifactId(name);
        return project;
    }

    private static Plugin declare(MavenProject project) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.rnnadder");
        plugin.setArtifactId("rnn-adder-maven-plugin");
        project.getBuild().addPlugin(plugin);
        return plugin;
    }

    private void declare(String id, String phase, String resourceName, String... goals) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.setPhase(phase);
        execution.setGoals(List.of(goals));
        execution.setConfiguration(configuration(resourceName));
        plugin.addExecution(execution);
    }

    private static Xpp3Dom configuration(String resourceName) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(element("resourceName", resourceName));
        return configuration;
    }

    private static Xpp3Dom element(String name, String value) {
        Xpp3Dom element = new Xpp3Dom(name);
        element.setValue(value);
        return element;
    }

    private TrainExecutions seenBy(MavenProject project, String goal, String id, Source source) {
        PluginDescriptor descriptor = new PluginDescriptor();
        descriptor.setGroupId(plugin.getGroupId());
        descriptor.setArtifactId(plugin.getArtifactId());
        descriptor.setPlugin(plugin);
        MojoDescriptor mojo = new MojoDescriptor();
        mojo.setGoal(goal);
        mojo.setPluginDescriptor(descriptor);
        @SuppressWarnings("deprecation") // the one that needs no container
        MavenSession session = new MavenSession(
                null,
                (RepositorySystemSession) null,
                new DefaultMavenExecutionRequest(),
                new DefaultMavenExecutionResult());
        session.setAllProjects(List.of(app, model));
        return new TrainExecutions(session, project, new MojoExecution(mojo, id, source));
    }

    private TrainExecutions onTheCommandLine(String goal, String id) {
        return seenBy(model, goal, id, Source.CLI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "check", "study", "report", "add"})
    void aGoalThatSeesNoneOfTheTwoSaysWhichCommandsDo(String goal) {
        assertThatThrownBy(() -> onTheCommandLine(goal, "default-cli").requireSeen())
                .isInstanceOf(ParameterException.class)
                .hasMessage(
                        "rnn-adder:%1$s on the command line ignores the configuration inside an execution; run mvn rnn-adder:%1$s@default"
                                        .formatted(goal)
                                + " and mvn rnn-adder:%s@other, or move the configuration to the plugin itself"
                                        .formatted(goal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"typo", "no-training"})
    void anIdThatNoTrainingHasSeesNoneEither(String id) {
        assertThatThrownBy(() -> onTheCommandLine("train", id).requireSeen())
                .hasMessageContaining("train@default and ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "other", "never", "nowhere"})
    void theIdOfATrainingSeesItsOwnAndSoDoesAllOfTheLifecycle(String id) {
        assertThatCode(() -> onTheCommandLine("train", id).requireSeen()).doesNotThrowAnyException();
        assertThatCode(() -> onTheCommandLine("study", id).requireSeen()).doesNotThrowAnyException();
        assertThatCode(() -> seenBy(model, "train", id, Source.LIFECYCLE).requireSeen())
                .doesNotThrowAnyException();
    }

    @Test
    void whatThePomSaysOfThePluginIsSeenByAll() {
        plugin.setExecutions(new ArrayList<>());
        declare("default", null, "first", "train");
        plugin.setConfiguration(configuration("first"));
        assertThatCode(() -> onTheCommandLine("train", "default-cli").requireSeen())
                .doesNotThrowAnyException();
        plugin.setConfiguration(configuration("another"));
        assertThatThrownBy(() -> onTheCommandLine("train", "default-cli").requireSeen())
                .hasMessageContaining("run mvn rnn-adder:train@default, or move");
    }

    @Test
    void aModuleWithoutAnAdderIsToldWhichOneHasOneUntilItHasAConfig() throws Exception {
        assertThat(seenBy(app, "train", "default-cli", Source.CLI).meantFor()).contains(model);
        assertThat(onTheCommandLine("train", "default-cli").meantFor()).isEmpty();
        assertThat(seenBy(app, "train", "default", Source.LIFECYCLE).meantFor()).isEmpty();
        Files.createDirectories(directory.resolve("src/main/rnn-adder"));
        Files.createFile(directory.resolve("src/main/rnn-adder/adder.yaml"));
        app.setFile(directory.resolve("pom.xml").toFile());
        assertThat(seenBy(app, "train", "default-cli", Source.CLI).meantFor()).isEmpty();
    }

    @Test
    void thePhaseIsThatOfThePom() {
        plugin.getExecutions().get(1).setPhase("generate-resources");
        assertThat(seenBy(model, "train", "other", Source.LIFECYCLE).phase()).contains("generate-resources");
        assertThat(seenBy(model, "train", "default", Source.LIFECYCLE).phase()).isEmpty();
        assertThat(onTheCommandLine("train", "other").phase()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "default, LIFECYCLE, default",
        "other, LIFECYCLE, other",
        "other, CLI, other",
        "default-cli, CLI, default",
        "typo, CLI, default"
    })
    void aGoalFromTheCommandLineRunsForTheFirstExecution(String id, Source source, String expected) {
        assertThat(seenBy(model, "train", id, source).id()).isEqualTo(expected);
    }

    /** What an unbound one made stays only while it is the one that runs. */
    @ParameterizedTest
    @CsvSource({"default, default other", "default-cli, default other", "never, default other never"})
    void theExecutionsThatMakeAddersAreTheBoundOnesAndTheOneThatRuns(String id, String expected) {
        assertThat(onTheCommandLine("train", id).ids()).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"first, first", "other, other", "never, of the plugin"})
    void theExecutionThatMakesAnAdderIsFoundByWhatItSets(String name, String found) {
        plugin.setConfiguration(configuration("of the plugin"));
        Map<String, Xpp3Dom> making = onTheCommandLine("check", "default-cli")
                .making(it -> it.get("resourceName").getValue().equals(name));
        assertThat(making.get("resourceName").getValue()).isEqualTo(found);
    }

    private void requireParameters(String id) {
        ParameterNames names = new ParameterNames(PluginDescriptorTest.read());
        seenBy(model, "train", id, Source.LIFECYCLE).requireParameters(names);
    }

    /** Maven has merged what stands at plugin level into each execution. */
    @Test
    void anElementOfAnotherGoalMayStandAtPluginLevelButNotInAnExecution() {
        Xpp3Dom both = (Xpp3Dom) plugin.getExecutions().get(0).getConfiguration();
        Xpp3Dom train = (Xpp3Dom) plugin.getExecutions().get(1).getConfiguration();
        both.addChild(element("measuredBits", "5"));
        both.addChild(element("onnx", "true"));
        requireParameters("default");
        train.addChild(element("measuredBits", "5"));
        assertThatThrownBy(() -> requireParameters("other"))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("<measuredBits> is not a parameter of train");
        Xpp3Dom ofPlugin = new Xpp3Dom("configuration");
        ofPlugin.addChild(element("measuredBits", "5"));
        plugin.setConfiguration(ofPlugin);
        requireParameters("other");
        train.getChild("measuredBits").setValue("6");
        assertThatThrownBy(() -> requireParameters("other"))
                .as("the execution says something else")
                .hasMessageStartingWith("<measuredBits> is not a parameter of train");
        ofPlugin.addChild(element("outputDirectory", "target"));
        assertThatThrownBy(() -> requireParameters("default"))
                .hasMessageStartingWith("<outputDirectory> is not a parameter of the plugin");
    }
}
