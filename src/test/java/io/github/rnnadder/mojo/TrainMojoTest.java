package io.github.rnnadder.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class TrainMojoTest extends GoalTest {

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "loaderClass", value = "com.acme.Sums")
    void registersAndAttachesWhatItMade(TrainMojo train) throws Exception {
        config(EASY);

        execute(train);

        Path resources = target().resolve("generated-resources/rnn-adder");
        Path weights = resources.resolve("META-INF/rnn-adder/com.acme/model.safetensors");
        Path sources = target().resolve("generated-sources/rnn-adder");
        assertThat(weights).isRegularFile();
        assertThat(sources.resolve("com/acme/Sums.java")).isRegularFile();
        assertThat(project().getResources()).extracting(Resource::getDirectory).containsExactly(resources.toString());
        assertThat(project().getCompileSourceRoots()).containsExactly(sources.toString());
        assertThat(project().getAttachedArtifacts())
                .extracting(
                        Artifact::getType,
                        Artifact::getClassifier,
                        artifact -> artifact.getFile().toPath())
                .containsExactly(
                        tuple("json", "weights", resources.resolve("META-INF/rnn-adder/com.acme/model.json")),
                        tuple("safetensors", "weights", weights),
                        tuple("cdx.json", "weights", resources.resolve("META-INF/rnn-adder/com.acme/model.cdx.json")));
        assertThat(console)
                .last()
                .asString()
                .startsWith("INFO ")
                .endsWith(" of 16 sums of 3 bits exact; weights in " + weights);
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "onnx", value = "true")
    void attachesTheModelForOnnxToo(TrainMojo train) throws Exception {
        config(EASY);

        execute(train);

        assertThat(project().getAttachedArtifacts())
                .extracting(Artifact::getType)
                .containsExactly("json", "safetensors", "cdx.json", "onnx");
        assertThat(project().getAttachedArtifacts())
                .last()
                .satisfies(artifact -> assertThat(artifact.getClassifier()).isEqualTo("weights"))
                .satisfies(artifact ->
                        assertThat(artifact.getFile()).hasName("model.onnx").isFile());
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "attach", value = "false")
    void neitherAttachesNorGeneratesWhatNobodyAskedFor(TrainMojo train) throws Exception {
        config(EASY);

        execute(train);

        assertThat(project().getAttachedArtifacts()).isEmpty();
        assertThat(project().getCompileSourceRoots()).isEmpty();
        assertThat(target().resolve("generated-sources")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "train")
    void aSecondRunIsUpToDateAndRegistersAgain(TrainMojo train) throws Exception {
        config(EASY);
        execute(train);
        console.clear();

        execute(train);

        assertThat(console).singleElement().asString().startsWith("INFO Up to date: ");
        assertThat(project().getResources()).hasSize(1);
    }

    @Test
    @InjectMojo(goal = "train")
    void anAdderThatMissesTheGateIsAFailureAndRegistersNothing(TrainMojo train) throws Exception {
        config(HOPELESS);

        assertThatThrownBy(() -> execute(train))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(" of 16 sums of 3 bits exact) is below the required 100% (16 of 16)");

        assertThat(project().getResources()).isEmpty();
        assertThat(project().getAttachedArtifacts()).isEmpty();
        assertThat(target().resolve("rnn-adder/rejected/META-INF/rnn-adder/com.acme/model.json"))
                .isRegularFile();
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "haltOnFailure", value = "false")
    void aGateThatDoesNotHaltWarnsAndRegisters(TrainMojo train) throws Exception {
        config(HOPELESS);

        execute(train);

        assertThat(console).last().asString().startsWith("WARN Accuracy ");
        assertThat(project().getResources()).hasSize(1);
        assertThat(project().getAttachedArtifacts()).hasSize(3);
    }

    @Test
    @InjectMojo(goal = "train")
    void aBadConfigIsAnErrorOfOneSentence(TrainMojo train) throws Exception {
        config("bits: eight");

        assertThatThrownBy(() -> execute(train))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(config() + ", line 1, column 7: ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "configFile", value = "adders/none.yaml")
    void aConfigThatWasNamedHasToBeThere(TrainMojo train) {
        assertThatThrownBy(() -> execute(train))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(Path.of("adders", "none.yaml").toString());
    }

    @Test
    @InjectMojo(goal = "train")
    void withoutAConfigTheDefaultsApplyAndALineSaysSo(TrainMojo train) throws Exception {
        execute(train);

        assertThat(console).first().isEqualTo("INFO No config in src/main/rnn-adder: the defaults apply");
        assertThat(console).last().asString().startsWith("INFO 16384 of 16384 sums of 8 bits exact; ");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "accuracyThreshold", value = "101%")
    void aThresholdThatIsNoneIsAnErrorOfOneSentence(TrainMojo train) throws Exception {
        config(EASY);

        assertThatThrownBy(() -> execute(train))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("accuracyThreshold is '101%'; allowed is ");
    }

    @Test
    @InjectMojo(goal = "train")
    void aTargetThatIsAFileIsAnErrorOfOneSentence(TrainMojo train) throws Exception {
        config(EASY);
        Files.createFile(target());

        assertThatThrownBy(() -> execute(train))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Cannot read or write " + target());
    }

    @Test
    @InjectMojo(goal = "train")
    void aFileInPlaceOfTheWorkDirectoryIsAnErrorOfOneSentence(TrainMojo train) throws Exception {
        config(EASY);
        Files.createDirectories(target());
        Path file = Files.createFile(target().resolve("rnn-adder"));

        assertThatThrownBy(() -> execute(train))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Cannot read or write " + file + ": it exists and is not a directory");
    }

    @Test
    @InjectMojo(goal = "train")
    @MojoParameter(name = "skip", value = "true")
    void skipDoesNothingAtAll(TrainMojo train) throws Exception {
        config("bits: eight");

        assertThatCode(() -> execute(train)).doesNotThrowAnyException();

        assertThat(console).containsExactly("INFO Skipping: rnn-adder.skip is set");
        assertThat(target()).doesNotExist();
    }
}
