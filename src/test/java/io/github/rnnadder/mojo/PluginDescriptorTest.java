package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** What Maven is told about the goals. */
class PluginDescriptorTest {

    private PluginDescriptor plugin;

    @BeforeEach
    void readDescriptor() throws Exception {
        try (InputStream descriptor = getClass().getResourceAsStream("/META-INF/maven/plugin.xml")) {
            plugin = new PluginDescriptorBuilder().build(new InputStreamReader(descriptor, StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyGoalMayRunInParallelBuilds() {
        assertThat(plugin.getGoalPrefix()).isEqualTo("rnn-adder");
        assertThat(plugin.getMojos()).allMatch(MojoDescriptor::isThreadSafe);
    }

    @ParameterizedTest
    @CsvSource({
        "train, generate-sources, true",
        "check, verify, false",
        "add, , false",
        "init, , false",
        "help, , false"
    })
    void goalsAreBoundToTheirPhases(String goal, String phase, boolean needsProject) {
        MojoDescriptor mojo = plugin.getMojo(goal);

        assertThat(mojo.getPhase()).isEqualTo(phase);
        assertThat(mojo.isProjectRequired()).isEqualTo(needsProject);
    }

    @ParameterizedTest
    @CsvSource({
        "haltOnFailure, true",
        "scope, main",
        "resourceName, META-INF/rnn-adder/${project.groupId}/${project.artifactId}",
        "attach, true",
        "classifier, weights",
        "onnx, false",
        "force, false",
        "skip, false",
        "configFile, ",
        "accuracyThreshold, ",
        "certify, ",
        "loaderClass, "
    })
    void trainHasTheDefaultsOfItsDocumentation(String parameter, String defaultValue) {
        PlexusConfiguration configured =
                plugin.getMojo("train").getMojoConfiguration().getChild(parameter);

        assertThat(configured.getAttribute("default-value")).isEqualTo(defaultValue);
    }

    /** With the directories that it owns, nothing lies among files of the user's. */
    @Test
    void noParameterSaysWhereTrainWrites() {
        assertThat(parameters(plugin.getMojo("train")))
                .extracting(Parameter::getName)
                .noneMatch(it -> it.contains("Directory"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "check", "add", "study", "report"})
    void everyParameterCanBeSetFromTheCommandLineUnderThePrefix(String goal) {
        MojoDescriptor mojo = plugin.getMojo(goal);
        for (Parameter parameter : parameters(mojo)) {
            String name = parameter.getName();

            assertThat(mojo.getMojoConfiguration().getChild(name).getValue()).isEqualTo("${rnn-adder." + name + "}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void anOperandCanBeSetWithoutThePrefixToo(String operand) {
        assertThat(plugin.getMojo("add")
                        .getMojoConfiguration()
                        .getChild(operand)
                        .getAttribute("default-value"))
                .isEqualTo("${" + operand + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "check", "add", "study", "report"})
    void everyParameterIsDescribedSinceAVersion(String goal) {
        assertThat(parameters(plugin.getMojo(goal))).isNotEmpty().allSatisfy(parameter -> {
            assertThat(parameter.getDescription()).isNotBlank();
            assertThat(parameter.getSince()).isNotBlank();
        });
    }

    /**
     * The pages of the goals, and the goal {@code help}, add a default that Maven knows to the description by
     * themselves.
     */
    @ParameterizedTest
    @ValueSource(strings = {"train", "check", "add", "study", "report", "init"})
    void theDefaultOfAParameterIsToldOnce(String goal) {
        MojoDescriptor mojo = plugin.getMojo(goal);
        for (Parameter parameter : parameters(mojo)) {
            String name = parameter.getName();
            String defaultValue = mojo.getMojoConfiguration().getChild(name).getAttribute("default-value");
            // A property of the parameter's own name is no default but a shorter way to set it.
            boolean known = defaultValue != null && !defaultValue.equals("${" + name + "}");

            boolean operand = name.matches("[ab]");

            assertThat(parameter.getDescription().contains("Default: "))
                    .as(name)
                    .isEqualTo(!known && !operand);
            assertThat(parameter.isRequired()).as(name).isFalse();
        }
    }

    @Test
    void eclipseIsToldOfEveryGoalThatItMeetsInABuild() throws Exception {
        try (InputStream mapping = getClass().getResourceAsStream("/META-INF/m2e/lifecycle-mapping-metadata.xml")) {
            NodeList goals = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(mapping)
                    .getElementsByTagName("goal");

            assertThat(IntStream.range(0, goals.getLength())
                            .mapToObj(i -> goals.item(i).getTextContent()))
                    .containsExactly("train", "check");
        }
    }

    /** The parameters that a user can set. */
    private static List<Parameter> parameters(MojoDescriptor mojo) {
        return mojo.getParameters().stream().filter(Parameter::isEditable).toList();
    }
}
