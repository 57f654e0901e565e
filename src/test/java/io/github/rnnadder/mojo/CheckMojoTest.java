package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class CheckMojoTest extends GoalTest {

    @Test
    @InjectMojo(goal = "check")
    void measuresTheWeightsOfTheModuleAgainstTheirOwnThreshold(
            CheckMojo check, @InjectMojo(goal = "train") TrainMojo train) throws Exception {
        config(EASY);
        execute(train);
        console.clear();

        check.execute();

        assertThat(console).singleElement().asString().matches("INFO \\d+ of 16 sums of 3 bits exact");
    }

    @Test
    @InjectMojo(goal = "check")
    void weightsThatAreNotThereAreAnErrorOfOneSentence(CheckMojo check) {
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(Path.of("META-INF", "rnn-adder", "com.acme", "model.json")
                        .toString())
                .message()
                .doesNotContain("\n");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "weightsFile", value = "adder.json")
    void weightsFromElsewhereHaveToGetEverySumRight(CheckMojo check) throws Exception {
        Files.writeString(basedir.resolve("adder.json"), Files.readString(WEIGHTS));

        check.execute();

        assertThat(console).containsExactly("INFO 16384 of 16384 sums of 8 bits exact");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "weightsFile", value = "adder.json")
    void oneWrongSignIsAFailure(CheckMojo check) throws Exception {
        Files.writeString(
                basedir.resolve("adder.json"), Files.readString(WEIGHTS).replace("5.54888", "-5.54888"));

        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(" of 16384 sums of 8 bits exact) is below the required 100% (16384 of 16384)");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "weightsFile", value = "adder.json")
    @MojoParameter(name = "haltOnFailure", value = "false")
    void aGateThatDoesNotHaltWarns(CheckMojo check) throws Exception {
        Files.writeString(
                basedir.resolve("adder.json"), Files.readString(WEIGHTS).replace("5.54888", "-5.54888"));

        check.execute();

        assertThat(console).singleElement().asString().startsWith("WARN Accuracy ");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "reproduce", value = "true")
    void theWeightsOfTheModuleAreTrainedAgain(CheckMojo check, @InjectMojo(goal = "train") TrainMojo train)
            throws Exception {
        config(EASY);
        execute(train);
        console.clear();

        check.execute();

        assertThat(console).hasSize(2).last().isEqualTo("INFO Reproduced: the same 88 weights to the last bit");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "weightsFile", value = "adder.json")
    @MojoParameter(name = "reproduce", value = "true")
    void weightsThatSayNothingOfTheirTrainingCannotBeTrainedAgain(CheckMojo check) throws Exception {
        Files.writeString(basedir.resolve("adder.json"), Files.readString(WEIGHTS));

        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(" does not say how it was trained: ");
    }
}
