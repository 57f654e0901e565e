package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.text.ParameterException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private final PluginDescriptor plugin;

    CommandLineTest() throws Exception {
        try (Reader descriptor = new InputStreamReader(
                CommandLineTest.class.getResourceAsStream("/META-INF/maven/plugin.xml"), StandardCharsets.UTF_8)) {
            plugin = new PluginDescriptorBuilder().build(descriptor);
        }
    }

    private static CommandLine with(String property) {
        Properties properties = new Properties();
        properties.setProperty(property, "x");
        return new CommandLine(properties);
    }

    @ParameterizedTest
    @CsvSource({
        "rnn-adder.certfy, rnn-adder.certify",
        "rnn-adder.haltonfailure, rnn-adder.haltOnFailure",
        "rnn-adder.skipp, rnn-adder.skip",
        "rnn-adder.weightFile, rnn-adder.weightsFile"
    })
    void aParameterThatIsMisspeltIsRefusedWithTheNearestOne(String wrong, String right) {
        assertThatThrownBy(() -> with(wrong).requireSpelling(plugin))
                .isInstanceOf(ParameterException.class)
                .hasMessage("-D" + wrong + " is no parameter of the plugin; did you mean -D" + right + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iterations", "bits", "seed", "weightDecay"})
    void aKeyOfTheConfigIsNoParameter(String key) {
        assertThatThrownBy(() -> with("rnn-adder." + key).requireSpelling(plugin))
                .isInstanceOf(ParameterException.class)
                .hasMessage("-Drnn-adder." + key + " is no parameter of the plugin: " + key
                        + " is a key of the config, the file that configFile names");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rnn-adder.certify",
                "rnn-adder.skip",
                "rnn-adder.accuracyThreshold",
                "rnn-adder.version",
                "a",
                "iterations"
            })
    void aParameterAndWhatIsOfSomethingElseIsLeftAlone(String property) {
        assertThatCode(() -> with(property).requireSpelling(plugin)).doesNotThrowAnyException();
    }

    @Test
    void itKnowsWhatItSets() {
        assertThat(with("rnn-adder.resourceName").sets("weightsFile", "resourceName"))
                .isTrue();
        assertThat(with("rnn-adder.resourceName").sets("weightsFile")).isFalse();
        assertThat(with("resourceName").sets("resourceName")).isFalse();
    }
}
