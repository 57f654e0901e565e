package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** What Maven is told about the goals. */
class PluginDescriptorTest {

    private final PluginDescriptor plugin = read();

    static PluginDescriptor read() {
        try (Reader descriptor = Files.newBufferedReader(Path.of("target/classes/META-INF/maven/plugin.xml"))) {
            return new PluginDescriptorBuilder().build(descriptor);
        } catch (IOException | PlexusConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyGoalMayRunInParallelBuilds() {
        assertThat(plugin.getGoalPrefix()).isEqualTo("rnn-adder");
        assertThat(plugin.getMojos()).allMatch(MojoDescriptor::isThreadSafe);
        assertThat(plugin.getMojos())
                .filteredOn(MojoDescriptor::isProjectRequired)
                .extracting(MojoDescriptor::getGoal)
                .containsExactlyInAnyOrder("train", "report");
    }

    /** The pages of the goals, and {@code help}, add a default that Maven knows to the description by themselves. */
    @ParameterizedTest
    @ValueSource(strings = {"train", "check", "add", "study", "report"})
    void everyParameterIsDescribedWithItsDefaultAndCanBeSetUnderThePrefix(String goal) {
        MojoDescriptor mojo = plugin.getMojo(goal);
        assertThat(parameters(mojo)).isNotEmpty().allSatisfy(parameter -> {
            String name = parameter.getName();
            assertThat(mojo.getMojoConfiguration().getChild(name).getValue()).isEqualTo("${rnn-adder." + name + "}");
            assertThat(parameter.getSince()).isNotBlank();
            assertThat(parameter.isRequired()).isFalse();
            String defaultValue = mojo.getMojoConfiguration().getChild(name).getAttribute("default-value");
            // A property of the parameter's own name is no default but a shorter way to set it.
            boolean known = defaultValue != null && !defaultValue.equals("${" + name + "}");
            assertThat(parameter.getDescription())
                    .isNotBlank()
                    .matches(it -> it.contains("Default: ") != (known || name.matches("[ab]")), "default told once");
        });
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
