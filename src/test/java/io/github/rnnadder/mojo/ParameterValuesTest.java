package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.ParameterException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterValuesTest {

    private final Properties properties = new Properties();
    private ParameterValues values;

    @BeforeEach
    void evaluate() {
        MavenProject project = new MavenProject();
        project.setFile(Path.of("pom.xml").toAbsolutePath().toFile());
        project.getProperties().setProperty("defined", "there");
        project.getProperties().setProperty("empty", "");
        properties.setProperty("rnn-adder.resourceName", "typed");
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setUserProperties(properties);
        @SuppressWarnings("deprecation") // the one that needs no container
        MavenSession session =
                new MavenSession(null, (RepositorySystemSession) null, request, new DefaultMavenExecutionResult());
        session.setCurrentProject(project);
        MojoDescriptor goal = new MojoDescriptor();
        goal.setPluginDescriptor(new PluginDescriptor());
        values = new ParameterValues(session, new MojoExecution(goal));
    }

    private static Xpp3Dom element(String xml) throws Exception {
        return Xpp3DomBuilder.build(new StringReader(xml));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<configFile>${basedir}/${defined}.yaml</configFile>",
                "<mergeFiles><mergeFile>a.csv</mergeFile><mergeFile>${defined}</mergeFile></mergeFiles>"
            })
    void anElementThatHasAValueIsFine(String xml) throws Exception {
        values.requireConfigured(List.of(element(xml)));
    }

    @ParameterizedTest
    @CsvSource({
        "<configFile>${adder.config}</configFile>, configFile, ${adder.config}",
        "<configFile>${empty}</configFile>, configFile, ${empty}",
        "<configFile>${basedir}/${adder.config}</configFile>, configFile, ${basedir}/${adder.config}",
        "<certify/>, certify, ''",
        "<certify></certify>, certify, ''",
        "<certify> </certify>, certify, ''",
        "<certify>${project.nothing}</certify>, certify, ${project.nothing}",
        "<mergeFiles/>, mergeFiles, ''",
        "<mergeFiles><mergeFile>a.csv</mergeFile><mergeFile/></mergeFiles>, mergeFiles, ''",
        "<mergeFiles><mergeFile>${no.shard}</mergeFile></mergeFiles>, mergeFiles, ${no.shard}"
    })
    void anElementThatComesToNothingIsAnError(String xml, String parameter, String written) throws Exception {
        Xpp3Dom element = element(xml);
        assertThatThrownBy(() -> values.requireConfigured(List.of(element)))
                .isInstanceOf(ParameterException.class)
                .hasMessage("<" + parameter + "> is set to '" + written
                        + "', which evaluates to nothing; give it a value, or leave it out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "${no.such.property}", "${defined}/${no.such.property}"})
    void soIsAProperty(String value) {
        properties.setProperty("rnn-adder.certify", "${defined}");
        properties.setProperty("other", value);
        values.requireProperties(Set.of("rnn-adder.certify", "rnn-adder.a"), properties);
        properties.setProperty("rnn-adder.certify", value);
        assertThatThrownBy(() -> values.requireProperties(Set.of("rnn-adder.certify", "rnn-adder.a"), properties))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("rnn-adder.certify is set to '" + value + "', which evaluates to nothing");
    }

    @Test
    void theParameterOfAnotherGoalIsWhatMavenMakesOfIt() throws Exception {
        PlexusConfiguration goal = new DefaultPlexusConfiguration("goal");
        declare(goal, "resourceName", "${rnn-adder.resourceName}", "its default");
        declare(goal, "scope", "${rnn-adder.scope}", "main");
        declare(goal, "configFile", "${rnn-adder.configFile}", null);
        Map<String, Xpp3Dom> configured = Map.of("configFile", element("<configFile>${defined}.yaml</configFile>"));
        assertThat(values.value(goal, configured, "configFile")).contains("there.yaml");
        assertThat(values.value(goal, Map.of(), "configFile")).isEmpty();
        assertThat(values.value(goal, configured, "resourceName")).contains("typed");
        assertThat(values.value(goal, configured, "scope")).contains("main");
        assertThat(values.value(
                        goal, Map.of("resourceName", element("<resourceName>a</resourceName>")), "resourceName"))
                .as("what the POM says counts, not the command line")
                .contains("a");
    }

    private static void declare(PlexusConfiguration goal, String parameter, String property, String value) {
        PlexusConfiguration declared = new DefaultPlexusConfiguration(parameter, property);
        declared.setAttribute("default-value", value);
        goal.addChild(declared);
    }
}
