package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A switch that says anything but true or false opens no gate: Maven itself would take it for false. */
class SwitchesTest extends GoalTest {

    /** Sets one switch after the other to what it cannot be. */
    private void assertRefused(Mojo goal, List<String> switches) throws Exception {
        config(EASY);
        for (String parameter : switches) {
            Object before = MojoExtension.getVariableValueFromObject(goal, parameter);
            MojoExtension.setVariableValueToObject(goal, parameter, "yes");
            assertThatThrownBy(goal::execute)
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessage(parameter + " is 'yes'; it must be true or false");
            MojoExtension.setVariableValueToObject(goal, parameter, before);
        }
        assertThat(console).noneMatch(line -> line.contains("Training"));
        assertThat(target().resolve("generated-resources")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "train")
    void ofTrain(TrainMojo train) throws Exception {
        assertRefused(train, List.of("haltOnFailure", "certify", "onnx", "attach", "force", "skip"));
    }

    @Test
    @InjectMojo(goal = "check")
    void ofCheck(CheckMojo check) throws Exception {
        assertRefused(check, List.of("haltOnFailure", "certify", "reproduce", "skip"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "on", "1", "0", "", " ", "tru", "true ", "falsch"})
    void whatIsNeitherTrueNorFalseIsRefused(String value) {
        assertThatThrownBy(() -> AbstractRnnAdderMojo.isOn("certify", value))
                .hasMessage("certify is '" + value + "'; it must be true or false");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "True, true", "false, false", "FALSE, false"})
    void capitalsDoNotCount(String value, boolean on) {
        assertThat(AbstractRnnAdderMojo.isOn("certify", value)).isEqualTo(on);
    }
}
