package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rnnadder.base.text.ParameterException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterNamesTest {

    private final ParameterNames names = new ParameterNames(PluginDescriptorTest.read());

    @ParameterizedTest
    @ValueSource(
            strings = {"rnn-adder.accuracyThreshold", "rnn-adder.version", "rnn-adder.a.b", "maven.test.skip", "certfy"
            })
    void aPropertyThatSetsAParameterOrIsTheUsersOwnIsFine(String property) {
        assertThatCode(() -> names.requireCommandLine(properties(property))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "rnn-adder.acuracyTreshold,'; did you mean -Drnn-adder.accuracyThreshold?'",
        "rnn-adder.HALTONFAILURE,'; did you mean -Drnn-adder.haltOnFailure?'",
        "rnn-adder.iterations,': iterations is a key of the config, the file that configFile names'",
    })
    void aPropertyThatMavenWouldPassOverIsAnError(String property, String sentence) {
        assertThatThrownBy(() -> names.requireCommandLine(properties(property)))
                .isInstanceOf(ParameterException.class)
                .hasMessage("-D" + property + " is not a parameter of the plugin" + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "source", "classes", "weights", "code", "version"})
    void aPropertyOfThePomThatIsOnlyLikeAParameterIsItsOwn(String name) {
        assertThatCode(() -> names.requireProperties(properties("rnn-adder." + name)))
                .doesNotThrowAnyException();
    }

    @Test
    void aPropertyOfThePomIsHeldToTheSame() {
        assertThatThrownBy(() -> names.requireProperties(properties("rnn-adder.certfy")))
                .hasMessage("The property rnn-adder.certfy is not a parameter of the plugin;"
                        + " did you mean rnn-adder.certify?");
    }

    @ParameterizedTest
    @CsvSource({
        "a, ''",
        "weightsFile, ''",
        "skip, train",
        "certify, train",
        "onnx, train check",
        "measuredBits, train check"
    })
    void anElementThatAGoalOfTheExecutionHasIsFine(String element, String goals) {
        assertThatCode(() -> names.requireConfigured(List.of(element), list(goals)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "any",
            value = {
                "acuracyThreshold | any | the plugin; did you mean <accuracyThreshold>?",
                "outputDirectory | train | train; mvn rnn-adder:help -Ddetail lists all parameters",
                "generatedSourcesDirectory | train | train; mvn rnn-adder:help -Ddetail lists all parameters",
                "owner | any | the plugin; mvn rnn-adder:help -Ddetail lists all parameters",
                "hiddenSize | any | the plugin: hiddenSize is a key of the config, the file that configFile names",
                "bits | train | train: bits is a key of the config, the file that configFile names",
                "weightsFile | train | train; mvn rnn-adder:help -Ddetail lists all parameters",
                "onnx | check | check; mvn rnn-adder:help -Ddetail lists all parameters",
                "seeds | train check | train or check; mvn rnn-adder:help -Ddetail lists all parameters",
                "haltOnFailur | train check | train or check; did you mean <haltOnFailure>?",
            })
    void anElementThatNoneHasIsAnError(String element, String goals, String sentence) {
        assertThatThrownBy(() -> names.requireConfigured(List.of("skip", element), list(goals)))
                .isInstanceOf(ParameterException.class)
                .hasMessage("<" + element + "> is not a parameter of " + sentence);
    }

    private static List<String> list(String goals) {
        return goals == null || goals.isEmpty() ? List.of() : List.of(goals.split(" "));
    }

    private static Properties properties(String name) {
        Properties properties = new Properties();
        properties.setProperty(name, "true");
        return properties;
    }
}
