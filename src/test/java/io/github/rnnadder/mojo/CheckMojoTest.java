package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class CheckMojoTest extends GoalTest {

    @Test
    @InjectMojo(goal = "check")
    void measuresTheAdderOfTheModuleByTheGateOfItsConfig(CheckMojo check, @InjectMojo(goal = "train") TrainMojo train)
            throws Exception {
        config(EASY);
        execute(train);
        console.clear();

        check.execute();

        assertThat(console)
                .containsExactly(
                        "INFO Nothing was packaged yet, nor copied to target/classes",
                        "INFO 16 of 16 sums of 3 bits exact");
        MojoExtension.setVariableValueToObject(check, "reproduce", "true");
        check.execute();
        assertThat(console).last().isEqualTo("INFO Reproduced: the same 88 weights to the last bit");
    }

    @Test
    @InjectMojo(goal = "check")
    void opensTheArtifactOfTheModule(CheckMojo check, @InjectMojo(goal = "train") TrainMojo train) throws Exception {
        config(EASY);
        execute(train);
        Path jar = target().resolve("model-1.jar");
        try (JarOutputStream empty = new JarOutputStream(Files.newOutputStream(jar), new Manifest())) {
            empty.finish();
        }
        project().getArtifact().setFile(jar.toFile());

        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        "In target/model-1.jar, META-INF/rnn-adder/com.acme/model.cdx.json is missing\n");
    }

    @Test
    @InjectMojo(goal = "check")
    void theGateIsThatOfTheCaller(CheckMojo check, @InjectMojo(goal = "train") TrainMojo train) throws Exception {
        config("{bits: 4, iterations: 1500, accuracyThreshold: 0}");
        execute(train);
        MojoExtension.setVariableValueToObject(check, "accuracyThreshold", "100%");
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Accuracy ");
        MojoExtension.setVariableValueToObject(check, "accuracyThreshold", "50%");
        check.execute();
        MojoExtension.setVariableValueToObject(check, "certify", "true");
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("COUNTEREXAMPLE: ");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "measuredBits", value = "8")
    void theWidthOfTheModulesAdderIsItsOwn(CheckMojo check) {
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("measuredBits is for a weightsFile; ");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "weightsFile", value = "adder.json")
    @MojoParameter(name = "measuredBits", value = "3")
    void weightsFromElsewhereAreMeasuredAtTheWidthOfTheCaller(CheckMojo check) throws Exception {
        Files.copy(WEIGHTS, basedir.resolve("adder.json"));
        check.execute();
        assertThat(console).containsExactly("INFO 16 of 16 sums of 3 bits exact");
        assertThat(target().resolve("rnn-adder/reports/TEST-rnn-adder-check-default-cli.xml"))
                .isRegularFile();
        for (String bits : List.of("1", "63", "8.0", "-3", "99999999999999999999", "x")) {
            MojoExtension.setVariableValueToObject(check, "measuredBits", bits);
            assertThatThrownBy(check::execute)
                    .hasMessage("measuredBits is '" + bits + "'; it must be an integer from 2 to 62");
        }
    }

    @Test
    @InjectMojo(goal = "check")
    void weightsThatAreNotThereAreAnErrorOfOneSentence(CheckMojo check) {
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("There is no record of an adder META-INF/rnn-adder/com.acme/model in this module;"
                        + " run mvn rnn-adder:train, or mvn verify, first");
    }

    @Test
    @InjectMojo(goal = "check")
    @MojoParameter(name = "weightsFile", value = "adder.json")
    void oneWrongSignIsAFailureOrIsWarnedOf(CheckMojo check) throws Exception {
        Files.writeString(
                basedir.resolve("adder.json"), Files.readString(WEIGHTS).replace("5.54888", "-5.54888"));
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(" sums of 8 bits exact) is below the required 100% (16384 of 16384)");

        MojoExtension.setVariableValueToObject(check, "haltOnFailure", "false");
        check.execute();
        assertThat(console).singleElement().asString().startsWith("WARN Accuracy ");
    }
}
